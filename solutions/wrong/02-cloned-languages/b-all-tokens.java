// Divides by the tokens of the whole monolingual run, not by those that the model saw.
static double tokenEfficiency(double[] monoTokens, double[] monoLoss, double loss, double tokensSeen) {
    var n = monoTokens.length;
    if (n < 2 || monoLoss.length != n || !(monoTokens[0] > 0) || !(tokensSeen > 0)) {
        throw new IllegalArgumentException("bad lengths or tokens");
    }
    if (!Double.isFinite(loss) || !Double.isFinite(tokensSeen)) {
        throw new IllegalArgumentException("bad loss or tokensSeen");
    }
    for (var k = 0; k < n; k++) {
        if (!Double.isFinite(monoLoss[k]) || !Double.isFinite(monoTokens[k]) || k > 0 && monoTokens[k] <= monoTokens[k - 1]) {
            throw new IllegalArgumentException("bad point " + k);
        }
    }
    var best = monoLoss.clone();
    for (var k = 1; k < n; k++) {
        best[k] = Math.min(best[k], best[k - 1]);
    }
    var k = 0;
    while (k < n && best[k] > loss) {
        k++;
    }
    if (k == 0 || k == n) {
        return monoTokens[k == 0 ? 0 : n - 1] / monoTokens[n - 1];
    }
    var share = (best[k - 1] - loss) / (best[k - 1] - best[k]);
    var logTokens = (1 - share) * Math.log(monoTokens[k - 1]) + share * Math.log(monoTokens[k]);
    return Math.exp(logTokens) / monoTokens[n - 1];
}
