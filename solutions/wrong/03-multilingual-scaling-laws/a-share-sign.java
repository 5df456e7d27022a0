// Multiplies by p to the power of +gamma: more text of a family makes its loss larger.
static double predict(Law law, double n, double d, double p) {
    for (var number : new double[] {law.e(), law.a(), law.alpha(), law.b(), law.beta(), law.gamma(), n, d, p}) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("not a number: " + number);
        }
    }
    if (n <= 0 || d <= 0 || p <= 0 || p > 1) {
        throw new IllegalArgumentException("bad n, d or p");
    }
    var alone = law.e() + law.a() / Math.pow(n, law.alpha()) + law.b() / Math.pow(d, law.beta());
    return alone * Math.pow(p, law.gamma());
}
