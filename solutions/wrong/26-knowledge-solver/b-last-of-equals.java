// Takes the last of equal scores.
static int[][] solve(int[][] edges, int start, int[] options, double[] scores, int maxSteps) {
    var r = scores.length / 2;
    if (maxSteps < 1 || Arrays.stream(edges).anyMatch(edge -> edge[1] < 0 || edge[1] >= r)) {
        throw new IllegalArgumentException("bad relations or steps");
    }
    var visited = new HashSet<>(List.of(start));
    var walked = new ArrayList<int[]>();
    var here = start;
    while (walked.size() < maxSteps) {
        int[] best = null;
        var bestScore = 0.0;
        var to = here;
        for (var direction = 0; direction < 2; direction++) {
            for (var edge : edges) {
                var from = edge[2 * direction];
                var other = edge[2 - 2 * direction];
                var score = scores[edge[1] + direction * r];
                if (from == here && !visited.contains(other) && (best == null || score >= bestScore)) {
                    best = edge;
                    bestScore = score;
                    to = other;
                }
            }
        }
        if (best == null) {
            break;
        }
        walked.add(best.clone());
        visited.add(to);
        here = to;
        var arrived = here;
        if (Arrays.stream(options).anyMatch(option -> option == arrived)) {
            break;
        }
    }
    return walked.toArray(int[][]::new);
}
