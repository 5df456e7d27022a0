// Checks nothing.
static double averagePrecision(double[] score, boolean[] positive) {
    var order = IntStream.range(0, score.length).boxed().sorted(Comparator.comparingDouble(i -> -score[i])).toList();
    var found = 0;
    var sum = 0.0;
    for (var k = 0; k < order.size(); k++) {
        if (positive[order.get(k)]) {
            found++;
            sum += found / (k + 1.0);
        }
    }
    return sum / found;
}
