// Compares only, and every comparison with NaN is false.
static double predict(Law law, double n, double d, double p) {
    if (n <= 0 || d <= 0 || p <= 0 || p > 1) {
        throw new IllegalArgumentException("bad n, d or p");
    }
    var alone = law.e() + law.a() / Math.pow(n, law.alpha()) + law.b() / Math.pow(d, law.beta());
    return alone * Math.pow(p, -law.gamma());
}
