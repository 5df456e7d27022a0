// Checks nothing.
static Law fitLaw(double[] n, double[] d, double[] p, double[] loss) {
    MultivariateFunction total = x -> {
        var law = ofLogarithms(x);
        double sum = 0;
        for (var i = 0; i < n.length; i++) {
            var alone = law.e() + law.a() / Math.pow(n[i], law.alpha()) + law.b() / Math.pow(d[i], law.beta());
            var predicted = alone * Math.pow(p[i], -law.gamma());
            sum += huber(Math.log(predicted) - Math.log(loss[i]), 1e-3);
        }
        return sum;
    };
    var half = Math.log(Arrays.stream(loss).min().getAsDouble() / 2);
    var best = new PointValuePair(new double[] {half, half, Math.log(0.3), half, Math.log(0.3), 0.1}, Double.MAX_VALUE);
    for (var again = 0; again < 3; again++) {
        best = new SimplexOptimizer(1e-10, 1e-14).optimize(
                new MaxEval(20_000), new ObjectiveFunction(total), GoalType.MINIMIZE,
                new InitialGuess(best.getPoint()), new NelderMeadSimplex(6, 0.5));
    }
    return ofLogarithms(best.getPoint());
}
