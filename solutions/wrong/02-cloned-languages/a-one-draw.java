// Draws once for the whole corpus.
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
    var draw = new Random(seed).nextDouble();
    var mixed = new int[corpus.length][];
    for (var i = 0; i < corpus.length; i++) {
        mixed[i] = corpus[i].clone();
        if (draw < pClone) {
            for (var t = 0; t < mixed[i].length; t++) {
                mixed[i][t] += vocabSize;
            }
        }
    }
    return mixed;
}
