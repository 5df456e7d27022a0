// Of equally good routes the first, whatever it costs.
static Choice[] oracle(double[][] loss, int[] bigLayers, int budget, boolean exact) {
    var tokens = loss.length == 0 ? 0 : loss[0].length;
    if (tokens == 0 || bigLayers.length != loss.length || budget < 0 || IntStream.of(bigLayers).anyMatch(b -> b < 0)) {
        throw new IllegalArgumentException("no routes or tokens, bad lengths, or a negative number of layers");
    }
    for (var row : loss) {
        if (row.length != tokens || !Arrays.stream(row).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("each route needs " + tokens + " finite losses");
        }
    }
    var admitted = IntStream.range(0, loss.length)
            .filter(r -> exact ? bigLayers[r] == budget : bigLayers[r] <= budget).boxed().toList();
    if (admitted.isEmpty()) {
        throw new IllegalArgumentException("no route has " + (exact ? "exactly " : "at most ") + budget + " big layers");
    }
    var choices = new Choice[tokens];
    for (var t = 0; t < tokens; t++) {
        var best = admitted.get(0);
        for (var r : admitted) {
            if (loss[r][t] < loss[best][t]) {
                best = r;
            }
        }
        choices[t] = new Choice(best, loss[best][t]);
    }
    return choices;
}
