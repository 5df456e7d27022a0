// Takes out only what all sampled tokenizers have.
static List<String> unseenTokens(List<List<String>> sampled, List<String> target) {
    var seen = new HashSet<>(sampled.get(0));
    sampled.forEach(seen::retainAll);
    var unseen = target.stream()
            .filter(token -> token.codePointCount(0, token.length()) > 1 && !seen.contains(token)).toList();
    if (unseen.isEmpty()) {
        throw new IllegalArgumentException("all tokens were seen: " + target);
    }
    return unseen;
}
