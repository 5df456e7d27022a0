// Takes everything that is not clearly more for less.
static Judgement judge(double[] fiftyFifty, double[] ninetyTen) {
    var n = fiftyFifty.length;
    if (n < 2 || ninetyTen.length != n) {
        throw new IllegalArgumentException("bad lengths");
    }
    double sum = 0;
    for (var i = 0; i < n; i++) {
        sum += ninetyTen[i] - fiftyFifty[i];
    }
    if (!Double.isFinite(sum)) {
        throw new IllegalArgumentException("not a number");
    }
    var mean = sum / n;
    double squares = 0;
    for (var i = 0; i < n; i++) {
        var off = ninetyTen[i] - fiftyFifty[i] - mean;
        squares += off * off;
    }
    var t = new TDistribution(n - 1).inverseCumulativeProbability(0.975);
    var half = t * Math.sqrt(squares / (n - 1) / n);
    var direction = mean - half > 0 ? Direction.MORE_ALIGNED : Direction.LESS_ALIGNED;
    return new Judgement(mean, mean - half, mean + half, direction);
}
