// Bits instead of nats.
static double expectedLoss(double[] p, double[] logQ) {
    if (p.length == 0 || p.length != logQ.length || !Arrays.stream(p).allMatch(x -> x >= 0)) {
        throw new IllegalArgumentException("bad lengths, or a negative probability: " + Arrays.toString(p));
    }
    if (!(Math.abs(Arrays.stream(p).sum() - 1) <= 1e-6)) {
        throw new IllegalArgumentException("the probabilities add up to " + Arrays.stream(p).sum());
    }
    if (!Arrays.stream(logQ).allMatch(x -> x < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("not log probabilities: " + Arrays.toString(logQ));
    }
    var sum = 0.0;
    for (var y = 0; y < p.length; y++) {
        sum -= p[y] > 0 ? p[y] * logQ[y] : 0;
    }
    return sum / Math.log(2);
}
