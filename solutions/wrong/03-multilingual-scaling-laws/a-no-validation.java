// Checks nothing.
static double predict(Law law, double n, double d, double p) {
    var alone = law.e() + law.a() / Math.pow(n, law.alpha()) + law.b() / Math.pow(d, law.beta());
    return alone * Math.pow(p, -law.gamma());
}
