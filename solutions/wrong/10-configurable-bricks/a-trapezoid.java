// Joins the points of the curve by straight lines, as a trapezoid rule does.
static double averagePrecision(double[] score, boolean[] positive) {
    if (score == null || positive == null || score.length != positive.length) {
        throw new IllegalArgumentException("each question needs a score and a label");
    }
    if (!Arrays.stream(score).allMatch(Double::isFinite)) {
        throw new IllegalArgumentException("scores must be finite, got " + Arrays.toString(score));
    }
    var order = IntStream.range(0, score.length).boxed()
            .sorted(Comparator.comparingDouble(i -> -score[i])).toList();
    var found = 0;
    var sum = 0.0;
    for (var k = 0; k < order.size(); k++) {
        if (positive[order.get(k)]) {
            found++;
            sum += (found / (k + 1.0) + (k == 0 ? 1 : (found - 1.0) / k)) / 2;
        }
    }
    if (found == 0) {
        throw new IllegalArgumentException("no question is positive");
    }
    return sum / found;
}
