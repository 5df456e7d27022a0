// Divides by all walks.
static double leakage(int[][] walks, int[][] questions) {
    if (walks.length != questions.length) {
        throw new IllegalArgumentException("different numbers of rows");
    }
    var arrived = 0;
    var right = 0;
    for (var i = 0; i < walks.length; i++) {
        for (var end : walks[i]) {
            arrived++;
            if (Arrays.stream(questions[i]).anyMatch(option -> option == end)) {
                right += end == questions[i][0] ? 1 : 0;
            }
        }
    }
    if (arrived == 0) {
        throw new IllegalArgumentException("no walk ends at an option");
    }
    return right / (double) arrived;
}
