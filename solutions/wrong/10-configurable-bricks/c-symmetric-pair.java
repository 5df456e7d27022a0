// Adds up both directions before it looks for the largest.
static Pair mostShared(double[][] m) {
    checkSquare(m);
    var most = new Pair(0, 1);
    for (var a = 0; a < m.length; a++) {
        for (var b = 0; b < m.length; b++) {
            if (a != b && m[a][b] + m[b][a] > m[most.removed()][most.damaged()] + m[most.damaged()][most.removed()]) {
                most = new Pair(a, b);
            }
        }
    }
    return most;
}
