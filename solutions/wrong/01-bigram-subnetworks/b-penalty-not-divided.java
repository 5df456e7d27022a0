// Sums the masks instead of averaging them, so that lambda depends on the size of the model.
static double[] maskGradient(double[] gradEffective, double[] weight, double[] s, double beta, double lambda) {
    var n = s.length;
    if (n == 0 || weight.length != n || gradEffective.length != n || !(beta > 0) || !(lambda >= 0)) {
        throw new IllegalArgumentException("bad lengths, beta or lambda");
    }
    var gradient = new double[n];
    for (var j = 0; j < n; j++) {
        var m = softMask(s[j], beta);
        gradient[j] = (gradEffective[j] * weight[j] + lambda) * beta * m * (1 - m);
    }
    return gradient;
}
