// Averages the odds ratios of the strata.
static double mantelHaenszelOddsRatio(int[][][] strata) {
    if (strata == null || strata.length == 0) {
        throw new IllegalArgumentException("no strata");
    }
    var sum = 0.0;
    var filled = 0;
    for (var s : strata) {
        var below = (double) s[0][1] * s[1][0];
        if (below > 0) {
            sum += (double) s[0][0] * s[1][1] / below;
            filled++;
        }
    }
    if (filled == 0) {
        throw new IllegalArgumentException("the odds ratio is infinite or unknown");
    }
    return sum / filled;
}
