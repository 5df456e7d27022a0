// Checks nothing: a bad token ends in an ArrayIndexOutOfBoundsException.
static double[][] bigramProbabilities(int[][] sequences, int vocabSize, double alpha) {

    var counts = new double[vocabSize][vocabSize];
    for (var sequence : sequences) {
        for (var t = 0; t + 1 < sequence.length; t++) {
            counts[sequence[t]][sequence[t + 1]]++;
        }
    }
    for (var row : counts) {
        var total = Arrays.stream(row).sum() + alpha * vocabSize;
        for (var b = 0; b < vocabSize; b++) {
            row[b] = total == 0 ? 1.0 / vocabSize : (row[b] + alpha) / total;
        }
    }
    return counts;
}
