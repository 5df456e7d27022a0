// Checks nothing.
static int[] fairOptions(int[][] edges, int start, int relation, long seed) {
    var answers = Arrays.stream(edges).filter(e -> e[0] == start && e[1] == relation).mapToInt(e -> e[2]).toArray();
    var random = new Random(seed);
    IntFunction<List<Integer>> tails = kind -> {
        var found = Arrays.stream(edges).filter(e -> kind == 0 ? e[0] == start : e[1] == relation).map(e -> e[2])
                .filter(tail -> tail != answers[0] && tail != start).distinct().collect(Collectors.toList());
        Collections.shuffle(found, random);
        return found;
    };
    var beside = tails.apply(0);
    var wrong = new LinkedHashSet<>(beside);
    wrong.addAll(tails.apply(1));
    return IntStream.concat(Arrays.stream(answers).limit(1), wrong.stream().limit(4).mapToInt(entity -> entity)).toArray();
}
