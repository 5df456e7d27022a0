// Computes the exponentials as they stand in the formula.
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
    var pairs = 0;
    for (var i = 0; i < z.length; i++) {
        var anchor = i;
        var s = Arrays.stream(units).mapToDouble(unit -> IntStream.range(0, unit.length)
                .mapToDouble(d -> units[anchor][d] * unit[d]).sum() / tau).toArray();
        for (var j = 0; j < z.length; j++) {
            if (i != j && label[i] == label[j]) {
                var others = IntStream.range(0, z.length).filter(k -> label[k] != label[anchor]).mapToDouble(k -> s[k]).toArray();
                sum -= Math.log(Math.exp(s[j]) / (Math.exp(s[j]) + Arrays.stream(others).map(Math::exp).sum()));
                pairs++;
            }
        }
    }
    if (pairs == 0) {
        throw new IllegalArgumentException("no two vectors share a label: " + Arrays.toString(label));
    }
    return sum / pairs;
}
