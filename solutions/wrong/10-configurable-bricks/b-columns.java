// Sets columns to 0 instead of rows.
static double[][] pruneRows(double[][] wOut, int[] neurons) {
    if (wOut == null || neurons == null
            || Arrays.stream(wOut).anyMatch(row -> row == null || row.length != wOut[0].length)) {
        throw new IllegalArgumentException("weights need rows of one length");
    }
    var pruned = Arrays.stream(wOut).map(row -> row.clone()).toArray(double[][]::new);
    for (var neuron : neurons) {
        if (neuron < 0 || neuron >= wOut.length) {
            throw new IllegalArgumentException("no neuron " + neuron + " among " + wOut.length);
        }
        for (var row : pruned) {
            row[neuron % row.length] = 0;
        }
    }
    return pruned;
}
