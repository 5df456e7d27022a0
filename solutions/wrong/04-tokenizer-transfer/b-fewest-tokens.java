// Looks ahead for the list with the fewest tokens.
static List<String> longestMatch(String text, Set<String> vocabulary) {
    if (vocabulary.contains("")) {
        throw new IllegalArgumentException("the vocabulary holds an empty token");
    }
    var best = new ArrayList<List<String>>();
    best.add(List.of());
    for (var end = 1; end <= text.length(); end++) {
        List<String> shortest = null;
        for (var token : vocabulary) {
            var start = end - token.length();
            if (start >= 0 && text.startsWith(token, start) && best.get(start) != null
                    && (shortest == null || best.get(start).size() + 1 < shortest.size())) {
                shortest = Stream.concat(best.get(start).stream(), Stream.of(token)).toList();
            }
        }
        best.add(shortest);
    }
    if (best.get(text.length()) == null) {
        throw new IllegalArgumentException("no tokens for " + text);
    }
    return best.get(text.length());
}
