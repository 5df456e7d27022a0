// Checks nothing, and divides 0 by 0.
static double leakage(int[][] edges, int[][] questions, boolean undirected, int walks, long seed) {
    var neighbours = new HashMap<Integer, TreeSet<Integer>>();
    for (var edge : edges) {
        neighbours.computeIfAbsent(edge[0], e -> new TreeSet<>()).add(edge[2]);
        if (undirected) {
            neighbours.computeIfAbsent(edge[2], e -> new TreeSet<>()).add(edge[0]);
        }
    }
    var random = new Random(seed);
    var arrived = 0;
    var right = 0;
    for (var question : questions) {
        var options = Arrays.stream(question).skip(1).boxed().collect(Collectors.toSet());
        for (var walk = 0; walk < walks; walk++) {
            var end = end(neighbours, question[0], options, random);
            arrived += options.contains(end) ? 1 : 0;
            right += end == question[1] ? 1 : 0;
        }
    }
    return right / (double) arrived;
}
