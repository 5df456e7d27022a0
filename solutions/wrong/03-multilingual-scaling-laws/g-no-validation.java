// Checks nothing.
static Report chooseAndReport(double[][] forecasts, double[] truth, boolean[] heldOut) {
    var best = 0;
    var smallest = Double.POSITIVE_INFINITY;
    var reported = 0.0;
    for (var f = 0; f < forecasts.length; f++) {
        var errors = new double[2];
        var counts = new int[2];
        for (var run = 0; run < Math.min(forecasts[f].length, Math.min(truth.length, heldOut.length)); run++) {
            var side = heldOut[run] ? 1 : 0;
            errors[side] += 100 * Math.abs(forecasts[f][run] - truth[run]) / truth[run];
            counts[side]++;
        }
        if (errors[0] / counts[0] < smallest) {
            best = f;
            smallest = errors[0] / counts[0];
            reported = errors[1] / counts[1];
        }
    }
    return new Report(best, reported);
}
