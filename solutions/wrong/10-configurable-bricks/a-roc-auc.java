// The area under the ROC curve: the share of pairs of a positive and a negative question in the right order.
static double averagePrecision(double[] score, boolean[] positive) {
    if (score == null || positive == null || score.length != positive.length) {
        throw new IllegalArgumentException("each question needs a score and a label");
    }
    if (!Arrays.stream(score).allMatch(Double::isFinite)) {
        throw new IllegalArgumentException("scores must be finite");
    }
    var right = 0;
    var pairs = 0;
    var found = 0;
    for (var i = 0; i < score.length; i++) {
        found += positive[i] ? 1 : 0;
        for (var j = 0; j < score.length; j++) {
            if (positive[i] && !positive[j]) {
                pairs++;
                right += score[i] > score[j] ? 1 : 0;
            }
        }
    }
    if (found == 0) {
        throw new IllegalArgumentException("no question is positive");
    }
    return pairs == 0 ? 1 : right / (double) pairs;
}
