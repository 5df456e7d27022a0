package org.tinybabel.lab.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tinybabel.lab.engine.TensorScope;

class ExpertsTest {

    private static final Experts EXPERTS = new Experts(0, 3, 5); // skip, small, big
    private static final GptShape SHAPE = new GptShape(10, 4, 8, 2, 2, EXPERTS.neurons());
    private static final int[][] TOKENS = {{1, 2, 3, 4}, {5, 6, 7, 8}};
    private static final String OUT = "blocks.0.hook_mlp_out";

    private final TinyGpt model = new TinyGpt(SHAPE, 1);

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void gatesOfOneGiveTheModelItself() {
        try (var scope = TensorScope.open()) {
            var gates = scope.array(new double[][] {{1, 1, 1}});

            assertThat(logits(scope, (layer, x) -> gates)).containsExactly(plain(scope), within(1e-6f));
        }
    }

    @Test
    void aTokenThatSkipsGetsExactlyNothingFromTheLayer() {
        model.parameters().set(Map.of("blocks.0.mlp.b_out", new double[] {1, 2, 3, 4, 5, 6, 7, 8}));
        try (var scope = TensorScope.open()) {
            var written = written(scope, new int[][] {{0, 2, 0, 1}, {2, 1, 0, 0}});

            for (var token : new int[] {0, 2, 6, 7}) {
                assertThat(Arrays.copyOfRange(written, 8 * token, 8 * token + 8))
                        .containsOnly(0f);
            }
            assertThat(Arrays.copyOfRange(written, 8, 16)).doesNotContain(0f);
        }
    }

    @Test
    void drawnGatesAreOneHotOfEachModelItsOwnAndComeOutAgain() {
        try (var scope = TensorScope.open()) {
            var gates = drawn(scope, 1, 2);

            assertThat(gates.getShape().getShape()).containsExactly(2, 50, 4, 3);
            assertThat(gates.sum(new int[] {-1}).toFloatArray()).containsOnly(1f);
            assertThat(gates.toFloatArray()).containsExactly(drawn(scope, 1, 2).toFloatArray());
            // What one model draws does not depend on the other.
            assertThat(gates.get("0").toFloatArray())
                    .containsExactly(drawn(scope, 1, 3).get("0").toFloatArray());
            // 400 tokens: each expert works for about a third of them.
            for (var tokens : gates.sum(new int[] {0, 1, 2}).toFloatArray()) {
                assertThat(tokens).isBetween(100f, 170f);
            }
        }
    }

    private static NDArray drawn(TensorScope scope, long... seeds) {
        return EXPERTS.drawn(scope, Arrays.stream(seeds).mapToObj(Random::new).toList(), 50, 4);
    }

