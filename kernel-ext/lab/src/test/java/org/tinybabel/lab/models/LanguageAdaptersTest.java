package org.tinybabel.lab.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tinybabel.lab.engine.GradientRecorder;
import org.tinybabel.lab.engine.TensorScope;
import org.tinybabel.lab.training.Trainer;

class LanguageAdaptersTest {

    private static final EncoderShape SHAPE = new EncoderShape(9, 4, 6, 2, 2, 8);
    private static final int[][] TEXTS = {{3, 4, 5, 0}, {6, 7, 8, 3}, {3, 4, 5, 0}};

    private static double[][] states(TinyEncoder encoder, LanguageAdapters adapters, int... languages) {
        try (var scope = TensorScope.open()) {
            var hooks = adapters == null ? Hooks.NONE : adapters.hooks(scope, languages);
            return TensorScope.toRows(encoder.forward(scope.tokens(TEXTS), encoder.weights(scope), hooks)
                    .reshape(12, 6));
        }
    }

    private static void shake(Parameters parameters, long seed) {
        var random = new Random(seed);
        parameters.set(Arrays.stream(parameters.values())
                .map(value -> 0.3 * random.nextGaussian())
                .toArray());
    }

    @Test
    void newAdaptersChangeNothing() {
        try (var encoder = new TinyEncoder(SHAPE, 1);
                var adapters = LanguageAdapters.of(3, SHAPE, 2, 1)) {
            assertThat(states(encoder, adapters, 0, 1, 2)).isDeepEqualTo(states(encoder, null));
        }
    }

    @Test
    void everyTextGoesThroughTheAdapterOfItsLanguage() {
        try (var encoder = new TinyEncoder(SHAPE, 1);
                var adapters = LanguageAdapters.of(3, SHAPE, 2, 1)) {
            shake(adapters.parameters(), 5);
            var mixed = states(encoder, adapters, 0, 1, 2);
            var first = states(encoder, adapters, 0, 0, 0);
            for (var t = 0; t < 3; t++) {
                assertThat(mixed[t]).containsExactly(first[t], within(1e-5));
                assertThat(first[8 + t]).containsExactly(first[t], within(1e-5));
            }
            assertThat(mixed[8]).isNotEqualTo(first[8]);
        }
    }

    @Test
    void anAdapterIsAResidualBottleneck() {
        try (var adapters = LanguageAdapters.of(2, SHAPE, 2, 1);
                var scope = TensorScope.open()) {
            shake(adapters.parameters(), 6);
            var down = adapters.parameters().values("blocks.1.adapter.W_down");
            var up = adapters.parameters().values("blocks.1.adapter.W_up");
            var x = new Random(7).doubles(6, -1, 1).toArray();
            var expected = x.clone();
            for (var k = 0; k < 2; k++) {
                var sum = 0.0;
                for (var i = 0; i < 6; i++) {
                    sum += x[i] * down[12 + 2 * i + k]; // of language 1
                }
                for (var i = 0; i < 6; i++) {
                    expected[i] += Math.max(0, sum) * up[12 + 6 * k + i];
                }
            }
            var y = adapters.hooks(scope, 1)
                    .at(
                            "blocks.1.hook_resid_post",
                            scope.array(new double[][] {x}).reshape(1, 1, 6));

            assertThat(TensorScope.toRows(y.reshape(1, 6))[0]).containsExactly(expected, within(1e-5));
        }
    }

    @Test
    void theGradientIsThatOfFiniteDifferences() {
        try (var encoder = new TinyEncoder(SHAPE, 2, DataType.FLOAT64);
                var adapters = LanguageAdapters.inDoublePrecision(2, SHAPE, 2, 3)) {
            shake(adapters.parameters(), 8);
            var values = adapters.parameters().values();
            var gradient = gradient(encoder, adapters);
            for (var i = 0; i < values.length; i++) {
                var moved = values.clone();
                moved[i] += 1e-5;
                var more = loss(encoder, adapters, moved);
                moved[i] -= 2e-5;
                assertThat(gradient[i])
                        .as("entry " + i)
                        .isCloseTo((more - loss(encoder, adapters, moved)) / 2e-5, within(1e-5));
            }
        }
    }

    private static NDArray loss(TinyEncoder encoder, LanguageAdapters adapters, TensorScope scope) {
        return encoder.forward(scope.tokens(TEXTS), encoder.weights(scope), adapters.hooks(scope, 0, 1, 1))
                .square()
                .square()
                .sum();
    }

    private static double loss(TinyEncoder encoder, LanguageAdapters adapters, double[] values) {
        adapters.parameters().set(values);
        try (var scope = TensorScope.open()) {
            return loss(encoder, adapters, scope).getDouble();
        }
    }

    private static double[] gradient(TinyEncoder encoder, LanguageAdapters adapters) {
        adapters.parameters().setTrainable(true);
        try (var scope = TensorScope.open();
                var recorder = GradientRecorder.start()) {
            recorder.backward(loss(encoder, adapters, scope));
            return adapters.parameters().flat().getGradient().toDoubleArray();
        } finally {
            adapters.parameters().setTrainable(false);
        }
    }

    @Test
    void adaptersLearnWhileTheEncoderStaysAsItIs() {
        try (var encoder = new TinyEncoder(SHAPE, 1);
                var adapters = LanguageAdapters.of(2, SHAPE, 2, 1)) {
            var before = encoder.parameters().values();
            var losses = new Trainer(adapters.parameters()).learningRate(0.02).run(60, (scope, step) -> {
                var states = encoder.forward(
                        scope.tokens(TEXTS), encoder.weights(scope), adapters.hooks(scope, 0, 1, 0)); // (B, T, d)
                return states.sub(scope.array(new double[][] {{1, -1, 1, -1, 1, -1}}))
                        .square()
                        .mean();
            });

            assertThat(losses[59]).isLessThan(0.9 * losses[0]);
            assertThat(encoder.parameters().values()).containsExactly(before);
        }
    }

    @Test
    void aNewLanguageBeginsWithTheMeanOfOthers() {
        try (var encoder = new TinyEncoder(SHAPE, 1);
                var adapters = LanguageAdapters.of(3, SHAPE, 2, 1)) {
            shake(adapters.parameters(), 9);
            adapters.setToMean(2, 0);
            assertThat(states(encoder, adapters, 2, 2, 2)).isDeepEqualTo(states(encoder, adapters, 0, 0, 0));
            var down = adapters.parameters().values("blocks.0.adapter.W_down");
            adapters.setToMean(2, 0, 1);
            assertThat(adapters.parameters().values("blocks.0.adapter.W_down")[24])
                    .isCloseTo((down[0] + down[12]) / 2, within(1e-6));
        }
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> LanguageAdapters.of(0, SHAPE, 2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> LanguageAdapters.of(2, SHAPE, 0, 1));
        try (var adapters = LanguageAdapters.of(2, SHAPE, 2, 1);
                var scope = TensorScope.open()) {
            assertThatIllegalArgumentException().isThrownBy(() -> adapters.hooks(scope));
            assertThatIllegalArgumentException().isThrownBy(() -> adapters.hooks(scope, 2));
            assertThatIllegalArgumentException().isThrownBy(() -> adapters.setToMean(1));
            assertThatIllegalArgumentException().isThrownBy(() -> adapters.setToMean(1, 2));
        }
    }
}
