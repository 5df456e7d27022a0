// Checks nothing.
static double[] centredCosineByLayer(double[][][] a, double[][][] b) {
    var cosines = new double[a.length];
    for (var l = 0; l < a.length; l++) {
        var tokens = a[l].length;
        var d = a[l][0].length;
        var meanA = new double[d];
        var meanB = new double[d];
        for (var t = 0; t < tokens; t++) {
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
    return cosines;
}
