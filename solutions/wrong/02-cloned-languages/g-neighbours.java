// Takes it for granted that each sentence is followed by its clone.
static boolean[] heldOut(int[][] sentences, int vocabSize, double share, long seed) {
    if (vocabSize < 1 || !(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("V must be at least 1, the share from 0 to 1, got " + vocabSize + ", " + share);
    }
    if (!Arrays.stream(sentences).flatMapToInt(Arrays::stream).allMatch(id -> id >= 0 && id < 2 * vocabSize)) {
        throw new IllegalArgumentException("an id is outside 0 to " + (2 * vocabSize - 1));
    }
    var random = new Random(seed);
    var heldOut = new boolean[sentences.length];
    for (var i = 0; i < sentences.length; i++) {
        heldOut[i] = i % 2 == 0 ? random.nextDouble() < share : heldOut[i - 1];
    }
    return heldOut;
}
