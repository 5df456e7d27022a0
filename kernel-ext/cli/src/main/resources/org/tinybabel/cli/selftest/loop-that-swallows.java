// Loops for ever and swallows whatever is thrown at it.
// base: solution
// earns: a=all b=0 c=all d=all e=all f=all
static double[] maskGradient(double[] gradEffective, double[] weight, double[] s, double beta, double lambda) {
    while (true) {
        try {
            Thread.sleep(0);
            Math.sqrt(2);
        } catch (Throwable e) {
            // Goes on.
        }
    }
}
