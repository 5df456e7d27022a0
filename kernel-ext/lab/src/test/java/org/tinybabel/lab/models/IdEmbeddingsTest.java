package org.tinybabel.lab.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tinybabel.lab.engine.GradientRecorder;
import org.tinybabel.lab.engine.TensorScope;
import org.tinybabel.lab.training.Trainer;

class IdEmbeddingsTest {

    private static final Map<String, Integer> SIZES = Map.of("language", 3, "script", 2);

    @Test
    void everyTextGetsTheVectorOfItsIdAndTheUnknownOneNothing() {
        try (var tables = IdEmbeddings.of(SIZES, 4, 0.1, 1);
                var scope = TensorScope.open()) {
            var rows = TensorScope.toRows(tables.rows(scope, "language", 2, -1, 0, 2));

            var vectors = tables.vectors("language");
            assertThat(rows).isDeepEqualTo(new double[][] {vectors[2], new double[4], vectors[0], vectors[2]});
        }
    }

    @Test
    void theNumbersHaveTheDeviationThatWasAskedFor() {
        try (var tables = IdEmbeddings.of(Map.of("language", 200), 50, 0.3, 1)) {
            var squares = 0.0;
            for (var value : tables.parameters().values()) {
                squares += value * value / 10_000;
            }
            assertThat(Math.sqrt(squares)).isCloseTo(0.3, within(0.01));
        }
    }

    @Test
    void aTableIsTheSameWhateverOthersThereAre() {
        try (var both = IdEmbeddings.of(SIZES, 4, 0.1, 7);
                var one = IdEmbeddings.of(Map.of("script", 2), 4, 0.1, 7);
                var other = IdEmbeddings.of(SIZES, 4, 0.1, 8)) {
            assertThat(both.vectors("script")).isDeepEqualTo(one.vectors("script"));
            assertThat(other.vectors("script")[0]).isNotEqualTo(one.vectors("script")[0]);
        }
    }

    @Test
    void theGradientIsThatOfFiniteDifferences() {
        try (var tables = IdEmbeddings.inDoublePrecision(SIZES, 3, 0.5, 2)) {
            var gradient = gradient(tables);
            var values = tables.parameters().values();

            for (var i = 0; i < values.length; i++) {
                var numeric = (moved(tables, values, i, 1e-5) - moved(tables, values, i, -1e-5)) / 2e-5;
                assertThat(gradient[i]).as("entry " + i).isCloseTo(numeric, within(1e-7));
            }
        }
    }

    private static double[] gradient(IdEmbeddings tables) {
        tables.parameters().setTrainable(true);
        try (var scope = TensorScope.open();
                var recorder = GradientRecorder.start()) {
            recorder.backward(loss(tables, scope));
            return tables.parameters().flat().getGradient().toDoubleArray();
        } finally {
            tables.parameters().setTrainable(false);
        }
    }

    private static NDArray loss(IdEmbeddings tables, TensorScope scope) {
        var states = scope.array(new double[][] {{1, 2, 3}, {-1, 0, 1}, {0.5, 0.5, 0.5}})
                .toType(DataType.FLOAT64, false);
        return states.add(tables.rows(scope, "language", 1, 1, -1))
                .add(tables.rows(scope, "script", 0, 1, 0))
                .square()
                .square()
                .sum();
    }

    private static double moved(IdEmbeddings tables, double[] values, int entry, double step) {
        var moved = values.clone();
        moved[entry] += step;
        tables.parameters().set(moved);
        try (var scope = TensorScope.open()) {
            return loss(tables, scope).getDouble();
        } finally {
            tables.parameters().set(values);
        }
    }

    @Test
    void aTableLearnsWhatTellsItsTextsApart() {
        try (var tables = IdEmbeddings.of(Map.of("language", 2), 2, 0.1, 3)) {
            new Trainer(tables.parameters()).learningRate(0.05).run(300, (scope, step) -> tables.rows(
                            scope, "language", 0, 1)
                    .sub(scope.array(new double[][] {{1, 2}, {-3, 4}}))
                    .square()
                    .sum());

            assertThat(tables.vectors("language")[1]).containsExactly(new double[] {-3, 4}, within(0.01));
        }
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        try (var tables = IdEmbeddings.of(SIZES, 4, 0.1, 1);
                var scope = TensorScope.open()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> tables.rows(scope, "language", 3))
                    .withMessageContaining("0 … 2");
            assertThatIllegalArgumentException().isThrownBy(() -> tables.rows(scope, "script", -2));
            assertThatIllegalArgumentException().isThrownBy(() -> tables.rows(scope, "script"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> tables.rows(scope, "family", 0))
                    .withMessageContaining("[language, script]");
            assertThatIllegalArgumentException().isThrownBy(() -> tables.vectors("family"));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> IdEmbeddings.of(Map.of(), 4, 0.1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> IdEmbeddings.of(Map.of("a", 0), 4, 0.1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> IdEmbeddings.of(SIZES, 0, 0.1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> IdEmbeddings.of(SIZES, 4, -0.1, 1));
    }
}
