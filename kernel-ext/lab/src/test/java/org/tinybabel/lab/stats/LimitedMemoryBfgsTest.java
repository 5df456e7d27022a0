package org.tinybabel.lab.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.hipparchus.analysis.MultivariateFunction;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.MaxIter;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.MultiStartMultivariateOptimizer;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.hipparchus.random.UncorrelatedRandomVectorGenerator;
import org.hipparchus.random.UniformRandomGenerator;
import org.hipparchus.random.Well19937c;
import org.junit.jupiter.api.Test;

class LimitedMemoryBfgsTest {

    private static final MultivariateFunction ROSENBROCK =
            x -> 100 * Math.pow(x[1] - x[0] * x[0], 2) + Math.pow(1 - x[0], 2);

    /** Coupled, with its free minimum at (2, 3). */
    private static final MultivariateFunction BOWL = x -> {
        var a = x[0] - 2;
        var b = x[1] - 3;
        return 2 * a * a + 2 * a * b + b * b;
    };

    private final LimitedMemoryBfgs optimizer = new LimitedMemoryBfgs(1e-8, new SimpleValueChecker(0, 0));

    private PointValuePair minimum(MultivariateFunction function, SimpleBounds bounds, int steps, double... start) {
        return optimizer.optimize(
                new ObjectiveFunction(function),
                new ObjectiveFunctionGradient(new CentralDifferences(function)),
                GoalType.MINIMIZE,
                new InitialGuess(start),
                bounds,
                new MaxIter(steps),
                new MaxEval(10_000));
    }

    @Test
    void itWalksRosenbrocksValleyToItsEnd() {
        var minimum = minimum(ROSENBROCK, SimpleBounds.unbounded(2), 200, -1.2, 1);

        assertThat(minimum.getPoint()).containsExactly(new double[] {1, 1}, within(1e-6));
        assertThat(optimizer.converged()).isTrue();
        assertThat(optimizer.getIterations()).isLessThan(60);
    }

    @Test
    void itNeedsFarFewerStepsThanVariablesOnAQuadraticOfThirtyVariables() {
        MultivariateFunction quadratic = x -> {
            var sum = 0.0;
            for (var i = 0; i < x.length; i++) {
                sum += (1 + i % 3) * (x[i] - i) * (x[i] - i);
            }
            return sum;
        };

        var minimum = minimum(quadratic, SimpleBounds.unbounded(30), 20, new double[30]);

        assertThat(minimum.getPoint()[29]).isCloseTo(29, within(1e-6));
        assertThat(optimizer.converged()).isTrue();
    }

    @Test
    void atABoundTheOtherVariableIsOptimalGivenTheBound() {
        var bounds = new SimpleBounds(new double[] {-5, -5}, new double[] {1, 10});

        var minimum = minimum(BOWL, bounds, 100, -4, -4);

        // With x = 1: b = −a, that is y = 3 + 1.
        assertThat(minimum.getPoint()).containsExactly(new double[] {1, 4}, within(1e-7));
        assertThat(minimum.getValue()).isCloseTo(1, within(1e-9));
        assertThat(optimizer.converged()).isTrue();
    }

    @Test
    void aVariableThatStartsAtABoundLeavesItIfTheMinimumIsInside() {
        var bounds = new SimpleBounds(new double[] {-5, -5}, new double[] {10, 10});

        assertThat(minimum(BOWL, bounds, 100, -5, 10).getPoint()).containsExactly(new double[] {2, 3}, within(1e-7));
    }

    @Test
    void equalBoundsFixAVariable() {
        var bounds = new SimpleBounds(new double[] {0, -50}, new double[] {0, 50});

        assertThat(minimum(BOWL, bounds, 100, 0, 0).getPoint()).containsExactly(new double[] {0, 5}, within(1e-7));
    }

    @Test
    void randomBoundedQuadraticsFulfilTheConditionsOfKarushKuhnAndTucker() {
        var random = new Random(5);
        for (var round = 0; round < 50; round++) {
            var centre = random.doubles(6, -3, 3).toArray();
            var mix = random.doubles(36, -1, 1).toArray();
            MultivariateFunction function = x -> {
                var sum = 0.0;
                for (var row = 0; row < 6; row++) {
                    var product = 0.3 * (x[row] - centre[row]);
                    sum += product * product;
                    product = 0;
                    for (var c = 0; c < 6; c++) {
                        product += mix[6 * row + c] * (x[c] - centre[c]);
                    }
                    sum += product * product;
                }
                return sum;
            };
            var bounds = new SimpleBounds(new double[] {-1, -1, -1, -1, -1, -1}, new double[] {1, 1, 1, 1, 1, 1});

            var x = minimum(function, bounds, 300, new double[6]).getPoint();

            var gradient = new CentralDifferences(function).value(x);
            for (var i = 0; i < 6; i++) {
                var residual = x[i] - Math.max(-1, Math.min(1, x[i] - gradient[i]));
                assertThat(residual).isCloseTo(0, within(1e-6));
            }
        }
    }

    @Test
    void whenItsStepsRunOutItReturnsWhereItIsAndSaysSo() {
        var stopped = minimum(ROSENBROCK, SimpleBounds.unbounded(2), 5, -1.2, 1);

        assertThat(optimizer.converged()).isFalse();
        assertThat(stopped.getValue()).isLessThan(ROSENBROCK.value(new double[] {-1.2, 1}));
    }

    @Test
    void itMaximisesToo() {
        MultivariateFunction hill = x -> -BOWL.value(x);

        var maximum = optimizer.optimize(
                new ObjectiveFunction(hill),
                new ObjectiveFunctionGradient(new CentralDifferences(hill)),
                GoalType.MAXIMIZE,
                new InitialGuess(new double[2]),
                new MaxEval(1000));

        assertThat(maximum.getPoint()).containsExactly(new double[] {2, 3}, within(1e-7));
        assertThat(maximum.getValue()).isCloseTo(0, within(1e-12));
    }

    @Test
    void hipparchusCanDriveItFromManyStarts() {
        MultivariateFunction twoValleys = x -> Math.pow(x[0] * x[0] - 1, 2) + 0.2 * x[0];
        var random = new Well19937c(3);
        var starts = new MultiStartMultivariateOptimizer(
                optimizer, 8, new UncorrelatedRandomVectorGenerator(1, new UniformRandomGenerator(random)));

        var minimum = starts.optimize(
                new ObjectiveFunction(twoValleys),
                new ObjectiveFunctionGradient(new CentralDifferences(twoValleys)),
                GoalType.MINIMIZE,
                new InitialGuess(new double[] {1}),
                SimpleBounds.unbounded(1),
                new MaxEval(10_000));

        assertThat(minimum.getPoint()[0]).isBetween(-1.1, -1.0);
        assertThat(starts.getOptima()[7].getPoint()[0]).isBetween(0.9, 1.0);
    }

    @Test
    void centralDifferencesAreExactForParabolasAndLeaveThePointAlone() {
        var x = new double[] {1, -200};

        var gradient = new CentralDifferences(v -> v[0] * v[0] * v[1]).value(x);

        assertThat(gradient).containsExactly(new double[] {-400, 1}, within(1e-7));
        assertThat(x).containsExactly(1, -200);
    }

    @Test
    void aToleranceThatIsNotANumberIsRejected() {
        assertThatThrownBy(() -> new LimitedMemoryBfgs(Double.NaN, new SimpleValueChecker(0, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the tolerance must not be negative, got NaN");
    }
}
