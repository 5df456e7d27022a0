// Checks nothing.
static int[][] cloneCorpus(int[][] corpus, int vocabSize, double pClone, long seed) {
    var random = new Random(seed);
    var mixed = new int[corpus.length][];
    for (var i = 0; i < corpus.length; i++) {
        mixed[i] = corpus[i].clone();
        if (random.nextDouble() < pClone) {
            for (var t = 0; t < mixed[i].length; t++) {
                mixed[i][t] += vocabSize;
            }
        }
    }
    return mixed;
}
