// Compares only: NaN is not at most 0, and infinity neither.
static double[] optimalRatios(double[] weightedLoss, double[] gamma) {
    var n = gamma.length;
    if (n == 0 || weightedLoss.length != n) {
        throw new IllegalArgumentException("bad lengths");
    }
    double largest = 0;
    for (var i = 0; i < n; i++) {
        if (weightedLoss[i] <= 0 || gamma[i] <= 0) {
            throw new IllegalArgumentException("not positive in family " + i);
        }
        largest = Math.max(largest, weightedLoss[i] * gamma[i]);
    }
    var low = Math.log(largest);
    var high = low + (1 + Arrays.stream(gamma).max().orElseThrow()) * Math.log(n);
    var p = new double[n];
    for (var step = 0; step < 200; step++) {
        var mu = Math.exp((low + high) / 2);
        double sum = 0;
        for (var i = 0; i < n; i++) {
            p[i] = Math.pow(weightedLoss[i] * gamma[i] / mu, 1 / (1 + gamma[i]));
            sum += p[i];
        }
        if (sum > 1) {
            low = Math.log(mu);
        } else {
            high = Math.log(mu);
        }
    }
    return p;
}
