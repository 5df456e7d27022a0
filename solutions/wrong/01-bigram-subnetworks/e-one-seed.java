// Decides from one seed.
static Reading readPrice(double[] trained, double[] untrained, double factor) {
    var n = trained.length;
    var shares = DoubleStream.concat(Arrays.stream(trained), Arrays.stream(untrained));
    if (n == 0 || untrained.length != n || !(factor > 0 && Double.isFinite(factor))) {
        throw new IllegalArgumentException("pairs of shares and a positive factor are needed, got " + factor);
    }
    if (!shares.allMatch(share -> share > 0 && share <= 1)) {
        throw new IllegalArgumentException("shares lie above 0 and are at most 1");
    }
    var ratios = IntStream.range(0, n).mapToDouble(i -> untrained[i] / trained[i]).toArray();
    if (n == 1) {
        return ratios[0] > factor ? Reading.HOLDS : Reading.FAILS;
    }
    var interval = Intervals.t(ratios);
    return interval.above(factor).holds() ? Reading.HOLDS : interval.below(factor).holds() ? Reading.FAILS : Reading.OPEN;
}
