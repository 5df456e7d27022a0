// Computes with NaN, and calls the result undecided.
static Contest compareForecasts(double[][] truth, double[][] law, double[][] naive) {
    var n = truth.length;
    if (n < 2 || law.length != n || naive.length != n) {
        throw new IllegalArgumentException("bad numbers of seeds");
    }
    for (var s = 0; s < n; s++) {
        if (truth[s].length == 0 || law[s].length != truth[s].length || naive[s].length != truth[s].length) {
            throw new IllegalArgumentException("bad numbers of runs in seed " + s);
        }
        for (var i = 0; i < truth[s].length; i++) {
            if (truth[s][i] <= 0) {
                throw new IllegalArgumentException("bad truth in seed " + s);
            }
        }
    }
    var d = new double[n];
    for (var s = 0; s < n; s++) {
        var runs = truth[s].length;
        for (var i = 0; i < runs; i++) {
            var ofNaive = Math.abs(naive[s][i] - truth[s][i]) / truth[s][i];
            var ofLaw = Math.abs(law[s][i] - truth[s][i]) / truth[s][i];
            d[s] += 100 * (ofNaive - ofLaw) / runs;
        }
    }
    var mean = Arrays.stream(d).sum() / n;
    var squares = Arrays.stream(d).map(x -> (x - mean) * (x - mean)).sum();
    var t = new TDistribution(n - 1).inverseCumulativeProbability(0.975);
    var half = t * Math.sqrt(squares / (n - 1) / n);
    var winner = mean - half > 0 ? Winner.LAW : mean + half < 0 ? Winner.NAIVE : Winner.UNDECIDED;
    return new Contest(mean, mean - half, mean + half, winner);
}
