// Checks nothing.
static double[] intervalOverSeeds(double[][] gains) {
    var n = gains.length;
    var means = Arrays.stream(gains).mapToDouble(row -> Arrays.stream(row).sum() / row.length).toArray();
    var mean = Arrays.stream(means).sum() / n;
    var s = Math.sqrt(Arrays.stream(means).map(m -> (m - mean) * (m - mean)).sum() / (n - 1));
    var half = new TDistribution(n - 1).inverseCumulativeProbability(0.975) * s / Math.sqrt(n);
    return new double[] {mean, mean - half, mean + half};
}
