package org.tinybabel.lab.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tinybabel.lab.engine.TensorScope;
import org.tinybabel.lab.metrics.Cosine;
import org.tinybabel.lab.models.Layout;
import org.tinybabel.lab.models.Parameters;
import org.tinybabel.lab.models.Weights;
import org.tinybabel.lab.training.Gradient;

class MaxSimTest {

    private static final int D = 4;

    private static double[][][] texts(Random random, int number, int length) {
        var texts = new double[number][length][];
        for (var text : texts) {
            Arrays.setAll(text, t -> random.doubles(D, -1, 1).toArray());
        }
        return texts;
    }

    private static double[][] kept(Random random, int number, int length) {
        var kept = new double[number][length];
        for (var row : kept) {
            Arrays.fill(row, 0, 1 + random.nextInt(length), 1);
        }
        return kept;
    }

    private static NDArray array(TensorScope scope, double[][][] texts) {
        var rows = Arrays.stream(texts).flatMap(Arrays::stream).toArray(double[][]::new);
        return scope.array(rows).reshape(texts.length, texts[0].length, D);
    }

    private static double maxSim(double[][] query, double[] queryKept, double[][] document, double[] documentKept) {
        var sum = 0.0;
        for (var i = 0; i < query.length; i++) {
            var best = Double.NEGATIVE_INFINITY;
            for (var j = 0; j < document.length; j++) {
                if (documentKept[j] == 1) {
                    best = Math.max(best, Cosine.of(query[i], document[j]));
                }
            }
            sum += queryKept[i] * best;
        }
        return sum;
    }

    @Test
    void scoresAreThoseOfTheFormula() {
        var random = new Random(1);
        var queries = texts(random, 3, 5);
        var queryKept = kept(random, 3, 5);
        var documents = texts(random, 7, 6);
        var documentKept = kept(random, 7, 6);
        try (var scope = TensorScope.open()) {
            var scores = TensorScope.toRows(MaxSim.scores(
                    scope,
                    array(scope, queries),
                    scope.array(queryKept),
                    array(scope, documents),
                    scope.array(documentKept)));
            for (var q = 0; q < 3; q++) {
                for (var d = 0; d < 7; d++) {
                    assertThat(scores[q][d])
                            .isCloseTo(maxSim(queries[q], queryKept[q], documents[d], documentKept[d]), within(1e-5));
                }
            }
        }
    }

    @Test
    void theBestMatchMayBeNegativeAndPaddingNeverIsIt() {
        try (var scope = TensorScope.open()) {
            var query = array(scope, new double[][][] {{{1, 0, 0, 0}, {0, 0, 0, 0}}});
            var document = array(scope, new double[][][] {{{-2, 0, 0, 0}, {5, 0, 0, 0}}});
            var scores = MaxSim.scores(
                    scope, query, scope.array(new double[][] {{1, 0}}), document, scope.array(new double[][] {{1, 0}}));
            assertThat(scores.toFloatArray()).containsExactly(-1f);
        }
    }

    @Test
    void theGradientIsThatOfFiniteDifferences() {
        var random = new Random(2);
        var layout = new Layout(Map.of("q", new Shape(2, 3, D), "d", new Shape(3, 2, D)));
        var values = random.doubles(layout.size(), -1, 1).toArray();
        try (var parameters = new Parameters(layout, values, DataType.FLOAT64)) {
            var gradient = Gradient.of(parameters, MaxSimTest::loss);
            for (var i = 0; i < values.length; i++) {
                var numeric = (moved(parameters, values, i, 1e-5) - moved(parameters, values, i, -1e-5)) / 2e-5;
                assertThat(gradient[i]).as("entry " + i).isCloseTo(numeric, within(1e-6));
            }
        }
    }

    private static NDArray loss(TensorScope scope, Weights weights) {
        return MaxSim.scores(
                        scope,
                        weights.get("q"),
                        scope.array(new double[][] {{1, 1, 0}, {1, 1, 1}}),
                        weights.get("d"),
                        scope.array(new double[][] {{1, 1}, {1, 0}, {1, 1}}))
                .square()
                .sum();
    }

    private static double moved(Parameters parameters, double[] values, int entry, double step) {
        var moved = values.clone();
        moved[entry] += step;
        parameters.set(moved);
        try (var scope = TensorScope.open()) {
            return loss(scope, parameters.in(scope)).getDouble();
        } finally {
            parameters.set(values);
        }
    }

    @Test
    void shapesAreChecked() {
        try (var scope = TensorScope.open()) {
            var texts = array(scope, texts(new Random(3), 2, 3));
            var kept = scope.array(new double[2][3]);
            var narrow = scope.array(new double[6][2]).reshape(2, 3, 2);
            assertThatIllegalArgumentException().isThrownBy(() -> MaxSim.scores(scope, texts, kept, narrow, kept));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> MaxSim.scores(scope, texts, scope.array(new double[2][2]), texts, kept));
        }
    }
}
