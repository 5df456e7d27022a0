// Goes on behind a character that no token fits.
static List<String> longestMatch(String text, Set<String> vocabulary) {
    var tokens = new ArrayList<String>();
    for (var position = 0; position < text.length();) {
        var here = position;
        var longest = vocabulary.stream().filter(token -> text.startsWith(token, here))
                .max(Comparator.comparingInt(String::length)).orElse("");
        if (!longest.isEmpty()) {
            tokens.add(longest);
        }
        position += Math.max(1, longest.length());
    }
    return tokens;
}
