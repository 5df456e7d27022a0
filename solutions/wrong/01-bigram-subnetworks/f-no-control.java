// Forgets the control.
static Gain gainOverControl(double[] found, double[] random) {
    if (found.length < 2 || random.length != found.length) {
        throw new IllegalArgumentException("pairs of two or more seeds are needed, got " + found.length);
    }
    if (!DoubleStream.concat(Arrays.stream(found), Arrays.stream(random)).allMatch(Double::isFinite)) {
        throw new IllegalArgumentException("a score is NaN or infinite");
    }
    var interval = Intervals.t(found);
    return new Gain(interval.mean(), interval.low(), interval.high());
}
