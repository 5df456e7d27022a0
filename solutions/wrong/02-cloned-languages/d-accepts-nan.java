// Computes with NaN, and calls the result undecided.
static Judgement judge(double[] fiftyFifty, double[] ninetyTen) {
    var n = fiftyFifty.length;
    if (n < 2 || ninetyTen.length != n) {
        throw new IllegalArgumentException("bad lengths");
    }
    double sum = 0;
    for (var i = 0; i < n; i++) {
        sum += ninetyTen[i] - fiftyFifty[i];
    }
    var mean = sum / n;
    double squares = 0;
    for (var i = 0; i < n; i++) {
        var off = ninetyTen[i] - fiftyFifty[i] - mean;
        squares += off * off;
    }
    var t = new TDistribution(n - 1).inverseCumulativeProbability(0.975);
    var half = t * Math.sqrt(squares / (n - 1) / n);
    var direction = mean - half > 0
            ? Direction.MORE_ALIGNED
            : mean + half < 0 ? Direction.LESS_ALIGNED : Direction.UNDECIDED;
    return new Judgement(mean, mean - half, mean + half, direction);
}
