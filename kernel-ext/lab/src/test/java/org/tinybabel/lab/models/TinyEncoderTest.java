package org.tinybabel.lab.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.LinkedHashMap;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinybabel.lab.engine.GradientRecorder;
import org.tinybabel.lab.engine.TensorScope;
import org.tinybabel.lab.training.ContrastiveLoss;
import org.tinybabel.lab.training.MaskedTokens;

class TinyEncoderTest {

    private static final EncoderShape SHAPE = new EncoderShape(10, 6, 8, 2, 2, 16);

    private final TinyEncoder encoder = new TinyEncoder(SHAPE, 1);

    @AfterEach
    void close() {
        encoder.close();
    }

    @Test
    void theModelOfTheScriptBarrierHasTheNumberOfParametersThatCountingGives() {
        try (var reference = new TinyEncoder(new EncoderShape(324, 16, 32, 4, 2, 64), 0)) {
            assertThat(reference.parameters().layout().size()).isEqualTo(29_476);
        }
    }

    @Test
    void everyTokenSeesTheTokensBeforeAndAfterIt() {
        var before = states(new int[] {1, 2, 3, 4});

        var first = states(new int[] {9, 2, 3, 4});
        var last = states(new int[] {1, 2, 3, 9});

        for (var t = 0; t < 4; t++) {
            assertThat(first[t]).isNotEqualTo(before[t]);
            assertThat(last[t]).isNotEqualTo(before[t]);
        }
    }

    @Test
    void theStatesOfOneLayerAreThoseAmongAllLayers() {
        try (var scope = TensorScope.open()) {
            var tokens = scope.tokens(new int[][] {{1, 2, 3, 0}, {4, 5, 6, 7}});
            var weights = encoder.weights(scope);
            var all = encoder.hidden(tokens, weights);
            for (var layer = 0; layer <= 2; layer++) {
                assertThat(encoder.states(tokens, weights, layer).toFloatArray())
                        .containsExactly(all.get(layer).toFloatArray());
            }
            assertThatThrownBy(() -> encoder.states(tokens, weights, 3))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the model has layers 0 … 2, asked for 3");
        }
    }

    @Test
    void paddingDoesNotChangeTheOtherTokens() {
        var alone = states(new int[] {1, 2, 3});

        var padded = states(new int[] {1, 2, 3, 0, 0, 0});

        for (var t = 0; t < 3; t++) {
            assertThat(padded[t]).containsExactly(alone[t], within(1e-5));
        }
    }

    @Test
    void theMeanLeavesPaddingOut() {
        var alone = encoder.vectors(new int[][] {{1, 2, 3}}, encoder::weights, 1)[0];
        var padded = encoder.vectors(new int[][] {{1, 2, 3, 0, 0}}, encoder::weights, 1)[0];

        assertThat(padded).containsExactly(alone, within(1e-5));
        try (var scope = TensorScope.open()) {
            var states =
                    scope.array(new double[][] {{1, 2}, {3, 4}, {100, 100}}).reshape(1, 3, 2);
            var mean = TinyEncoder.mean(states, scope.array(new double[][] {{1, 1, 0}}));
            assertThat(TensorScope.toRows(mean)).isDeepEqualTo(new double[][] {{2, 3}});
        }
    }

    @Test
    void hiddenStatesBeginWithTheEmbeddingsAndEndWithTheEncodersResult() {
        try (var scope = TensorScope.open()) {
            var tokens = scope.tokens(new int[][] {{1, 2, 0}, {4, 5, 6}});
            var weights = encoder.weights(scope);
            var store = new LinkedHashMap<String, NDArray>();
            encoder.forward(tokens, weights, Hooks.record(store, Set.of("blocks.0.hook_resid_post")));

            var hidden = encoder.hidden(tokens, weights);

            assertThat(hidden).hasSize(3);
            assertThat(hidden.get(0)).isEqualTo(encoder.embed(tokens, weights, Hooks.NONE));
            assertThat(hidden.get(1)).isEqualTo(store.get("blocks.0.hook_resid_post"));
            assertThat(hidden.get(2)).isEqualTo(encoder.forward(tokens, weights));
        }
    }

