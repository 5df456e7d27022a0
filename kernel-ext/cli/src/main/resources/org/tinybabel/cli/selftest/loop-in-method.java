// Loops for ever in a method.
// base: solution
// earns: a=all b=0 c=all d=all e=all f=all
static double[] maskGradient(double[] gradEffective, double[] weight, double[] s, double beta, double lambda) {
    while (true) {
    }
}
