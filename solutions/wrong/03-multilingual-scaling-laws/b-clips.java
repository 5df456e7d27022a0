// Computes the shares for mu = 1, cuts them at 1, and gives the last family what is left.
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
    double rest = 1;
    for (var i = 0; i < n - 1; i++) {
        p[i] = Math.min(rest, Math.pow(weightedLoss[i] * gamma[i], 1 / (1 + gamma[i])));
        rest -= p[i];
    }
    p[n - 1] = rest;
    return p;
}
