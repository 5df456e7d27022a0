// Pools the tokens of all seeds.
static double shareInTheWalkThrough() {
    Function<String, double[]> all = column -> IntStream.range(10, 18).boxed()
            .flatMapToDouble(seed -> Arrays.stream(losses(column, seed))).toArray();
    return hindsightShare(all.apply("realised all big"), all.apply("realised oracle"),
            all.apply("expected all big"), all.apply("expected oracle"));
}
