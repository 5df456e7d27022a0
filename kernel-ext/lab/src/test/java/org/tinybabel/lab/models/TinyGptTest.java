package org.tinybabel.lab.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tinybabel.lab.engine.TensorScope;

class TinyGptTest {

    private static final GptShape SHAPE = new GptShape(10, 6, 8, 2, 2, 16);

    private final TinyGpt model = new TinyGpt(SHAPE, 1);

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void theReferenceModelHasTheNumberOfParametersThatCountingGives() {
        try (var reference = new TinyGpt(new GptShape(256, 64, 64, 4, 2, 256), 0)) {
            assertThat(reference.parameters().layout().size()).isEqualTo(137_216);
        }
    }

    @Test
    void theMatricesOfAttentionAndMlpBlocksAreMaskableAndNothingElse() {
        try (var card = new TinyGpt(new GptShape(48, 16, 32, 4, 3, 128), 0)) {
            assertThat(card.maskable().size()).isEqualTo(36_864);
            assertThat(card.maskable().blocks())
                    .containsExactly(
                            "blocks.0.attn",
                            "blocks.0.mlp",
                            "blocks.1.attn",
                            "blocks.1.mlp",
                            "blocks.2.attn",
                            "blocks.2.mlp");
        }
    }

    @Test
    void freshWeightsHaveTheDeviationsOfTheirRole() {
        try (var large = new TinyGpt(new GptShape(500, 16, 64, 4, 3, 256), 0)) {
            var parameters = large.parameters();
            assertThat(deviation(parameters.values("embed.W_E"))).isCloseTo(0.1, within(0.003));
            assertThat(deviation(parameters.values("blocks.0.attn.W_QKV"))).isCloseTo(1 / 8.0, within(0.003));
            assertThat(deviation(parameters.values("blocks.2.mlp.W_out")))
                    .isCloseTo(1 / 16.0 / Math.sqrt(6), within(0.001));
            assertThat(parameters.values("blocks.1.mlp.b_in")).containsOnly(0);
            assertThat(parameters.values("ln_final.w")).containsOnly(1);
        }
    }

    private static double deviation(double[] values) {
        return Math.sqrt(Arrays.stream(values).map(v -> v * v).average().orElseThrow());
    }

    @Test
    void reluNeuronsAreOnOrExactlyZero() {
        try (var relu = new TinyGpt(SHAPE.withActivation(MlpActivation.RELU), 1)) {
            var points = new String[] {"blocks.0.mlp.hook_pre", "blocks.0.mlp.hook_post"};
            var activations = relu.activations(new int[][] {{1, 2, 3, 4}}, relu::weights, points);

            var pre = activations.get(points[0]);
            for (var t = 0; t < pre.length; t++) {
                var expected = Arrays.stream(pre[t]).map(x -> Math.max(0, x)).toArray();
                assertThat(activations.get(points[1])[t]).isEqualTo(expected);
            }
        }
    }

    @Test
    void anRmsNormScalesVectorsToMeanSquareOneAndHasNoBias() {
        try (var rms = new TinyGpt(SHAPE.withNormalization(Normalization.RMS_NORM), 1)) {
            var points = new String[] {"blocks.1.hook_resid_pre", "blocks.1.ln1.hook_normalized"};
            var activations = rms.activations(new int[][] {{1, 2, 3, 4}}, rms::weights, points);

            var x = activations.get(points[0])[2];
            var size = Math.sqrt(Arrays.stream(x).map(v -> v * v).average().orElseThrow() + 1e-5);
            var expected = Arrays.stream(x).map(v -> v / size).toArray();
            assertThat(activations.get(points[1])[2]).containsExactly(expected, within(1e-6));
            assertThat(rms.parameters().layout().names())
                    .contains("ln_final.w", "blocks.1.ln2.w")
                    .doesNotContain("ln_final.b", "blocks.1.ln2.b");
        }
    }

    @Test
    void aFutureTokenCannotChangeThePast() {
        var sequence = new int[] {1, 2, 3, 4, 5, 6};
        for (var changed = 1; changed < sequence.length; changed++) {
            var other = sequence.clone();
            other[changed] = 9;

            var before = logits(model, sequence);
            var after = logits(model, other);

            for (var t = 0; t < sequence.length; t++) {
                if (t < changed) {
                    assertThat(after[t])
                            .as("position " + t + " after a change at " + changed)
                            .isEqualTo(before[t]);
                } else {
                    assertThat(after[t])
                            .as("position " + t + " after a change at " + changed)
                            .isNotEqualTo(before[t]);
                }
            }
        }
    }

    @Test
    void aShorterSequenceGivesThePredictionsOfALongerOnesBeginning() {
        var whole = logits(model, 1, 2, 3, 4, 5, 6);

        var part = logits(model, 1, 2, 3);

        for (var t = 0; t < 3; t++) {
            assertThat(part[t]).containsExactly(whole[t], within(1e-5));
        }
    }

    @Test
    void logProbabilitiesOfEveryPredictionAddUpToOne() {
        var rows = model.logProbabilities(new int[][] {{1, 2, 3, 4}, {5, 6, 7, 8}});

        assertThat(rows.length).isEqualTo(6);
        for (var row : rows) {
            assertThat(Arrays.stream(row).map(Math::exp).sum()).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void equalSeedsGiveEqualModelsAndOtherSeedsOthers() {
        try (var same = new TinyGpt(SHAPE, 1);
                var other = new TinyGpt(SHAPE, 2)) {
            assertThat(same.parameters().values()).isEqualTo(model.parameters().values());
            assertThat(other.parameters().values())
                    .isNotEqualTo(model.parameters().values());
        }
    }

    @Test
    void aSequenceLongerThanTheContextIsRefused() {
        assertThatThrownBy(() -> logits(model, 1, 2, 3, 4, 5, 6, 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the model reads at most 6 tokens, got sequences of 7");
    }

    @Test
    void embeddingsFromOutsideMayHaveAVocabularyOfTheirOwn() {
        try (var scope = TensorScope.open()) {
            var weights = model.weights(scope);
            var order = scope.tokens(new int[][] {{4, 2, 7}}).squeeze(0);
            var three = weights.with("embed.W_E", weights.get("embed.W_E").get(order))
                    .with("unembed.W_U", weights.get("unembed.W_U").get(order))
                    .with("unembed.b_U", weights.get("unembed.b_U").get(order));
            var renamed = model.forward(scope.tokens(new int[][] {{0, 1, 2, 0}}), three);
            var own = model.forward(scope.tokens(new int[][] {{4, 2, 7, 4}}), weights);

            assertThat(renamed.getShape()).isEqualTo(new Shape(1, 4, 3));
            var expected = TensorScope.toRows(own);
            var found = TensorScope.toRows(renamed);
            for (var t = 0; t < 4; t++) {
                assertThat(found[t])
                        .containsExactly(new double[] {expected[t][4], expected[t][2], expected[t][7]}, within(1e-6));
            }
        }
    }

    @Test
    void aTokenOutsideTheVocabularyIsRefused() {
        assertThatThrownBy(() -> logits(model, 1, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a token is not in the model's vocabulary 0 … 9");
    }

    @Test
    void headsThatDoNotDivideTheWidthAreRefused() {
        assertThatThrownBy(() -> new GptShape(10, 6, 8, 3, 2, 16))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the width (8) must be a multiple of the heads (3)");
    }

    static double[][] logits(TinyGpt model, int... sequence) {
        try (var scope = TensorScope.open()) {
            return TensorScope.toRows(model.forward(scope.tokens(new int[][] {sequence}), model.weights(scope)));
        }
    }
}
