// Computes the shares for mu = 1 and divides by their sum: right only if all exponents are equal.
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
        p[i] = Math.pow(weightedLoss[i] * gamma[i], 1 / (1 + gamma[i]));
        sum += p[i];
    }
    for (var i = 0; i < n; i++) {
        p[i] /= sum;
    }
    return p;
}
