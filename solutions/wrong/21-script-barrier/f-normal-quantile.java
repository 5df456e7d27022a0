// Takes 1.96, the quantile for very many seeds.
static double[] intervalOverSeeds(double[][] gains) {
    var n = gains.length;
    if (n < 2 || Arrays.stream(gains).anyMatch(row -> row.length == 0)) {
        throw new IllegalArgumentException("too few seeds or pairs");
    }
    var means = Arrays.stream(gains).mapToDouble(row -> Arrays.stream(row).sum() / row.length).toArray();
    if (!Arrays.stream(means).allMatch(Double::isFinite)) {
        throw new IllegalArgumentException("not all gains are numbers");
    }
    var mean = Arrays.stream(means).sum() / n;
    var s = Math.sqrt(Arrays.stream(means).map(m -> (m - mean) * (m - mean)).sum() / (n - 1));
    var half = 1.959964 * s / Math.sqrt(n);
    return new double[] {mean, mean - half, mean + half};
}
