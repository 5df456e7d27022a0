// Declares methods whose names only look right.
// base: blank
// earns: a=0 b=0 c=0 d=0 e=0 f=0
static double[][] bigramProbabilіties(int[][] sequences, int vocabSize, double alpha) {
    return null;
}
// ---
static double[][] bigramProbabilities​(int[][] sequences, int vocabSize, double alpha) {
    return null;
}
