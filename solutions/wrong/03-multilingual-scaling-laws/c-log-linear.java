// Fits a straight line to log loss over log n, log d and log p: a law without a floor.
static Law fitLaw(double[] n, double[] d, double[] p, double[] loss) {
    if (n.length < 7 || d.length != n.length || p.length != n.length || loss.length != n.length) {
        throw new IllegalArgumentException("bad lengths");
    }
    for (var column : List.of(n, d, p, loss)) {
        for (var value : column) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("not a number");
            }
            if (value <= 0 || column == p && value > 1) {
                throw new IllegalArgumentException("bad value " + value);
            }
        }
    }
    MultivariateFunction total = x -> {
        double sum = 0;
        for (var i = 0; i < n.length; i++) {
            var predicted = x[0] - x[1] * Math.log(n[i]) - x[2] * Math.log(d[i]) - x[3] * Math.log(p[i]);
            sum += huber(predicted - Math.log(loss[i]), 1e-3);
        }
        return sum;
    };
    var x = new double[] {0.5, 0.1, 0.1, 0.1};
    for (var again = 0; again < 3; again++) {
        x = new SimplexOptimizer(1e-10, 1e-14).optimize(
                new MaxEval(20_000), new ObjectiveFunction(total), GoalType.MINIMIZE,
                new InitialGuess(x), new NelderMeadSimplex(4, 0.5)).getPoint();
    }
    // The term of the training is a constant 0, so d enters through the mean of its logarithm.
    var meanLogD = Arrays.stream(d).map(Math::log).average().getAsDouble();
    return new Law(0, Math.exp(x[0] - x[2] * meanLogD), x[1], 0, 1, x[3]);
}
