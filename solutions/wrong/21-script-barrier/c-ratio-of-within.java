// Divides by the variance within the groups.
static double betweenGroupShare(double[][] z, int[] group) {
    var unit = unit(z, group);
    var grand = mean(unit, i -> true);
    var between = 0.0;
    var total = 0.0;
    for (var i = 0; i < unit.length; i++) {
        var g = group[i];
        between += squaredDistance(mean(unit, k -> group[k] == g), grand);
        total += squaredDistance(unit[i], grand);
    }
    return total < 1e-12 ? 0 : between / (total - between);
}
