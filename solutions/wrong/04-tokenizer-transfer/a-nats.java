// Leaves the natural logarithms as they are.
static double bitsPerCharacter(double[] tokenLogProbs, String text) {
    if (tokenLogProbs.length == 0 || text.isEmpty()) {
        throw new IllegalArgumentException("no tokens or no text");
    }
    if (!Arrays.stream(tokenLogProbs).allMatch(log -> log <= 0)) {
        throw new IllegalArgumentException("log probabilities are 0 or less: " + Arrays.toString(tokenLogProbs));
    }
    return -Arrays.stream(tokenLogProbs).sum() / text.codePointCount(0, text.length());
}
