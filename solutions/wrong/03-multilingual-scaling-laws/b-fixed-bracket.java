// Looks for mu between 0 and 100 whatever the losses are.
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
    var low = 0.0;
    var high = 100.0;
    var p = new double[n];
    for (var step = 0; step < 200; step++) {
        var mu = (low + high) / 2;
        double sum = 0;
        for (var i = 0; i < n; i++) {
            p[i] = Math.pow(weightedLoss[i] * gamma[i] / mu, 1 / (1 + gamma[i]));
            sum += p[i];
        }
        if (sum > 1) {
            low = mu;
        } else {
            high = mu;
        }
    }
    return p;
}
