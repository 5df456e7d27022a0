// Lets errors up and down cancel in the choice.
static Report chooseAndReport(double[][] forecasts, double[] truth, boolean[] heldOut) {
    var runs = truth.length;
    var numbers = DoubleStream.concat(Arrays.stream(forecasts).flatMapToDouble(Arrays::stream), Arrays.stream(truth));
    var sides = IntStream.range(0, heldOut.length).mapToObj(run -> heldOut[run]).distinct().count();
    if (forecasts.length == 0 || heldOut.length != runs || sides != 2) {
        throw new IllegalArgumentException("forecasters and runs of both sides are needed");
    }
    if (!Arrays.stream(forecasts).allMatch(forecast -> forecast.length == runs)) {
        throw new IllegalArgumentException("each forecaster needs " + runs + " forecasts");
    }
    if (!numbers.allMatch(Double::isFinite) || !Arrays.stream(truth).allMatch(loss -> loss > 0)) {
        throw new IllegalArgumentException("losses are positive and finite");
    }
    var best = 0;
    var smallest = Double.POSITIVE_INFINITY;
    var reported = 0.0;
    for (var f = 0; f < forecasts.length; f++) {
        var errors = new double[2];
        var counts = new int[2];
        for (var run = 0; run < truth.length; run++) {
            var side = heldOut[run] ? 1 : 0;
            var error = 100 * (forecasts[f][run] - truth[run]) / truth[run];
            errors[side] += heldOut[run] ? Math.abs(error) : error;
            counts[side]++;
        }
        if (Math.abs(errors[0]) / counts[0] < smallest) {
            best = f;
            smallest = Math.abs(errors[0]) / counts[0];
            reported = errors[1] / counts[1];
        }
    }
    return new Report(best, reported);
}
