package org.tinybabel.lab.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinybabel.lab.engine.TensorScope;
import org.tinybabel.lab.metrics.Surprisal;
import org.tinybabel.lab.training.Gradient;
import org.tinybabel.lab.training.Losses;
import org.tinybabel.lab.training.Trainer;

class GptStackTest {

    private static final GptShape UNTIED = new GptShape(12, 8, 16, 2, 2, 32);
    private static final int STEPS = 60;
    private static final int SOON = 20;

    static Stream<GptShape> shapes() {
        return Stream.of(
                UNTIED,
                UNTIED.withTiedOutput().withEmbeddingDeviation(0.02),
                UNTIED.withActivation(MlpActivation.RELU).withNormalization(Normalization.RMS_NORM));
    }

    /** Model r's batch in a step: other sentences for every model. */
    private static int[][] batch(int r, int step) {
        var random = new Random(1000L * r + step);
        var sentences = new int[6][9];
        for (var sentence : sentences) {
            sentence[0] = random.nextInt(12);
            for (var t = 1; t < sentence.length; t++) {
                sentence[t] = random.nextInt(4) == 0 ? random.nextInt(12) : (sentence[t - 1] * 5 + 1) % 12;
            }
        }
        return sentences;
    }

    private static int[][][] batches(int models, int step) {
        return IntStream.range(0, models).mapToObj(r -> batch(r, step)).toArray(int[][][]::new);
    }

    private static double[] trainAlone(GptShape shape, int r, int steps) {
        try (var model = new TinyGpt(shape, r)) {
            new Trainer(model.parameters()).learningRate(5e-3).run(steps, (scope, step) -> {
                var batch = batch(r, step);
                return Losses.crossEntropy(
                        model.forward(scope.inputs(batch), model.weights(scope)), scope.targets(batch));
            });
            return Surprisal.of(model, batch(0, 999));
        }
    }

    private static double[][] trainTogether(GptShape shape, int steps) {
        try (var stack = new GptStack(shape, 0, 1, 2)) {
            new Trainer(stack.parameters()).learningRate(5e-3).run(steps, (scope, step) -> {
                var batch = batches(3, step);
                var logits = stack.forward(scope.inputs(batch), stack.weights(scope));
                return Losses.crossEntropyPerModel(logits, scope.targets(batch)).sum();
            });
            return stack.surprisals(batch(0, 999), stack::weights);
        }
    }

