// Takes whatever comes.
static double heldOutGain(double[][] gain, boolean[] forChoosing) {
    var first = IntStream.range(0, forChoosing.length).filter(t -> forChoosing[t]).toArray();
    var others = IntStream.range(0, forChoosing.length).filter(t -> !forChoosing[t]).toArray();
    ToDoubleBiFunction<double[], int[]> mean =
            (row, tokens) -> IntStream.of(tokens).mapToDouble(t -> row[t]).average().orElse(0);
    var best = 0;
    for (var candidate = 1; candidate < gain.length; candidate++) {
        if (mean.applyAsDouble(gain[candidate], first) > mean.applyAsDouble(gain[best], first)) {
            best = candidate;
        }
    }
    return gain.length == 0 ? 0 : mean.applyAsDouble(gain[best], others);
}
