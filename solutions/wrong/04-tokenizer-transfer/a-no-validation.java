// Checks nothing.
static double bitsPerCharacter(double[] tokenLogProbs, String text) {
    return -Arrays.stream(tokenLogProbs).sum() / Math.log(2) / text.codePointCount(0, text.length());
}
