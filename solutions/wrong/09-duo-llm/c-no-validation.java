// Takes whatever comes.
static double hindsightShare(double[] realisedBase, double[] realisedOracle, double[] expectedBase,
                             double[] expectedOracle) {
    var realised = Arrays.stream(realisedBase).average().orElse(1) - Arrays.stream(realisedOracle).average().orElse(0);
    var expected = Arrays.stream(expectedBase).average().orElse(1) - Arrays.stream(expectedOracle).average().orElse(0);
    if (realised <= 0) {
        throw new IllegalStateException("the oracle gains nothing: " + realised);
    }
    return Math.min(1, Math.max(0, 1 - expected / realised));
}
