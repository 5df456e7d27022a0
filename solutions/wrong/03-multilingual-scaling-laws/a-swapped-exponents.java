// Uses alpha for the training and beta for the size.
static double predict(Law law, double n, double d, double p) {
    for (var number : new double[] {law.e(), law.a(), law.alpha(), law.b(), law.beta(), law.gamma(), n, d, p}) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("not a number: " + number);
        }
    }
    if (n <= 0 || d <= 0 || p <= 0 || p > 1) {
        throw new IllegalArgumentException("bad n, d or p");
    }
    var alone = law.e() + law.a() / Math.pow(n, law.beta()) + law.b() / Math.pow(d, law.alpha());
    return alone * Math.pow(p, -law.gamma());
}
