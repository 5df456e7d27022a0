// Puts the later of two questions with equal scores first.
static double averagePrecision(double[] score, boolean[] positive) {
    if (score == null || positive == null || score.length != positive.length) {
        throw new IllegalArgumentException("each question needs a score and a label");
    }
    if (!Arrays.stream(score).allMatch(Double::isFinite)) {
        throw new IllegalArgumentException("scores must be finite, got " + Arrays.toString(score));
    }
    var order = IntStream.range(0, score.length).boxed()
            .sorted(Comparator.<Integer>comparingDouble(i -> -score[i]).thenComparing(i -> -i)).toList();
    var found = 0;
    var sum = 0.0;
    for (var k = 0; k < order.size(); k++) {
        if (positive[order.get(k)]) {
            found++;
            sum += found / (k + 1.0);
        }
    }
    if (found == 0) {
        throw new IllegalArgumentException("no question is positive");
    }
    return sum / found;
}
