// Draws from another seed.
static int[] randomWalk(int[][] edges, int start, int[] options, int maxSteps, long seed) {
    if (maxSteps < 1 || !Arrays.stream(edges).allMatch(edge -> edge.length == 3)
            || Arrays.stream(edges).noneMatch(edge -> edge[0] == start || edge[2] == start)) {
        throw new IllegalArgumentException("bad edges, start or steps");
    }
    var random = new Random(0);
    var path = new ArrayList<>(List.of(start));
    while (path.size() <= maxSteps) {
        var here = path.get(path.size() - 1);
        var next = new TreeSet<Integer>();
        for (var edge : edges) {
            if (edge[0] == here) {
                next.add(edge[2]);
            }
            if (edge[2] == here) {
                next.add(edge[0]);
            }
        }
        next.removeAll(path);
        if (next.isEmpty()) {
            break;
        }
        var chosen = new ArrayList<>(next).get(random.nextInt(next.size()));
        path.add(chosen);
        if (Arrays.stream(options).anyMatch(option -> option == chosen)) {
            break;
        }
    }
    return path.stream().mapToInt(entity -> entity).toArray();
}
