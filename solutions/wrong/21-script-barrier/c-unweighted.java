// Counts every group once, whatever its size.
static double betweenGroupShare(double[][] z, int[] group) {
    var unit = unit(z, group);
    var grand = mean(unit, i -> true);
    var total = Arrays.stream(unit).mapToDouble(row -> squaredDistance(row, grand)).sum();
    var groups = Arrays.stream(group).distinct().toArray();
    var between = Arrays.stream(groups).mapToDouble(g -> squaredDistance(mean(unit, i -> group[i] == g), grand)).sum();
    return total < 1e-12 ? 0 : between * unit.length / groups.length / total;
}
