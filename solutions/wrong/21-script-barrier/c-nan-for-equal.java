// Divides 0 by 0 where nothing varies.
static double betweenGroupShare(double[][] z, int[] group) {
    var unit = unit(z, group);
    for (var row : unit) {
        Arrays.setAll(row, i -> Math.rint(1e12 * row[i]) / 1e12);
    }
    var grand = mean(unit, i -> true);
    var total = Arrays.stream(unit).mapToDouble(row -> squaredDistance(row, grand)).sum();
    return IntStream.range(0, unit.length)
            .mapToDouble(i -> squaredDistance(mean(unit, k -> group[k] == group[i]), grand)).sum() / total;
}
