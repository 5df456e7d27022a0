// Takes the mean of the whole row, the diagonal included.
static double selectivity(double[][] m) {
    checkSquare(m);
    var sum = 0.0;
    for (var a = 0; a < m.length; a++) {
        sum += m[a][a] - Arrays.stream(m[a]).sum() / m.length;
    }
    return sum / m.length;
}
