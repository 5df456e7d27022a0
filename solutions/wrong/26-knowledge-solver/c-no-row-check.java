// Does not compare the numbers of rows.
static double leakage(int[][] walks, int[][] questions) {
    var arrived = 0;
    var right = 0;
    for (var i = 0; i < Math.min(walks.length, questions.length); i++) {
        for (var end : walks[i]) {
            if (Arrays.stream(questions[i]).anyMatch(option -> option == end)) {
                arrived++;
                right += end == questions[i][0] ? 1 : 0;
            }
        }
    }
    if (arrived == 0) {
        throw new IllegalArgumentException("no walk ends at an option");
    }
    return right / (double) arrived;
}
