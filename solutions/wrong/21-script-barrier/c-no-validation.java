// Checks nothing.
static double betweenGroupShare(double[][] z, int[] group) {
    var rows = z.clone();
    for (var i = 0; i < rows.length; i++) {
        var length = Math.sqrt(Arrays.stream(rows[i]).map(x -> x * x).sum());
        rows[i] = Arrays.stream(rows[i]).map(x -> x / length).toArray();
    }
    var grand = mean(rows, i -> true);
    var between = 0.0;
    var total = 0.0;
    for (var i = 0; i < rows.length; i++) {
        var g = group[i];
        between += squaredDistance(mean(rows, k -> group[k] == g), grand);
        total += squaredDistance(rows[i], grand);
    }
    return total < 1e-12 ? 0 : between / total;
}
