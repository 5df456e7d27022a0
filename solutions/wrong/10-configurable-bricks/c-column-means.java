// Compares with what removing others does to the ability: the mean of the column.
static double selectivity(double[][] m) {
    checkSquare(m);
    var sum = 0.0;
    for (var a = 0; a < m.length; a++) {
        var own = a;
        sum += m[a][a] - (Arrays.stream(m).mapToDouble(row -> row[own]).sum() - m[a][a]) / (m.length - 1);
    }
    return sum / m.length;
}
