// One route for all tokens: the best on average.
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
    var best = admitted.stream().min(Comparator.comparingDouble(r -> Arrays.stream(loss[r]).sum())).orElseThrow();
    return IntStream.range(0, tokens).mapToObj(t -> new Choice(best, loss[best][t])).toArray(Choice[]::new);
}
