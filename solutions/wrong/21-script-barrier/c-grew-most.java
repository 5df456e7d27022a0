// Names the script whose distance has grown most.
static int scriptsCloserAfter(double[][] before, double[][] after, int[] script) {
    var was = unit(before, script);
    var is = unit(after, script);
    var best = Double.NEGATIVE_INFINITY;
    var closest = 0;
    for (var s : Arrays.stream(script).distinct().sorted().toArray()) {
        var d = Math.sqrt(squaredDistance(mean(was, i -> script[i] == s), mean(was, i -> true)));
        var now = Math.sqrt(squaredDistance(mean(is, i -> script[i] == s), mean(is, i -> true)));
        var shrunk = d == 0 ? 0 : (now - d) / d;
        if (shrunk > best + 1e-9) {
            best = shrunk;
            closest = s;
        }
    }
    return closest;
}
