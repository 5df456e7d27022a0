package org.tinybabel.lab.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tinybabel.lab.engine.TensorScope;

class ParametersTest {

    private static final Layout LAYOUT = layout();

    private static Layout layout() {
        var shapes = new LinkedHashMap<String, Shape>();
        shapes.put("blocks.0.mlp.W_in", new Shape(2, 3));
        shapes.put("blocks.0.mlp.b_in", new Shape(2));
        shapes.put("unembed.W_U", new Shape(1, 2));
        return new Layout(shapes);
    }

    @Test
    void partsLieOneAfterTheOtherInTheOrderOfTheLayout() {
        try (var parameters = new Parameters(LAYOUT, new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
                var scope = TensorScope.open()) {
            var parts = parameters.in(scope);

            assertThat(parts.get("blocks.0.mlp.W_in").getShape()).isEqualTo(new Shape(2, 3));
            assertThat(parts.get("blocks.0.mlp.W_in").toFloatArray()).containsExactly(1, 2, 3, 4, 5, 6);
            assertThat(parts.get("unembed.W_U").toFloatArray()).containsExactly(9, 10);
            assertThat(parameters.values("blocks.0.mlp.b_in")).containsExactly(7, 8);
            assertThat(LAYOUT.blocks()).containsExactly("blocks.0.mlp", "unembed");
        }
    }

    @Test
    void settingOnePartLeavesTheOthersAlone() {
        try (var parameters = Parameters.zeros(LAYOUT)) {
            parameters.set(Map.of("blocks.0.mlp.b_in", new double[] {1, 2}));

            assertThat(parameters.values()).containsExactly(0, 0, 0, 0, 0, 0, 1, 2, 0, 0);
        }
    }

    @Test
    void effectiveWeightsAreWeightsTimesMasksWhereThereIsAMask() {
        try (var parameters = new Parameters(LAYOUT, new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
                var scope = TensorScope.open()) {
            var mask = new WeightMask(
                    LAYOUT.select(name -> name.endsWith("W_in")),
                    new boolean[] {true, false, true, false, true, false});

            var effective = parameters.in(scope).times(mask.in(scope));

            assertThat(effective.get("blocks.0.mlp.W_in").toFloatArray()).containsExactly(1, 0, 3, 0, 5, 0);
            assertThat(effective.get("blocks.0.mlp.b_in").toFloatArray()).containsExactly(7, 8);
        }
    }

    @Test
    void aMaskForAWeightThatDoesNotExistIsRefused() {
        try (var parameters = Parameters.zeros(LAYOUT);
                var scope = TensorScope.open()) {
            var stranger = new Weights(Map.of("blocks.7.mlp.W_in", scope.scalar(1)));

            assertThatThrownBy(() -> parameters.in(scope).times(stranger))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("no weight is called 'blocks.7.mlp.W_in'; there are [blocks.0.mlp.W_in");
        }
    }

    @Test
    void aWrongNumberOfValuesIsRefused() {
        try (var parameters = Parameters.zeros(LAYOUT)) {
            assertThatThrownBy(() -> parameters.set(new double[3]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the layout has 10 entries, got 3 values");
        }
    }
}
