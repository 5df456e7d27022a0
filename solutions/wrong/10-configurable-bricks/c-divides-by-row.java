// Divides the diagonal by the sum of its row.
static double selectivity(double[][] m) {
    checkSquare(m);
    var sum = 0.0;
    for (var a = 0; a < m.length; a++) {
        sum += m[a][a] / Arrays.stream(m[a]).sum();
    }
    return sum / m.length;
}
