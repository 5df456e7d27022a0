// Takes the shortest token that fits.
static List<String> longestMatch(String text, Set<String> vocabulary) {
    if (vocabulary.contains("")) {
        throw new IllegalArgumentException("the vocabulary holds an empty token");
    }
    var tokens = new ArrayList<String>();
    for (var position = 0; position < text.length(); position += tokens.get(tokens.size() - 1).length()) {
        var here = position;
        tokens.add(vocabulary.stream().filter(token -> text.startsWith(token, here))
                .min(Comparator.comparingInt(String::length))
                .orElseThrow(() -> new IllegalArgumentException(
                        "no token fits at " + Character.toString(text.codePointAt(here)))));
    }
    return tokens;
}