    /** A stack sums its products in another order. What that changes is tiny at first, and training enlarges it. */
    @ParameterizedTest
    @MethodSource("shapes")
    void trainingTogetherEqualsTrainingOneByOne(GptShape shape) {
        var soon = trainTogether(shape, SOON);
        var together = trainTogether(shape, STEPS);

        for (var r = 0; r < 3; r++) {
            assertThat(soon[r]).containsExactly(trainAlone(shape, r, SOON), within(1e-5));
            assertThat(together[r]).containsExactly(trainAlone(shape, r, STEPS), within(1e-4));
        }
        assertThat(together[0]).isNotEqualTo(together[1]);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyModelComputesWhatItComputesAlone(GptShape shape) {
        try (var stack = new GptStack(shape, 4, 5);
                var alone = stack.model(1);
                var fresh = new TinyGpt(shape, 5)) {
            var sentences = batch(0, 0);

            assertThat(alone.parameters().values()).isEqualTo(fresh.parameters().values());
            assertThat(stack.surprisals(sentences, stack::weights)[1])
                    .containsExactly(Surprisal.of(alone, sentences), within(1e-5));
        }
    }

    @Test
    void everyModelReceivesItsOwnGradient() {
        var stack = new GptStack(UNTIED, 0, 1, 2);
        var batch = batches(3, 0);
        var together = stack.byModel(
                Gradient.of(stack.parameters(), (scope, weights) -> Losses.crossEntropyPerModel(
                                stack.forward(scope.inputs(batch), weights), scope.targets(batch))
                        .sum()),
                name -> true);

        for (var r = 0; r < 3; r++) {
            try (var alone = stack.model(r)) {
                var own = batch[r];
                var expected = Gradient.of(
                        alone.parameters(),
                        (scope, weights) ->
                                Losses.crossEntropy(alone.forward(scope.inputs(own), weights), scope.targets(own)));
                assertThat(together[r]).containsExactly(expected, within(1e-6));
            }
        }
        stack.close();
    }

    @Test
    void equalSeedsGiveEqualWeights() {
        try (var stack = new GptStack(UNTIED, 7, 7, 8)) {
            var weights = stack.byModel(stack.parameters().values(), name -> true);

            assertThat(weights[0]).isEqualTo(weights[1]).isNotEqualTo(weights[2]);
        }
    }

    @Test
    void aWeightOfZeroRemovesASentenceFromTheLoss() {
        try (var stack = new GptStack(UNTIED, 0, 1);
                var scope = TensorScope.open()) {
            var all = batches(2, 0);
            var firstFour = Arrays.stream(all).map(b -> Arrays.copyOf(b, 4)).toArray(int[][][]::new);
            var weights = scope.array(new double[][] {{1, 1, 1, 1, 0, 0}, {0, 0, 0, 0, 0, 0}})
                    .reshape(2, 6, 1);

            var weighted = Losses.crossEntropyPerModel(
                    stack.forward(scope.inputs(all), stack.weights(scope)), scope.targets(all), weights);
            var removed = Losses.crossEntropyPerModel(
                    stack.forward(scope.inputs(firstFour), stack.weights(scope)), scope.targets(firstFour));

            assertThat(weighted.toFloatArray()[0]).isCloseTo(removed.toFloatArray()[0], within(1e-6f));
            assertThat(weighted.toFloatArray()[1]).isZero();
        }
    }

    @Test
    void aModelWhoseWeightsAreAllZeroDoesNotMove() {
        try (var stack = new GptStack(UNTIED, 0, 1)) {
            var batch = batches(2, 0);
            var before = stack.byModel(stack.parameters().values(), name -> true);
            new Trainer(stack.parameters()).run(3, (scope, step) -> {
                var weights = scope.array(new double[][] {{1}, {0}}).reshape(2, 1, 1);
                var logits = stack.forward(scope.inputs(batch), stack.weights(scope));
                return Losses.crossEntropyPerModel(logits, scope.targets(batch), weights)
                        .sum();
            });
            var after = stack.byModel(stack.parameters().values(), name -> true);

            assertThat(after[1]).isEqualTo(before[1]);
            assertThat(after[0]).isNotEqualTo(before[0]);
        }
    }

    @Test
    void everyModelIsMeasuredOnItsOwnSentences() {
        try (var stack = new GptStack(UNTIED, 0, 1)) {
            var sentences = batches(2, 0);

            var own = stack.surprisals(sentences, stack::weights);

            assertThat(own[0]).isEqualTo(stack.surprisals(sentences[0], stack::weights)[0]);
            assertThat(own[1]).isEqualTo(stack.surprisals(sentences[1], stack::weights)[1]);
        }
    }

    @Test
    void hooksSeeEveryModelsActivations() {
        try (var stack = new GptStack(UNTIED, 0, 1);
                var alone = stack.model(1)) {
            var sentences =
                    Arrays.stream(batch(0, 0)).map(s -> Arrays.copyOf(s, 8)).toArray(int[][]::new);
            var points = new String[] {
                "hook_embed",
                "blocks.0.hook_resid_pre",
                "blocks.0.hook_attn_out",
                "blocks.1.mlp.hook_post",
                "blocks.1.hook_resid_post",
                "ln_final.hook_normalized"
            };
            var together = stack.activations(sentences, stack::weights, points);
            var expected = alone.activations(sentences, alone::weights, points);

            for (var point : points) {
                for (var row = 0; row < expected.get(point).length; row++) {
                    assertThat(together.get(point)[1][row])
                            .as("%s, row %d", point, row)
                            .containsExactly(expected.get(point)[row], within(1e-5));
                }
            }
        }
    }

    @Test
    void shorterSequencesAreReadToo() {
        try (var stack = new GptStack(UNTIED, 3);
                var alone = stack.model(0)) {
            var sentences =
                    Arrays.stream(batch(0, 0)).map(s -> Arrays.copyOf(s, 5)).toArray(int[][]::new);

            assertThat(stack.surprisals(sentences, stack::weights)[0])
                    .containsExactly(Surprisal.of(alone, sentences), within(1e-5));
        }
    }

    @Test
    void aTokenBeyondTheVocabularyIsNotReadFromTheNextModel() {
        try (var stack = new GptStack(UNTIED, 0, 1)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> stack.surprisals(new int[][] {{0, 12, 1}}, stack::weights))
                    .withMessageContaining("0 … 11: 12");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> stack.surprisals(new int[][] {{-1, 2, 1}}, stack::weights))
                    .withMessageContaining("-1");
        }
    }

    @Test
    void badInputIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new GptStack(UNTIED));
        try (var stack = new GptStack(UNTIED, 0, 1);
                var scope = TensorScope.open()) {
            var tokens = scope.tokens(new int[][][] {{{0, 1}}});
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> stack.forward(tokens, stack.weights(scope)))
                    .withMessageContaining("(2, B, T)");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> stack.surprisals(new int[1][12], stack::weights))
                    .withMessageContaining("at most 8");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> stack.byModel(new double[3], name -> true))
                    .withMessageContaining("got 3");
        }
    }
}
