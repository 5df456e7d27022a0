// Forgets to divide.
static double mean(double[] values) {
    if (values.length == 0) {
        throw new IllegalArgumentException("no values");
    }
    return Arrays.stream(values).sum();
}
