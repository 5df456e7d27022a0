// Divides 0 by 0 for an empty array.
static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
}
