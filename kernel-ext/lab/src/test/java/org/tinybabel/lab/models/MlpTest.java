package org.tinybabel.lab.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;
import org.tinybabel.lab.engine.GradientRecorder;
import org.tinybabel.lab.engine.TensorScope;
import org.tinybabel.lab.training.Trainer;

class MlpTest {

    private static final double[][] X = {{0.5, -1, 2}, {1, 1, -0.5}};

    private static double gelu(double x) {
        return x * 0.5 * (1 + Erf.erf(x / Math.sqrt(2)));
    }

    @Test
    void computesLinearLayersWithGeluBetweenThem() {
        try (var mlp = Mlp.inDoublePrecision(1, 3, 2, 1);
                var scope = TensorScope.open()) {
            var values = new double[] {1, 2, 3, -1, 0, 1, 0.1, -0.2, 2, -3, 0.5}; // W, b; W, b
            mlp.parameters().set(values);
            var y = TensorScope.toRows(mlp.forward(scope.array(X).toType(DataType.FLOAT64, false), mlp.weights(scope)));

            for (var i = 0; i < X.length; i++) {
                var first = gelu(X[i][0] + 2 * X[i][1] + 3 * X[i][2] + 0.1);
                var second = gelu(-X[i][0] + X[i][2] - 0.2);
                assertThat(y[i]).containsExactly(new double[] {2 * first - 3 * second + 0.5}, within(1e-6));
            }
        }
    }

    @Test
    void theGradientIsThatOfFiniteDifferences() {
        try (var mlp = Mlp.inDoublePrecision(2, 3, 4, 4, 2)) {
            var gradient = gradient(mlp);
            var values = mlp.parameters().values();

            for (var i = 0; i < values.length; i++) {
                var numeric = (loss(mlp, values, i, 1e-5) - loss(mlp, values, i, -1e-5)) / 2e-5;
                assertThat(gradient[i]).as("entry " + i).isCloseTo(numeric, within(1e-6));
            }
        }
    }

    private static double[] gradient(Mlp mlp) {
        mlp.parameters().setTrainable(true);
        try (var scope = TensorScope.open();
                var recorder = GradientRecorder.start()) {
            var x = scope.array(X).toType(DataType.FLOAT64, false);
            recorder.backward(mlp.forward(x, mlp.weights(scope)).square().sum());
            return mlp.parameters().flat().getGradient().toDoubleArray();
        } finally {
            mlp.parameters().setTrainable(false);
        }
    }

    private static double loss(Mlp mlp, double[] values, int entry, double step) {
        var moved = values.clone();
        moved[entry] += step;
        mlp.parameters().set(moved);
        try (var scope = TensorScope.open()) {
            var x = scope.array(X).toType(DataType.FLOAT64, false);
            return mlp.forward(x, mlp.weights(scope)).square().sum().getDouble();
        } finally {
            mlp.parameters().set(values);
        }
    }

    @Test
    void oneThatIsZeroAtFirstGivesZeroAndLearnsAllTheSame() {
        try (var mlp = Mlp.zeroAtFirst(3, 3, 8, 2);
                var scope = TensorScope.open()) {
            var before = TensorScope.toRows(mlp.forward(scope.array(X), mlp.weights(scope)));
            var losses = new Trainer(mlp.parameters()).learningRate(0.02).run(200, (step, number) -> {
                var y = mlp.forward(step.array(X), mlp.weights(step));
                return y.sub(step.array(new double[][] {{1, 2}, {3, 4}}))
                        .square()
                        .mean();
            });

            assertThat(before).isDeepEqualTo(new double[2][2]);
            assertThat(losses[199]).isLessThan(losses[0] / 1000);
        }
    }

    @Test
    void weightsFollowTheSeed() {
        try (var one = Mlp.of(4, 3, 2);
                var same = Mlp.of(4, 3, 2);
                var other = Mlp.of(5, 3, 2)) {
            assertThat(one.parameters().values())
                    .containsExactly(same.parameters().values());
            assertThat(Arrays.equals(
                            one.parameters().values(), other.parameters().values()))
                    .isFalse();
        }
    }

    @Test
    void widthsAreChecked() {
        assertThatIllegalArgumentException().isThrownBy(() -> Mlp.of(0, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> Mlp.of(0, 3, 0, 2));
    }
}