    @Test
    void theLastTokenAloneTakesItsRoute() {
        try (var scope = TensorScope.open()) {
            var gates = EXPERTS.onlyLast(scope, EXPERTS.always(scope, 1), 3, 2);

            assertThat(gates.getShape().getShape()).containsExactly(1, 3, 3);
            assertThat(gates.toFloatArray()).containsExactly(0, 0, 1, 0, 0, 1, 0, 1, 0);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> EXPERTS.always(scope, 3))
                    .withMessage("experts are counted from 0 to 2, got 3");
        }
    }

    @Test
    void whatTheExpertsWriteAddsUp() {
        try (var scope = TensorScope.open()) {
            var small = written(scope, new int[][] {{1, 1, 1, 1}, {1, 1, 1, 1}});
            var big = written(scope, new int[][] {{2, 2, 2, 2}, {2, 2, 2, 2}});
            var both = written(scope, scope.array(new double[][] {{0, 0.5, 2}}));

            for (var i = 0; i < both.length; i++) {
                assertThat(both[i]).isCloseTo(0.5f * small[i] + 2 * big[i], within(1e-5f));
            }
        }
    }

    @Test
    void theRouterReadsWhatTheMlpReads() {
        try (var scope = TensorScope.open()) {
            var seen = new ArrayList<float[]>();
            var store = new LinkedHashMap<String, NDArray>();
            var hooks = Hooks.record(store, Set.of("blocks.0.ln2.hook_normalized", "blocks.1.ln2.hook_normalized"))
                    .then(EXPERTS.routedBy(scope, (layer, x) -> {
                        assertThat(layer).isEqualTo(seen.size());
                        seen.add(x.toFloatArray());
                        return scope.array(new double[][] {{1, 1, 1}});
                    }));
            model.forward(scope.tokens(TOKENS), model.weights(scope), hooks);

            assertThat(seen).hasSize(2);
            assertThat(seen.get(0))
                    .isEqualTo(store.get("blocks.0.ln2.hook_normalized").toFloatArray());
            assertThat(seen.get(1))
                    .isEqualTo(store.get("blocks.1.ln2.hook_normalized").toFloatArray());
        }
    }

    @Test
    void gatesMayBeKeptUntilTheStepEnds() {
        try (var scope = TensorScope.open()) {
            var kept = new ArrayList<NDArray>();
            logits(scope, (layer, x) -> {
                kept.add(scope.tokens(new int[][] {{0, 1, 2, 0}}).oneHot(3));
                return kept.get(layer);
            });

            assertThat(kept.get(0).sum().getFloat()).isEqualTo(4);
        }
    }

    @Test
    void aStackRoutesEachModelByItself() {
        try (var stack = new GptStack(SHAPE, 1, 2);
                var scope = TensorScope.open()) {
            var choices = new int[][][] {{{0, 2, 0, 1}, {2, 1, 0, 0}}, {{2, 2, 2, 2}, {0, 0, 0, 0}}};
            var hooks =
                    EXPERTS.routedBy(scope, (layer, x) -> scope.tokens(choices).oneHot(3));
            var together = stack.forward(
                            scope.tokens(new int[][][] {TOKENS, TOKENS}), EXPERTS.weights(stack.weights(scope)), hooks)
                    .toFloatArray();
            var alone = logits(scope, (layer, x) -> scope.tokens(choices[0]).oneHot(3));

            assertThat(Arrays.copyOf(together, alone.length)).containsExactly(alone, within(1e-5f));
        }
    }

    @Test
    void rescaledExpertsStartAsIfEachWereAlone() {
        var wide = new Experts(100, 0, 900);
        try (var stack = new GptStack(new GptShape(4, 2, 32, 1, 1, 1000), 1, 2)) {
            wide.rescale(stack.parameters());
            var matrix = stack.parameters().values("blocks.0.mlp.W_out"); // (2, 32, 1000)
            var few = 0.0;
            var many = 0.0;
            for (var i = 0; i < matrix.length; i++) {
                if (i % 1000 < 100) {
                    few += matrix[i] * matrix[i] / (64 * 100);
                } else {
                    many += matrix[i] * matrix[i] / (64 * 900);
                }
            }

            assertThat(few).isCloseTo(1 / 100.0 / 2, within(0.0004)); // 1/fan-in/(2L)
            assertThat(many).isCloseTo(1 / 900.0 / 2, within(0.00002));
        }
    }

    @Test
    void sizesThatDoNotFitAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Experts(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Experts(4, -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Experts(4).rescale(model.parameters()))
                .withMessageContaining("the experts have 4 neurons");
    }

    private float[] plain(TensorScope scope) {
        return model.forward(scope.tokens(TOKENS), model.weights(scope)).toFloatArray();
    }

    private float[] logits(TensorScope scope, Experts.Router router) {
        return model.forward(
                        scope.tokens(TOKENS), EXPERTS.weights(model.weights(scope)), EXPERTS.routedBy(scope, router))
                .toFloatArray();
    }

    private float[] written(TensorScope scope, int[][] choices) {
        return written(scope, scope.tokens(choices).oneHot(3));
    }

    private float[] written(TensorScope scope, NDArray gates) {
        var store = new LinkedHashMap<String, NDArray>();
        model.forward(
                scope.tokens(TOKENS),
                EXPERTS.weights(model.weights(scope)),
                EXPERTS.routedBy(scope, (layer, x) -> gates.mul(scope.scalar(1)))
                        .then(Hooks.record(store, Set.of(OUT))));
        return store.get(OUT).toFloatArray();
    }
}
