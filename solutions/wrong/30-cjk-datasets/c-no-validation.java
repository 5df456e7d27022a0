// Takes everything for strata.
static double mantelHaenszelOddsRatio(int[][][] strata) {
    var above = 0.0;
    var below = 0.0;
    for (var s : strata) {
        var n = (double) s[0][0] + s[0][1] + s[1][0] + s[1][1];
        if (n > 0) {
            above += (double) s[0][0] * s[1][1] / n;
            below += (double) s[0][1] * s[1][0] / n;
        }
    }
    return above / below;
}
