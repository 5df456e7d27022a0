// Divides by the number of positions, padding included.
static double[][] meanPool(double[][][] hidden, int[][] ids) {
    if (hidden.length != ids.length) {
        throw new IllegalArgumentException("bad numbers of sentences");
    }
    var means = new double[ids.length][];
    for (var b = 0; b < ids.length; b++) {
        if (ids[b].length != ids[0].length || hidden[b].length != ids[b].length) {
            throw new IllegalArgumentException("bad sentence " + b);
        }
        means[b] = new double[hidden[0][0].length];
        var counted = 0;
        for (var t = 0; t < ids[b].length; t++) {
            if (hidden[b][t].length != means[b].length) {
                throw new IllegalArgumentException("bad state " + t + " of sentence " + b);
            }
            if (ids[b][t] != 0 && ids[b][t] != 2) {
                counted++;
                for (var i = 0; i < means[b].length; i++) {
                    means[b][i] += hidden[b][t][i];
                }
            }
        }
        if (counted == 0) {
            throw new IllegalArgumentException("nothing counts");
        }
        for (var i = 0; i < means[b].length; i++) {
            means[b][i] /= ids[b].length;
        }
    }
    return means;
}
