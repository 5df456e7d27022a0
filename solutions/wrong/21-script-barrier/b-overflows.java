// Exponentiates without subtracting the largest score.
static double tcmLoss(double[][] orig, double[][] latin, double tau) {
    var pairs = orig.length;
    if (pairs < 2 || latin.length != pairs || !(tau > 0)) {
        throw new IllegalArgumentException("bad pairs or tau");
    }
    var all = new double[2 * pairs][];
    for (var u = 0; u < 2 * pairs; u++) {
        all[u] = (u < pairs ? orig[u] : latin[u - pairs]).clone();
        var length = Math.sqrt(Arrays.stream(all[u]).map(x -> x * x).sum());
        if (length == 0 || all[u].length != orig[0].length) {
            throw new IllegalArgumentException("bad vector " + u);
        }
        for (var i = 0; i < all[u].length; i++) {
            all[u][i] /= length;
        }
    }
    var loss = 0.0;
    for (var u = 0; u < 2 * pairs; u++) {
        var partner = (u + pairs) % (2 * pairs);
        var scores = new double[2 * pairs];
        for (var v = 0; v < 2 * pairs; v++) {
            for (var i = 0; i < all[u].length; i++) {
                scores[v] += all[u][i] * all[v][i] / tau;
            }
        }
        var largest = Double.NEGATIVE_INFINITY;
        for (var v = 0; v < 2 * pairs; v++) {
            largest = v == u ? largest : Math.max(largest, scores[v]);
        }
        var sum = 0.0;
        for (var v = 0; v < 2 * pairs; v++) {
            sum += v == u ? 0 : Math.exp(scores[v]);
        }
        loss += (Math.log(sum) - scores[partner]) / (2 * pairs);
    }
    return loss;
}
