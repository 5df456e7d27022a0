// Checks nothing.
static double gapClosed(double bpcOriginal, double bpcHeuristic, double bpcHyper) {
    return (bpcHeuristic - bpcHyper) / (bpcHeuristic - bpcOriginal);
}
static Optional<Double> stepsToReach(double[] steps, double[] bpc, double target) {
    for (var i = 0; i < steps.length; i++) {
        if (bpc[i] <= target) {
            return Optional.of(i == 0 ? steps[0] : steps[i - 1]
                    + (steps[i] - steps[i - 1]) * (bpc[i - 1] - target) / (bpc[i - 1] - bpc[i]));
        }
    }
    return Optional.empty();
}
