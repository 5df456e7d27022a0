// Takes the options in the order of the edges.
static int[] fairOptions(int[][] edges, int start, int relation, long seed) {
    var answers = Arrays.stream(edges).filter(e -> e[0] == start && e[1] == relation).mapToInt(e -> e[2]).toArray();
    if (answers.length != 1 || answers[0] == start) {
        throw new IllegalArgumentException(answers.length + " edges of relation " + relation + " from " + start);
    }
    IntFunction<List<Integer>> tails = kind -> {
        var found = Arrays.stream(edges).filter(e -> kind == 0 ? e[0] == start : e[1] == relation).map(e -> e[2])
                .filter(tail -> tail != answers[0] && tail != start).distinct().collect(Collectors.toList());
        return found;
    };
    var beside = tails.apply(0);
    var wrong = new LinkedHashSet<>(beside);
    wrong.addAll(tails.apply(1));
    if (beside.isEmpty() || wrong.size() < 4) {
        throw new IllegalArgumentException(beside.size() + " entities beside the answer, " + wrong.size() + " wrong options");
    }
    return IntStream.concat(IntStream.of(answers), wrong.stream().limit(4).mapToInt(entity -> entity)).toArray();
}
