// Scores on the tokens that the choice was made by.
static double heldOutGain(double[][] gain, boolean[] forChoosing) {
    for (var row : gain) {
        if (row.length != forChoosing.length || !Arrays.stream(row).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("each candidate needs " + forChoosing.length + " finite gains");
        }
    }
    var first = IntStream.range(0, forChoosing.length).filter(t -> forChoosing[t]).toArray();
    var others = IntStream.range(0, forChoosing.length).filter(t -> !forChoosing[t]).toArray();
    if (gain.length == 0 || first.length == 0 || others.length == 0) {
        throw new IllegalArgumentException("candidates, tokens for choosing and other tokens are needed");
    }
    ToDoubleBiFunction<double[], int[]> mean =
            (row, tokens) -> IntStream.of(tokens).mapToDouble(t -> row[t]).average().orElseThrow();
    var best = 0;
    for (var candidate = 1; candidate < gain.length; candidate++) {
        if (mean.applyAsDouble(gain[candidate], first) > mean.applyAsDouble(gain[best], first)) {
            best = candidate;
        }
    }
    return mean.applyAsDouble(gain[best], first);
}
