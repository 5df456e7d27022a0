// Returns null, NaN and ragged arrays.
// base: blank
// earns: a<=0 b<=0 c<=0 d=0 e=0 f=0
static double[][] bigramProbabilities(int[][] sequences, int vocabSize, double alpha) {
    return new double[][] {null, {Double.NaN}, {}};
}
// ---
static double[] maskGradient(double[] gradEffective, double[] weight, double[] s, double beta, double lambda) {
    return null;
}
// ---
static Overlap maskOverlap(Map<String, boolean[]> a, Map<String, boolean[]> b) {
    return new Overlap(Double.NaN, Double.POSITIVE_INFINITY, -0.0);
}
