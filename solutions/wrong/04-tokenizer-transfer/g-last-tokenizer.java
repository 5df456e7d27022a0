// Compares with the last sampled tokenizer only.
static List<String> unseenTokens(List<List<String>> sampled, List<String> target) {
    var seen = Set.copyOf(sampled.get(sampled.size() - 1));
    var unseen = target.stream()
            .filter(token -> token.codePointCount(0, token.length()) > 1 && !seen.contains(token)).toList();
    if (unseen.isEmpty()) {
        throw new IllegalArgumentException("all tokens were seen: " + target);
    }
    return unseen;
}
