// Takes whatever comes.
static double expectedLoss(double[] p, double[] logQ) {
    var sum = 0.0;
    for (var y = 0; y < p.length; y++) {
        sum -= p[y] > 0 ? p[y] * logQ[y] : 0;
    }
    return sum;
}
