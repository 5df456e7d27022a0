// Takes whatever comes; a token without a route gets route -1.
static Choice[] oracle(double[][] loss, int[] bigLayers, int budget, boolean exact) {
    var choices = new Choice[loss.length == 0 ? 0 : loss[0].length];
    for (var t = 0; t < choices.length; t++) {
        var best = -1;
        for (var r = 0; r < loss.length; r++) {
            var admitted = exact ? bigLayers[r] == budget : bigLayers[r] <= budget;
            if (admitted && (best < 0 || loss[r][t] < loss[best][t]
                    || loss[r][t] == loss[best][t] && bigLayers[r] < bigLayers[best])) {
                best = r;
            }
        }
        choices[t] = new Choice(best, best < 0 ? 0 : loss[best][t]);
    }
    return choices;
}
