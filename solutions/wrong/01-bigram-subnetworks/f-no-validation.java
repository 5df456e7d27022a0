// Checks nothing.
static Gain gainOverControl(double[] found, double[] random) {
    var differences = IntStream.range(0, Math.min(found.length, random.length)).mapToDouble(i -> found[i] - random[i]).toArray();
    var n = differences.length;
    var mean = Arrays.stream(differences).sum() / n;
    var variance = Arrays.stream(differences).map(x -> (x - mean) * (x - mean)).sum() / (n - 1);
    var half = n < 2 ? 0 : new org.hipparchus.distribution.continuous.TDistribution(n - 1)
            .inverseCumulativeProbability(0.975) * Math.sqrt(variance / n);
    return new Gain(mean, mean - half, mean + half);
}
