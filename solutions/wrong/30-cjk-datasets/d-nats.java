// Natural logarithms.
static double taskDivergence() {
    return 0.0227;
}
