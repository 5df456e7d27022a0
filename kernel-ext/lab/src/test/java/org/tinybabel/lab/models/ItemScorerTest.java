package org.tinybabel.lab.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tinybabel.lab.JavaProcess;
import org.tinybabel.lab.engine.GradientRecorder;
import org.tinybabel.lab.engine.TensorScope;
import org.tinybabel.lab.training.Trainer;

class ItemScorerTest {

    private static final EncoderShape SHAPE = EncoderShape.ofVectors(8, 2, 1, 16);

    /** The right item is the one with the same feature as the last token. */
    private static Choice choice(Random random) {
        var items = 2 + random.nextInt(3);
        var right = random.nextInt(items);
        var tokens = new float[items + 1][5];
        IntStream.range(0, items).forEach(i -> tokens[i][i] = 1);
        tokens[items][right] = 1;
        tokens[items][4] = 1;
        return new Choice(tokens, items, right);
    }

    private static List<Choice> choices(int n, long seed) {
        var random = new Random(seed);
        return IntStream.range(0, n).mapToObj(i -> choice(random)).toList();
    }

    private static double[] train(ItemScorer scorer, int steps) {
        return new Trainer(scorer.parameters())
                .learningRate(1e-2)
                .run(steps, (scope, step) -> scorer.loss(scope, choices(16, step)));
    }

    @Test
    void learnsToCompareItemsWithTheRest() {
        try (var scorer = new ItemScorer(5, SHAPE, 1)) {
            train(scorer, 150);
            var probabilities = scorer.probabilities(choices(50, 999));

            assertThat(IntStream.range(0, 50)
                            .filter(i ->
                                    probabilities.get(i)[choices(50, 999).get(i).right()] > 0.5))
                    .hasSizeGreaterThan(45);
        }
    }

    @Test
    void probabilitiesDoNotDependOnWhatIsInTheBatch() {
        try (var scorer = new ItemScorer(5, SHAPE, 1)) {
            var together = scorer.probabilities(choices(20, 4));
            for (var i = 0; i < 20; i++) {
                assertThat(scorer.probabilities(choices(20, 4).subList(i, i + 1))
                                .get(0))
                        .containsExactly(together.get(i), within(1e-6));
                assertThat(Arrays.stream(together.get(i)).sum()).isCloseTo(1, within(1e-6));
            }
        }
    }

    @Test
    void gradientsAreThoseOfFiniteDifferences() {
        try (var scorer = new ItemScorer(5, SHAPE, 1, DataType.FLOAT64)) {
            for (var parameters : scorer.parameters()) {
                var gradient = gradient(scorer, parameters);
                var values = parameters.values();
                for (var i = 0; i < values.length; i += 7) {
                    var numeric =
                            (lossAt(scorer, parameters, values, i, 1e-5) - lossAt(scorer, parameters, values, i, -1e-5))
                                    / 2e-5;
                    assertThat(gradient[i]).as("entry " + i).isCloseTo(numeric, within(1e-7));
                }
            }
        }
    }

    private static double[] gradient(ItemScorer scorer, Parameters parameters) {
        parameters.setTrainable(true);
        try (var scope = TensorScope.open();
                var recorder = GradientRecorder.start()) {
            recorder.backward(scorer.loss(scope, choices(3, 2)));
            return parameters.flat().getGradient().toDoubleArray();
        } finally {
            parameters.setTrainable(false);
        }
    }

    private static double lossAt(ItemScorer scorer, Parameters parameters, double[] values, int entry, double step) {
        var moved = values.clone();
        moved[entry] += step;
        parameters.set(moved);
        try (var scope = TensorScope.open()) {
            return scorer.loss(scope, choices(3, 2)).getDouble();
        } finally {
            parameters.set(values);
        }
    }

    /** Trains and prints the bits of every loss; with an argument, while another thread collects garbage all the time. */
    static final class Training {
        public static void main(String[] arguments) {
            if (arguments.length > 0) {
                var collector =
                        new Thread(() -> IntStream.iterate(0, i -> i + 1).forEach(i -> System.gc()));
                collector.setDaemon(true);
                collector.start();
            }
            System.out.println(bits());
        }
    }

    private static String bits() {
        try (var scorer = new ItemScorer(5, SHAPE, 1)) {
            return Arrays.stream(train(scorer, 60))
                    .mapToObj(loss -> Long.toHexString(Double.doubleToLongBits(loss)))
                    .collect(Collectors.joining(" "));
        }
    }

    @Test
    void trainingUnderConstantCollectionGivesTheSameBits() throws Exception {
        var underPressure = JavaProcess.run(Training.class, List.of("-Xmx40m"), Map.of(), "collect");

        assertThat(underPressure.trim()).isEqualTo(bits());
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Choice(new float[2][5], 3, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Choice(new float[2][5], 2, 2));
        try (var scorer = new ItemScorer(4, SHAPE, 1)) {
            assertThatIllegalArgumentException().isThrownBy(() -> scorer.probabilities(choices(1, 1)));
        }
    }
}
