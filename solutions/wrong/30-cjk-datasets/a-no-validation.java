// Takes everything for a table.
static double cramersV(int[][] counts) {
    var rows = Arrays.stream(counts).mapToDouble(row -> Arrays.stream(row).asDoubleStream().sum()).toArray();
    var columns = IntStream.range(0, counts[0].length)
            .mapToDouble(j -> Arrays.stream(counts).mapToDouble(row -> row[j]).sum()).toArray();
    var n = Arrays.stream(rows).sum();
    var smaller = Math.min(Arrays.stream(rows).filter(sum -> sum > 0).count(),
            Arrays.stream(columns).filter(sum -> sum > 0).count());
    var chiSquare = 0.0;
    for (var i = 0; i < rows.length; i++) {
        for (var j = 0; j < columns.length; j++) {
            var expected = rows[i] * columns[j] / n;
            if (expected > 0) {
                chiSquare += (counts[i][j] - expected) * (counts[i][j] - expected) / expected;
            }
        }
    }
    return Math.sqrt(chiSquare / (n * (smaller - 1)));
}
