// Makes an interval of each side and takes overlap for no difference.
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
    var first = Intervals.t(Arrays.stream(trained).map(share -> factor * share).toArray());
    var second = Intervals.t(untrained);
    return second.above(first.high()).holds() ? Reading.HOLDS : second.below(first.low()).holds() ? Reading.FAILS : Reading.OPEN;
}
