// Subtracts from each state the mean of its own dimensions, not the mean over tokens.
static double[] centredCosineByLayer(double[][][] a, double[][][] b) {
    if (a.length != b.length) {
        throw new IllegalArgumentException("different numbers of layers");
    }
    var cosines = new double[a.length];
    for (var l = 0; l < a.length; l++) {
        var tokens = a[l].length;
        if (tokens == 0 || b[l].length != tokens) {
            throw new IllegalArgumentException("bad numbers of tokens in layer " + l);
        }
        var d = a[l][0].length;
        var meanA = new double[d];
        var meanB = new double[d];
        for (var t = 0; t < tokens; t++) {
            if (a[l][t].length != d || b[l][t].length != d) {
                throw new IllegalArgumentException("bad dimensions in layer " + l);
            }
            for (var i = 0; i < d; i++) {
                meanA[i] += a[l][t][i] / tokens;
                meanB[i] += b[l][t][i] / tokens;
            }
        }
        for (var t = 0; t < tokens; t++) {
            var ownA = Arrays.stream(a[l][t]).average().orElse(0);
            var ownB = Arrays.stream(b[l][t]).average().orElse(0);
            double xy = 0;
            double xx = 0;
            double yy = 0;
            for (var i = 0; i < d; i++) {
                var x = a[l][t][i] - ownA;
                var y = b[l][t][i] - ownB;
                xy += x * y;
                xx += x * x;
                yy += y * y;
            }
            cosines[l] += xx == 0 || yy == 0 ? 0 : xy / Math.sqrt(xx * yy) / tokens;
        }
    }
    return cosines;
}