    @Test
    void vectorsOfManySequencesAreThoseOfEachAlone() {
        var many = new int[600][];
        for (var i = 0; i < many.length; i++) {
            many[i] = new int[] {1 + i % 9, 1 + i % 7, i % 5 == 0 ? 0 : 3};
        }

        var vectors = encoder.vectors(many, encoder::weights, 2);

        assertThat(vectors.length).isEqualTo(600);
        var one = encoder.vectors(new int[][] {many[599]}, encoder::weights, 2)[0];
        assertThat(vectors[599]).containsExactly(one, within(1e-5));
        assertThatThrownBy(() -> encoder.vectors(many, encoder::weights, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the model has layers 0 … 2, asked for 3");
    }

    @Test
    void vectorsMadeElsewhereAreItemsInAnyNumberAndOrder() {
        try (var items = new TinyEncoder(EncoderShape.ofVectors(4, 2, 1, 8), 3);
                var scope = TensorScope.open()) {
            assertThat(items.parameters().layout().names()).noneMatch(name -> name.contains("embed"));
            var a = new double[][] {{1, 0, 2, 1}, {0, 1, 1, 3}, {9, 9, 9, 9}};
            var b = new double[][] {{0, 1, 1, 3}, {1, 0, 2, 1}, {5, 5, 5, 5}};
            var kept = scope.array(new double[][] {{1, 1, 0}});
            var weights = items.weights(scope);

            var first = TensorScope.toRows(items.encode(scope.array(a).reshape(1, 3, 4), kept, weights, Hooks.NONE));
            var second = TensorScope.toRows(items.encode(scope.array(b).reshape(1, 3, 4), kept, weights, Hooks.NONE));

            assertThat(second[1]).containsExactly(first[0], within(1e-5));
            assertThat(second[0]).containsExactly(first[1], within(1e-5));
            assertThatThrownBy(() -> items.encode(scope.array(a).reshape(1, 4, 3), kept, weights, Hooks.NONE))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("expected vectors (B, T, 4)");
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> states(new int[] {1, 2, 3, 4, 5, 6, 7}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the model reads at most 6 tokens, got sequences of 7");
        assertThatThrownBy(() -> states(new int[] {1, 10}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a token is not in the model's vocabulary 0 … 9");
        assertThatThrownBy(() -> new EncoderShape(10, 6, 8, 3, 2, 16)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EncoderShape(-1, 6, 8, 2, 2, 16)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EncoderShape(10, 0, 8, 2, 2, 16)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void equalSeedsGiveEqualModelsAndOtherSeedsOthers() {
        try (var same = new TinyEncoder(SHAPE, 1);
                var other = new TinyEncoder(SHAPE, 2)) {
            assertThat(same.parameters().values())
                    .isEqualTo(encoder.parameters().values());
            assertThat(other.parameters().values())
                    .isNotEqualTo(encoder.parameters().values());
        }
    }

    private double[][] states(int[] sequence) {
        try (var scope = TensorScope.open()) {
            var tokens = scope.tokens(new int[][] {sequence});
            return TensorScope.toRows(encoder.forward(tokens, encoder.weights(scope)));
        }
    }

    static Set<String> parameterNames() {
        return EncoderWeights.layout(new EncoderShape(7, 4, 4, 2, 2, 6))
                .shapes()
                .keySet();
    }

    /** Guesses and contrast together, as the experiments train them, against central finite differences in double precision. */
    @ParameterizedTest
    @MethodSource("parameterNames")
    void theGradientOfEveryParameterIsThatOfFiniteDifferences(String name) {
        var names = new int[][] {{3, 4, 5, 6}, {6, 4, 0, 0}, {5, 3, 3, 0}};
        var latin = new int[][] {{4, 4, 0, 0}, {3, 6, 5, 0}, {6, 6, 4, 3}};
        try (var model = new TinyEncoder(new EncoderShape(7, 4, 4, 2, 2, 6), 7, DataType.FLOAT64)) {
            var random = new Random(1);
            var values = model.parameters().values();
            for (var i = 0; i < values.length; i++) {
                values[i] += 0.3 * random.nextGaussian();
            }
            model.parameters().set(values);
            var masked = MaskedTokens.of(names, 0.4, 1, new Random(2));
            assertGradient(model.parameters(), name, scope -> {
                var weights = model.weights(scope);
                var tokens = scope.tokens(masked.tokens());
                var left = model.hidden(tokens, weights);
                var others = scope.tokens(latin);
                var right = model.hidden(others, weights);
                var contrast = ContrastiveLoss.ofPairs(
                        scope,
                        TinyEncoder.mean(left.get(1), TinyEncoder.kept(tokens)),
                        TinyEncoder.mean(right.get(1), TinyEncoder.kept(others)),
                        0.5);
                return masked.loss(scope, model, left.get(2), weights).add(contrast);
            });
        }
    }

    private static void assertGradient(Parameters parameters, String name, Function<TensorScope, NDArray> loss) {
        var step = 1e-5;
        var gradient = gradient(parameters, loss);
        var values = parameters.values();
        var offset = parameters.layout().offset(name);
        for (var i = offset; i < offset + parameters.layout().length(name); i++) {
            var numeric = (at(parameters, values, i, step, loss) - at(parameters, values, i, -step, loss)) / (2 * step);
            assertThat(gradient[i])
                    .as(name + ", entry " + (i - offset))
                    .isCloseTo(numeric, within(1e-6 * Math.max(1, Math.abs(numeric))));
        }
    }

    private static double[] gradient(Parameters parameters, Function<TensorScope, NDArray> loss) {
        parameters.setTrainable(true);
        try (var scope = TensorScope.open();
                var recorder = GradientRecorder.start()) {
            recorder.backward(loss.apply(scope));
            return parameters.flat().getGradient().toDoubleArray();
        } finally {
            parameters.setTrainable(false);
        }
    }

    private static double at(
            Parameters parameters, double[] values, int entry, double step, Function<TensorScope, NDArray> loss) {
        var moved = values.clone();
        moved[entry] += step;
        parameters.set(moved);
        try (var scope = TensorScope.open()) {
            return loss.apply(scope).getDouble();
        } finally {
            parameters.set(values);
        }
    }
}
