// Checks nothing.
static double ntXentLabels(double[][] z, int[] label, double tau) {
    var units = Arrays.stream(z).map(vector -> {
        var length = Math.sqrt(Arrays.stream(vector).map(x -> x * x).sum());
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
                var largest = Math.max(s[j], Arrays.stream(others).max().orElse(s[j]));
                sum += largest - s[j] + Math.log(Math.exp(s[j] - largest)
                        + Arrays.stream(others).map(x -> Math.exp(x - largest)).sum());
                pairs++;
            }
        }
    }
    return sum / pairs;
}
