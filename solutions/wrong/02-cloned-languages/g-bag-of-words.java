// Takes sentences with the same words in another order for the same.
static boolean[] heldOut(int[][] sentences, int vocabSize, double share, long seed) {
    if (vocabSize < 1 || !(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("V must be at least 1, the share from 0 to 1, got " + vocabSize + ", " + share);
    }
    if (!Arrays.stream(sentences).flatMapToInt(Arrays::stream).allMatch(id -> id >= 0 && id < 2 * vocabSize)) {
        throw new IllegalArgumentException("an id is outside 0 to " + (2 * vocabSize - 1));
    }
    var random = new Random(seed);
    var decided = new HashMap<List<Integer>, Boolean>();
    var heldOut = new boolean[sentences.length];
    for (var i = 0; i < sentences.length; i++) {
        var words = Arrays.stream(sentences[i]).mapToObj(id -> id % vocabSize).sorted().toList();
        heldOut[i] = decided.computeIfAbsent(words, first -> random.nextDouble() < share);
    }
    return heldOut;
}
