package org.tinybabel.lab.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tinybabel.lab.engine.TensorScope;

class NeuronGateTest {

    private static final GptShape SHAPE = new GptShape(10, 6, 8, 2, 2, 12).withActivation(MlpActivation.GELU);
    private static final String POINT = "blocks.1.mlp.hook_post";
    private static final int[][] SENTENCES = {{1, 2, 3, 4}, {5, 6, 7, 8}};

    /** What the second layer's neurons give to the next matrix: after the gate of both layers. */
    private static double[][] gated(TinyGpt model, TensorScope scope, Hooks gate) {
        var store = new LinkedHashMap<String, NDArray>();
        model.forward(scope.tokens(SENTENCES), model.weights(scope), gate.then(Hooks.record(store, Set.of(POINT))));
        return TensorScope.toRows(store.get(POINT));
    }

    private static long working(double[] activations) {
        return Arrays.stream(activations).filter(x -> x != 0).count();
    }

    @Test
    void theMostImportantNeuronsOfEachTokenAreKept() {
        try (var model = new TinyGpt(SHAPE, 1);
                var scope = TensorScope.open()) {
            var onlyFirst = Hooks.replace("blocks.0.mlp.hook_post", h -> h.mul(scope.scalar(1)));
            var free = gated(model, scope, onlyFirst);
            var kept = gated(model, scope, NeuronGate.top(12, (layer, h) -> h.abs()));
            assertThat(kept).isDeepEqualTo(free);

            var store = new LinkedHashMap<String, NDArray>();
            var gate = NeuronGate.top(3, (layer, h) -> h.abs());
            var inFirst = Hooks.record(store, Set.of("blocks.0.mlp.hook_post"));
            model.forward(scope.tokens(SENTENCES), model.weights(scope), inFirst.then(gate));
            var before = TensorScope.toRows(store.get("blocks.0.mlp.hook_post"));
            store.clear();
            model.forward(scope.tokens(SENTENCES), model.weights(scope), gate.then(inFirst));
            var after = TensorScope.toRows(store.get("blocks.0.mlp.hook_post"));

            for (var token = 0; token < before.length; token++) {
                var third = Arrays.stream(before[token]).map(Math::abs).sorted().toArray()[9];
                assertThat(after[token])
                        .isEqualTo(Arrays.stream(before[token])
                                .map(x -> Math.abs(x) >= third ? x : 0 * x)
                                .toArray());
            }
        }
    }

    @Test
    void importanceMayDifferByLayer() {
        try (var model = new TinyGpt(SHAPE, 1);
                var scope = TensorScope.open()) {
            var weights = scope.array(new float[] {0, 0, 0, 0, 9, 0, 0, 9, 0, 0, 0, 0});
            var rows = gated(
                    model,
                    scope,
                    NeuronGate.top(
                            2,
                            (layer, h) -> layer == 0
                                    ? h.abs()
                                    : h.mul(h).add(h.onesLike()).mul(weights)));

            for (var row : rows) {
                assertThat(row[4]).isNotZero();
                assertThat(row[7]).isNotZero();
                assertThat(working(row)).isEqualTo(2);
            }
        }
    }

    @Test
    void aRandomGateKeepsAsManyAndRepeatsWithItsSeed() {
        try (var model = new TinyGpt(SHAPE, 1);
                var scope = TensorScope.open()) {
            var rows = gated(model, scope, NeuronGate.random(4, scope, 9));

            assertThat(List.of(rows)).allSatisfy(row -> assertThat(working(row)).isEqualTo(4));
            assertThat(gated(model, scope, NeuronGate.random(4, scope, 9))).isDeepEqualTo(rows);
            assertThat(Arrays.deepEquals(gated(model, scope, NeuronGate.random(4, scope, 8)), rows))
                    .isFalse();
        }
    }

    @Test
    void somethingMustBeKept() {
        assertThatIllegalArgumentException().isThrownBy(() -> NeuronGate.top(0, (layer, h) -> h));
    }
}
