// Returns -1 if the target is never reached.
static Optional<Double> stepsToReach(double[] steps, double[] bpc, double target) {
    if (steps.length == 0 || steps.length != bpc.length || !Double.isFinite(target)
            || !DoubleStream.concat(Arrays.stream(steps), Arrays.stream(bpc)).allMatch(Double::isFinite)) {
        throw new IllegalArgumentException("no curve: " + Arrays.toString(steps) + ", " + Arrays.toString(bpc));
    }
    if (IntStream.range(1, steps.length).anyMatch(i -> steps[i] <= steps[i - 1])) {
        throw new IllegalArgumentException("steps must increase: " + Arrays.toString(steps));
    }
    for (var i = 0; i < steps.length; i++) {
        if (bpc[i] <= target) {
            return Optional.of(i == 0 ? steps[0] : steps[i - 1]
                    + (steps[i] - steps[i - 1]) * (bpc[i - 1] - target) / (bpc[i - 1] - bpc[i]));
        }
    }
    return Optional.of(-1.0);
}
