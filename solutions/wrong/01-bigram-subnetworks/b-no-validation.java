// Checks nothing.
static double[] maskGradient(double[] gradEffective, double[] weight, double[] s, double beta, double lambda) {
    var n = s.length;
    var gradient = new double[n];
    for (var j = 0; j < n; j++) {
        var m = softMask(s[j], beta);
        gradient[j] = (gradEffective[j] * weight[j] + lambda / n) * beta * m * (1 - m);
    }
    return gradient;
}
