// Checks nothing.
static Overlap maskOverlap(Map<String, boolean[]> a, Map<String, boolean[]> b) {

    double inA = 0;
    double inB = 0;
    double both = 0;
    double all = 0;
    double expected = 0;
    double shares = 0;
    double chances = 0;
    for (var block : a.keySet()) {
        var n = a.get(block).length;
        double aHere = 0;
        double bHere = 0;
        double bothHere = 0;
        for (var j = 0; j < n; j++) {
            aHere += a.get(block)[j] ? 1 : 0;
            bHere += b.get(block)[j] ? 1 : 0;
            bothHere += a.get(block)[j] && b.get(block)[j] ? 1 : 0;
        }
        inA += aHere;
        inB += bHere;
        both += bothHere;
        all += n;
        expected += n == 0 ? 0 : aHere * bHere / n;
        shares += aHere == 0 ? 0 : bothHere / aHere;
        chances += n == 0 ? 0 : bHere / n;
    }

    var observed = both / inA;
    var chance = expected / inA;
    return new Overlap(observed, chance, chance == 0 ? Double.NaN : observed / chance);
}
