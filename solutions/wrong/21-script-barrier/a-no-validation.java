// Checks nothing.
static double[][] meanPool(double[][][] hidden, int[][] ids) {
    return IntStream.range(0, ids.length).mapToObj(b -> {
        var counted = IntStream.range(0, ids[b].length).filter(t -> ids[b][t] != 0 && ids[b][t] != 2).toArray();
        return IntStream.range(0, hidden[b][0].length)
                .mapToDouble(i -> Arrays.stream(counted).mapToDouble(t -> hidden[b][t][i]).sum() / counted.length)
                .toArray();
    }).toArray(double[][]::new);
}
