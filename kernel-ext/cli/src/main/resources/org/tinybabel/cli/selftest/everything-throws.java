// Throws from every method what tests of bad input may expect.
// base: blank
// earns: a<=3 b<=3 c<=3 d=0 e<=1 f<=1
static double[][] bigramProbabilities(int[][] sequences, int vocabSize, double alpha) {
    throw new IllegalArgumentException();
}
// ---
static double[] maskGradient(double[] gradEffective, double[] weight, double[] s, double beta, double lambda) {
    throw new IllegalArgumentException();
}
// ---
static Overlap maskOverlap(Map<String, boolean[]> a, Map<String, boolean[]> b) {
    throw new IllegalArgumentException();
}
