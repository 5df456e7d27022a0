// Turns the ratio over.
static double mantelHaenszelOddsRatio(int[][][] strata) {
    if (strata == null) {
        throw new IllegalArgumentException("no strata");
    }
    var above = 0.0;
    var below = 0.0;
    for (var s : strata) {
        if (s == null || s.length != 2 || Arrays.stream(s).anyMatch(row -> row == null || row.length != 2)) {
            throw new IllegalArgumentException("a stratum is 2 × 2, got " + Arrays.deepToString(s));
        }
        if (Arrays.stream(s).flatMapToInt(Arrays::stream).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("counts must not be negative: " + Arrays.deepToString(s));
        }
        var n = (double) s[0][0] + s[0][1] + s[1][0] + s[1][1];
        if (n > 0) {
            below += (double) s[0][0] * s[1][1] / n;
            above += (double) s[0][1] * s[1][0] / n;
        }
    }
    if (below == 0) {
        throw new IllegalArgumentException("the odds ratio is infinite or unknown");
    }
    return above / below;
}
