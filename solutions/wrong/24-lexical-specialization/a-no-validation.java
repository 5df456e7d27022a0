// Checks nothing.
static double mrr(double[][] queries, double[][] vocab, int[] gold) {
    var units = Stream.concat(Arrays.stream(queries), Arrays.stream(vocab)).map(vector -> {
        var length = Math.sqrt(Arrays.stream(vector).map(x -> x * x).sum());
        return Arrays.stream(vector).map(x -> x / length).toArray();
    }).toArray(double[][]::new);
    var sum = 0.0;
    for (var q = 0; q < queries.length; q++) {
        var query = units[q];
        var cosines = IntStream.range(0, vocab.length).mapToDouble(w -> IntStream.range(0, query.length)
                .mapToDouble(i -> query[i] * units[queries.length + w][i]).sum()).toArray();
        var right = cosines[gold[q]];
        sum += 1.0 / (1 + Arrays.stream(cosines).filter(cosine -> cosine > right + 1e-9).count());
    }
    return sum / queries.length;
}
