// Cuts 5 % off at each end: a one-sided bound is used as a two-sided one.
static Reading readPrice(double[] trained, double[] untrained, double factor) {
    var n = trained.length;
    var shares = DoubleStream.concat(Arrays.stream(trained), Arrays.stream(untrained));
    if (n == 0 || untrained.length != n || !(factor > 0 && Double.isFinite(factor))) {
        throw new IllegalArgumentException("pairs of shares and a positive factor are needed, got " + factor);
    }
    if (!shares.allMatch(share -> share > 0 && share <= 1)) {
        throw new IllegalArgumentException("shares lie above 0 and are at most 1");
    }
    if (n == 1) {
        return Reading.OPEN;
    }
    var ratios = IntStream.range(0, n).mapToDouble(i -> untrained[i] / trained[i]).toArray();
    var mean = Arrays.stream(ratios).sum() / n;
    var variance = Arrays.stream(ratios).map(x -> (x - mean) * (x - mean)).sum() / (n - 1);
    var quantile = new org.hipparchus.distribution.continuous.TDistribution(n - 1).inverseCumulativeProbability(0.95);
    var half = quantile * Math.sqrt(variance / n);
    return mean - half > factor ? Reading.HOLDS : mean + half < factor ? Reading.FAILS : Reading.OPEN;
}
