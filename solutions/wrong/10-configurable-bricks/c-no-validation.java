// Checks nothing.
static double selectivity(double[][] m) {
    var sum = 0.0;
    for (var a = 0; a < m.length; a++) {
        sum += m[a][a] - (Arrays.stream(m[a]).sum() - m[a][a]) / (m.length - 1);
    }
    return sum / m.length;
}
