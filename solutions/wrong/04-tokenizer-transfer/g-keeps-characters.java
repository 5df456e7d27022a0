// Takes an emoji for a token of two characters.
static List<String> unseenTokens(List<List<String>> sampled, List<String> target) {
    var seen = sampled.stream().flatMap(List::stream).collect(Collectors.toSet());
    var unseen = target.stream()
            .filter(token -> token.length() > 1 && !seen.contains(token)).toList();
    if (unseen.isEmpty()) {
        throw new IllegalArgumentException("all tokens were seen: " + target);
    }
    return unseen;
}
