// Compares dot products: long vectors win.
static double mrr(double[][] queries, double[][] vocab, int[] gold) {
    if (queries.length == 0 || gold.length != queries.length) {
        throw new IllegalArgumentException(queries.length + " queries, " + gold.length + " translations");
    }
    var units = Stream.concat(Arrays.stream(queries), Arrays.stream(vocab)).map(vector -> {
        var length = Math.sqrt(Arrays.stream(vector).map(x -> x * x).sum());
        if (length == 0 || vector.length != queries[0].length) {
            throw new IllegalArgumentException("a vector is zero or has another length");
        }
        return Arrays.stream(vector).map(x -> x).toArray();
    }).toArray(double[][]::new);
    var sum = 0.0;
    for (var q = 0; q < queries.length; q++) {
        if (gold[q] < 0 || gold[q] >= vocab.length) {
            throw new IllegalArgumentException("no word " + gold[q] + " among " + vocab.length);
        }
        var query = units[q];
        var cosines = IntStream.range(0, vocab.length).mapToDouble(w -> IntStream.range(0, query.length)
                .mapToDouble(i -> query[i] * units[queries.length + w][i]).sum()).toArray();
        var right = cosines[gold[q]];
        sum += 1.0 / (1 + Arrays.stream(cosines).filter(cosine -> cosine > right + 1e-9).count());
    }
    return sum / queries.length;
}
