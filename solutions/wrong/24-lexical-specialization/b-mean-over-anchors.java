// Takes the mean of each name first, then the mean over names.
static double ntXentLabels(double[][] z, int[] label, double tau) {
    if (z.length != label.length || !(tau > 0)) {
        throw new IllegalArgumentException(z.length + " vectors, " + label.length + " labels, τ = " + tau);
    }
    var units = Arrays.stream(z).map(vector -> {
        var length = Math.sqrt(Arrays.stream(vector).map(x -> x * x).sum());
        if (length == 0 || vector.length != z[0].length) {
            throw new IllegalArgumentException("a vector is zero or has another length");
        }
        return Arrays.stream(vector).map(x -> x / length).toArray();
    }).toArray(double[][]::new);
    var sum = 0.0;
    var pairs = 0.0;
    for (var i = 0; i < z.length; i++) {
        var anchor = i;
        var s = Arrays.stream(units).mapToDouble(unit -> IntStream.range(0, unit.length)
                .mapToDouble(d -> units[anchor][d] * unit[d]).sum() / tau).toArray();
        for (var j = 0; j < z.length; j++) {
            if (i != j && label[i] == label[j]) {
                var others = IntStream.range(0, z.length).filter(k -> label[k] != label[anchor]).mapToDouble(k -> s[k]).toArray();
                var largest = Math.max(s[j], Arrays.stream(others).max().orElse(s[j]));
                var partners = Arrays.stream(label).filter(other -> other == label[anchor]).count() - 1.0;
                sum += (largest - s[j] + Math.log(Math.exp(s[j] - largest)
                        + Arrays.stream(others).map(x -> Math.exp(x - largest)).sum())) / partners;
                pairs += 1 / partners;
            }
        }
    }
    if (pairs == 0) {
        throw new IllegalArgumentException("no two vectors share a label: " + Arrays.toString(label));
    }
    return sum / pairs;
}
