// Takes every pair of every seed for a measurement of its own.
static double[] intervalOverSeeds(double[][] gains) {
    var n = gains.length;
    if (n < 2 || Arrays.stream(gains).anyMatch(row -> row.length == 0)) {
        throw new IllegalArgumentException("too few seeds or pairs");
    }
    var means = Arrays.stream(gains).mapToDouble(row -> Arrays.stream(row).sum() / row.length).toArray();
    if (!Arrays.stream(means).allMatch(Double::isFinite)) {
        throw new IllegalArgumentException("not all gains are numbers");
    }
    var all = Arrays.stream(gains).flatMapToDouble(Arrays::stream).toArray();
    var mean = Arrays.stream(all).sum() / all.length;
    var s = Math.sqrt(Arrays.stream(all).map(m -> (m - mean) * (m - mean)).sum() / (all.length - 1));
    var half = new TDistribution(Math.max(1, all.length - 1)).inverseCumulativeProbability(0.975) * s / Math.sqrt(all.length);
    return new double[] {mean, mean - half, mean + half};
}
