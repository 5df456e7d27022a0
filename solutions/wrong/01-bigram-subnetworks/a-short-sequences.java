// Reads the first token of every sequence, even of an empty one.
static double[][] bigramProbabilities(int[][] sequences, int vocabSize, double alpha) {
    if (vocabSize < 1 || !(alpha >= 0)) {
        throw new IllegalArgumentException("bad vocabSize or alpha");
    }
    for (var sequence : sequences) {
        for (var token : sequence) {
            if (token < 0 || token >= vocabSize) {
                throw new IllegalArgumentException("bad token " + token);
            }
        }
    }
    var counts = new double[vocabSize][vocabSize];
    for (var sequence : sequences) {
        var current = sequence[0];
        for (var t = 1; t < sequence.length; t++) {
            counts[current][sequence[t]]++;
            current = sequence[t];
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
