// Walks both ways, whatever undirected says.
static double leakage(int[][] edges, int[][] questions, boolean undirected, int walks, long seed) {
    if (walks < 1 || Arrays.stream(edges).anyMatch(edge -> edge.length != 3)) {
        throw new IllegalArgumentException("bad edges or number of walks");
    }
    var known = new HashSet<Integer>();
    var neighbours = new HashMap<Integer, TreeSet<Integer>>();
    for (var edge : edges) {
        known.add(edge[0]);
        known.add(edge[2]);
        neighbours.computeIfAbsent(edge[0], e -> new TreeSet<>()).add(edge[2]);
        neighbours.computeIfAbsent(edge[2], e -> new TreeSet<>()).add(edge[0]);
    }
    var random = new Random(seed);
    var arrived = 0;
    var right = 0;
    for (var question : questions) {
        if (question.length != 6 || Arrays.stream(question).distinct().count() != 6 || !known.contains(question[0])) {
            throw new IllegalArgumentException("bad question " + Arrays.toString(question));
        }
        var options = Arrays.stream(question).skip(1).boxed().collect(Collectors.toSet());
        for (var walk = 0; walk < walks; walk++) {
            var end = end(neighbours, question[0], options, random);
            arrived += options.contains(end) ? 1 : 0;
            right += end == question[1] ? 1 : 0;
        }
    }
    if (arrived == 0) {
        throw new IllegalArgumentException("no walk ends at an option");
    }
    return right / (double) arrived;
}
