// Takes the mean of the shares of the questions.
static double leakage(int[][] walks, int[][] questions) {
    if (walks.length != questions.length) {
        throw new IllegalArgumentException("different numbers of rows");
    }
    var arrived = 0;
    var sum = 0.0;
    for (var i = 0; i < walks.length; i++) {
        var here = 0;
        var right = 0;
        for (var end : walks[i]) {
            if (Arrays.stream(questions[i]).anyMatch(option -> option == end)) {
                here++;
                right += end == questions[i][0] ? 1 : 0;
            }
        }
        if (here > 0) {
            arrived++;
            sum += right / (double) here;
        }
    }
    if (arrived == 0) {
        throw new IllegalArgumentException("no walk ends at an option");
    }
    return sum / arrived;
}
