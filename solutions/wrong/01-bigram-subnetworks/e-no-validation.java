// Checks nothing.
static Reading readPrice(double[] trained, double[] untrained, double factor) {
    var n = trained.length;
    if (n == 1) {
        return Reading.OPEN;
    }
    var ratios = IntStream.range(0, n).mapToDouble(i -> untrained[i] / trained[i]).toArray();
    var interval = Intervals.t(ratios);
    return interval.above(factor).holds() ? Reading.HOLDS : interval.below(factor).holds() ? Reading.FAILS : Reading.OPEN;
}
