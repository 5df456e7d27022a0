// Takes shares in proportion to c * gamma, without the power 1 / (1 + gamma).
static double[] optimalRatios(double[] weightedLoss, double[] gamma) {
    var n = gamma.length;
    if (n == 0 || weightedLoss.length != n) {
        throw new IllegalArgumentException("bad lengths");
    }
    double largest = 0;
    for (var i = 0; i < n; i++) {
        if (!Double.isFinite(weightedLoss[i]) || !Double.isFinite(gamma[i])) {
            throw new IllegalArgumentException("not a number in family " + i);
        }
        if (weightedLoss[i] <= 0 || gamma[i] <= 0) {
            throw new IllegalArgumentException("not positive in family " + i);
        }
        largest = Math.max(largest, weightedLoss[i] * gamma[i]);
    }
    var p = new double[n];
    double sum = 0;
    for (var i = 0; i < n; i++) {
        p[i] = weightedLoss[i] * gamma[i];
        sum += p[i];
    }
    for (var i = 0; i < n; i++) {
        p[i] /= sum;
    }
    return p;
}
