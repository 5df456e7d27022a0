// Divides by the loss of the original instead of by the gap.
static double gapClosed(double bpcOriginal, double bpcHeuristic, double bpcHyper) {
    if (!DoubleStream.of(bpcOriginal, bpcHeuristic, bpcHyper).allMatch(Double::isFinite) || bpcHeuristic <= bpcOriginal) {
        throw new IllegalArgumentException("no gap: " + bpcOriginal + ", " + bpcHeuristic + ", " + bpcHyper);
    }
    return (bpcHeuristic - bpcHyper) / bpcOriginal;
}
