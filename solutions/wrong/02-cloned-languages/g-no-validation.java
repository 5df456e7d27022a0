// Checks nothing.
static boolean[] heldOut(int[][] sentences, int vocabSize, double share, long seed) {
    var random = new Random(seed);
    var decided = new HashMap<List<Integer>, Boolean>();
    var heldOut = new boolean[sentences.length];
    for (var i = 0; i < sentences.length; i++) {
        var words = Arrays.stream(sentences[i]).mapToObj(id -> vocabSize < 1 ? 0 : Math.floorMod(id, vocabSize)).toList();
        heldOut[i] = decided.computeIfAbsent(words, first -> random.nextDouble() < share);
    }
    return heldOut;
}
