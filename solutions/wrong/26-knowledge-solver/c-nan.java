// Divides 0 by 0 if no walk ends at an option.
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
                right += end == questions[i][0] ? 1 : 0;
            }
        }
    }
    return right / (double) arrived;
}
