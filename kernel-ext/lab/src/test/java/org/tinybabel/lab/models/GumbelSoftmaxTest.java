package org.tinybabel.lab.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tinybabel.lab.engine.GradientRecorder;
import org.tinybabel.lab.engine.RandomStreams;
import org.tinybabel.lab.engine.TensorScope;

class GumbelSoftmaxTest {

    private static final double[] LOGITS = {0, 1, -1};

    @Test
    void choicesAreOneHot() {
        try (var scope = TensorScope.open()) {
            var choices = TensorScope.toRows(new GumbelSoftmax(0.5, 1).choose(scope, rows(scope, 50)));

            for (var row : choices) {
                assertThat(row).containsOnly(0, 1);
                assertThat(row[0] + row[1] + row[2]).isEqualTo(1);
            }
        }
    }

    @Test
    void optionsAreChosenAsOftenAsTheirSoftmaxSays() {
        var sum = Math.exp(0) + Math.exp(1) + Math.exp(-1);
        try (var scope = TensorScope.open()) {
            var shares = new GumbelSoftmax(2, 3)
                    .choose(scope, rows(scope, 20_000))
                    .mean(new int[] {0})
                    .toFloatArray();

            for (var k = 0; k < 3; k++) {
                assertThat(shares[k]).isCloseTo((float) (Math.exp(LOGITS[k]) / sum), within(0.012f));
            }
        }
    }

    @Test
    void equalSeedsChooseAlikeAndGoOn() {
        try (var scope = TensorScope.open()) {
            var one = new GumbelSoftmax(1, 1);
            var other = new GumbelSoftmax(1, 1);
            var first = one.choose(scope, rows(scope, 50)).toFloatArray();

            assertThat(other.choose(scope, rows(scope, 50)).toFloatArray()).isEqualTo(first);
            assertThat(one.choose(scope, rows(scope, 50)).toFloatArray()).isNotEqualTo(first);
        }
    }

    @Test
    void theGradientIsThatOfTheSoftVector() {
        var layout = new Layout(Map.of("logits", new Shape(1, 3)));
        try (var parameters = new Parameters(layout, LOGITS)) {
            parameters.setTrainable(true);
            var gradient = new float[3];
            try (var scope = TensorScope.open();
                    var recorder = GradientRecorder.start()) {
                var logits = parameters.in(scope).get("logits");
                var choice = new GumbelSoftmax(1.5, 7).choose(scope, logits);
                recorder.backward(
                        choice.mul(scope.array(new double[][] {{1, 0, 0}})).sum());
                gradient = parameters.flat().getGradient().toFloatArray();
            }
            // The same noise through finite differences of the soft vector's first entry.
            for (var k = 0; k < 3; k++) {
                var numeric = (soft(k, 1e-2) - soft(k, -1e-2)) / 2e-2;
                assertThat((double) gradient[k]).isCloseTo(numeric, within(1e-3));
            }
        }
    }

    /** The first entry of softmax((logits + g) / 1.5) with the noise of seed 7, one logit moved. */
    private static double soft(int moved, double by) {
        var random = RandomStreams.of(7, "gumbel");
        var weights = new double[3];
        var sum = 0.0;
        for (var k = 0; k < 3; k++) {
            var u = ((random.nextLong() >>> 11) + 0.5) * 0x1p-53;
            var g = -Math.log(-Math.log(u));
            weights[k] = Math.exp((LOGITS[k] + (k == moved ? by : 0) + g) / 1.5);
            sum += weights[k];
        }
        return weights[0] / sum;
    }

    @Test
    void aTemperatureOfZeroIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new GumbelSoftmax(0, 1));
    }

    private static NDArray rows(TensorScope scope, int n) {
        return scope.array(new double[][] {LOGITS}).repeat(0, n);
    }
}
