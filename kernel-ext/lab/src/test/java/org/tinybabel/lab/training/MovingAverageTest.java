package org.tinybabel.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tinybabel.lab.engine.TensorScope;
import org.tinybabel.lab.models.Layout;
import org.tinybabel.lab.models.Parameters;

class MovingAverageTest {

    private static final Layout LAYOUT = new Layout(Map.of("x", new Shape(2)));

    private static double[] valuesOf(MovingAverage average) {
        try (var scope = TensorScope.open()) {
            var x = average.in(scope).get("x").toFloatArray();
            return new double[] {x[0], x[1]};
        }
    }

    @Test
    void itFollowsTheParametersByItsFormula() {
        try (var parameters = new Parameters(LAYOUT, new double[] {1, 2});
                var average = new MovingAverage(parameters, 0.75)) {
            parameters.set(new double[] {5, 2});
            average.update();
            assertThat(valuesOf(average)).containsExactly(new double[] {2, 2}, within(1e-6));
            parameters.set(new double[] {5, -6});
            average.update();
            assertThat(valuesOf(average)).containsExactly(new double[] {2.75, 0}, within(1e-6));
        }
    }

    @Test
    void itDoesNotDisturbTheTraining() {
        assertThat(train(false)).isEqualTo(train(true));
    }

    private static double[] train(boolean averaged) {
        try (var parameters = new Parameters(LAYOUT, new double[] {1, 2});
                var average = new MovingAverage(parameters, 0.9)) {
            return new Trainer(parameters)
                    .learningRate(0.1)
                    .onStep((step, loss) -> {
                        if (averaged) {
                            average.update();
                        }
                    })
                    .run(
                            20,
                            (scope, step) ->
                                    parameters.in(scope).get("x").square().sum());
        }
    }

    @Test
    void checkpointsComeAfterTheirUpdates() {
        var seen = new ArrayList<String>();
        try (var parameters = new Parameters(LAYOUT, new double[] {1, 2})) {
            new Trainer(parameters)
                    .onStep((step, loss) -> seen.add("step " + step))
                    .atCheckpoints(List.of(1, 3), updates -> seen.add("after " + updates))
                    .run(
                            3,
                            (scope, step) ->
                                    parameters.in(scope).get("x").square().sum());
        }
        assertThat(seen).containsExactly("step 0", "after 1", "step 1", "step 2", "after 3");
    }

    @Test
    void theGradientIsThatOfTheLossAndTheParametersStayAsTheyAre() {
        try (var parameters = new Parameters(LAYOUT, new double[] {1, 2})) {
            var gradient = Gradient.of(
                    parameters, (scope, weights) -> weights.get("x").square().sum());

            assertThat(gradient).containsExactly(new double[] {2, 4}, within(1e-6));
            assertThat(parameters.values()).containsExactly(1, 2);
        }
    }

    @Test
    void aDecayOutsideItsRangeIsRefused() {
        try (var parameters = new Parameters(LAYOUT, new double[] {1, 2})) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new MovingAverage(parameters, 1.5))
                    .withMessageContaining("1.5");
        }
    }
}
