// Doubles the ids instead of shifting them, so that the clone shares ids with the original.
static int[][] cloneCorpus(int[][] corpus, int vocabSize, double pClone, long seed) {
    if (vocabSize < 1 || !(pClone >= 0 && pClone <= 1)) {
        throw new IllegalArgumentException("bad vocabSize or pClone");
    }
    for (var sequence : corpus) {
        for (var id : sequence) {
            if (id < 0 || id >= vocabSize) {
                throw new IllegalArgumentException("bad id " + id);
            }
        }
    }
    var random = new Random(seed);
    var mixed = new int[corpus.length][];
    for (var i = 0; i < corpus.length; i++) {
        mixed[i] = corpus[i].clone();
        if (random.nextDouble() < pClone) {
            for (var t = 0; t < mixed[i].length; t++) {
                mixed[i][t] *= 2;
            }
        }
    }
    return mixed;
}
