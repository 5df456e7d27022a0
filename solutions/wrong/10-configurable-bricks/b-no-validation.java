// Checks nothing.
static int[] specialists(double[][] ap, int ability, int count) {
    ToDoubleFunction<Integer> margin = i -> ap[ability][i] - IntStream.range(0, ap.length)
            .filter(b -> b != ability).mapToDouble(b -> ap[b][i]).max().orElse(0);
    return IntStream.range(0, ap[0].length).boxed()
            .sorted(Comparator.<Integer>comparingDouble(i -> -ap[ability][i])
                    .thenComparingDouble(i -> -margin.applyAsDouble(i)))
            .limit(count).mapToInt(i -> i).toArray();
}
