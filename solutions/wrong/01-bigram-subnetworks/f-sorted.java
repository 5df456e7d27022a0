// Sorts both sides and so compares different seeds.
static Gain gainOverControl(double[] found, double[] random) {
    if (found.length < 2 || random.length != found.length) {
        throw new IllegalArgumentException("pairs of two or more seeds are needed, got " + found.length);
    }
    if (!DoubleStream.concat(Arrays.stream(found), Arrays.stream(random)).allMatch(Double::isFinite)) {
        throw new IllegalArgumentException("a score is NaN or infinite");
    }
    Arrays.sort(found);
    Arrays.sort(random);
    var differences = IntStream.range(0, found.length).mapToDouble(i -> found[i] - random[i]).toArray();
    var interval = Intervals.t(differences);
    return new Gain(interval.mean(), interval.low(), interval.high());
}
