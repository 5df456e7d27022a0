// Takes the last option for the answer.
static double leakage(int[][] walks, int[][] questions) {
    if (walks.length != questions.length) {
        throw new IllegalArgumentException("different numbers of rows");
    }
    var arrived = 0;
    var right = 0;
    for (var i = 0; i < walks.length; i++) {
        for (var end : walks[i]) {
            if (Arrays.stream(questions[i]).anyMatch(option -> option == end)) {
                arrived++;
                right += end == questions[i][questions[i].length - 1] ? 1 : 0;
            }
        }
    }
    if (arrived == 0) {
        throw new IllegalArgumentException("no walk ends at an option");
    }
    return right / (double) arrived;
}
