// Adds the variances of both sides up, as if their seeds had nothing in common.
static Gain gainOverControl(double[] found, double[] random) {
    if (found.length < 2 || random.length != found.length) {
        throw new IllegalArgumentException("pairs of two or more seeds are needed, got " + found.length);
    }
    if (!DoubleStream.concat(Arrays.stream(found), Arrays.stream(random)).allMatch(Double::isFinite)) {
        throw new IllegalArgumentException("a score is NaN or infinite");
    }
    var first = Intervals.t(found);
    var second = Intervals.t(random);
    var mean = first.mean() - second.mean();
    var half = Math.hypot(first.high() - first.mean(), second.high() - second.mean());
    return new Gain(mean, mean - half, mean + half);
}
