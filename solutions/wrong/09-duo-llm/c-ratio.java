// The share that is real.
static double hindsightShare(double[] realisedBase, double[] realisedOracle, double[] expectedBase,
                             double[] expectedOracle) {
    var n = realisedBase.length;
    if (n == 0 || realisedOracle.length != n || expectedBase.length != n || expectedOracle.length != n) {
        throw new IllegalArgumentException("the four arrays must have one length, not 0");
    }
    var realised = 0.0;
    var expected = 0.0;
    for (var t = 0; t < n; t++) {
        realised += (realisedBase[t] - realisedOracle[t]) / n;
        expected += (expectedBase[t] - expectedOracle[t]) / n;
    }
    if (!Double.isFinite(realised) || !Double.isFinite(expected)) {
        throw new IllegalArgumentException("a loss is not a finite number");
    }
    if (realised <= 0) {
        throw new IllegalStateException("the oracle gains nothing: " + realised);
    }
    return Math.min(1, Math.max(0, expected / realised));
}
