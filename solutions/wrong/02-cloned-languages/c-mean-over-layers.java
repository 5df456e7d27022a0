// Gives every layer the mean of all layers.
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
            double xy = 0;
            double xx = 0;
            double yy = 0;
            for (var i = 0; i < d; i++) {
                var x = a[l][t][i] - meanA[i];
                var y = b[l][t][i] - meanB[i];
                xy += x * y;
                xx += x * x;
                yy += y * y;
            }
            cosines[l] += xx == 0 || yy == 0 ? 0 : xy / Math.sqrt(xx * yy) / tokens;
        }
    }
    Arrays.fill(cosines, Arrays.stream(cosines).average().orElse(0));
    return cosines;
}
