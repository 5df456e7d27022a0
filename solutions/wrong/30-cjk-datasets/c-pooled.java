// Throws all strata together first.
static double mantelHaenszelOddsRatio(int[][][] strata) {
    if (strata == null) {
        throw new IllegalArgumentException("no strata");
    }
    var sum = new double[4];
    for (var s : strata) {
        if (s == null || s.length != 2 || Arrays.stream(s).anyMatch(row -> row == null || row.length != 2)) {
            throw new IllegalArgumentException("a stratum is 2 × 2, got " + Arrays.deepToString(s));
        }
        if (Arrays.stream(s).flatMapToInt(Arrays::stream).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("counts must not be negative: " + Arrays.deepToString(s));
        }
        for (var i = 0; i < 4; i++) {
            sum[i] += s[i / 2][i % 2];
        }
    }
    if (sum[1] * sum[2] == 0) {
        throw new IllegalArgumentException("the odds ratio is infinite or unknown");
    }
    return sum[0] * sum[3] / (sum[1] * sum[2]);
}
