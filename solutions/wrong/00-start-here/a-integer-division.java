// Adds in whole numbers.
static double mean(double[] values) {
    if (values.length == 0) {
        throw new IllegalArgumentException("no values");
    }
    var sum = 0;
    for (var value : values) {
        sum += (int) value;
    }
    return sum / values.length;
}
