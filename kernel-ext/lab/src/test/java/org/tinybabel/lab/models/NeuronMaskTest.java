package org.tinybabel.lab.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tinybabel.lab.engine.TensorScope;

class NeuronMaskTest {

    private static final GptShape SHAPE = new GptShape(10, 6, 8, 2, 2, 12);
    private static final int[][] SENTENCES = {{1, 2, 3, 4}, {5, 6, 7, 8}};

    private static double[][] logits(TinyGpt model, NeuronMask mask) {
        try (var scope = TensorScope.open()) {
            return TensorScope.toRows(model.forward(scope.tokens(SENTENCES), model.weights(scope), mask.in(scope)));
        }
    }

    /** The model without the output weights of some neurons. */
    private static TinyGpt pruned(long seed, int layer, int... neurons) {
        var model = new TinyGpt(SHAPE, seed);
        var values = model.parameters().values();
        var offset = model.parameters().layout().offset("blocks." + layer + ".mlp.W_out");
        for (var out = 0; out < 8; out++) {
            for (var neuron : neurons) {
                values[offset + out * 12 + neuron] = 0;
            }
        }
        model.parameters().set(values);
        return model;
    }

    private static void assertClose(double[][] actual, double[][] expected) {
        for (var row = 0; row < expected.length; row++) {
            assertThat(actual[row]).containsExactly(expected[row], within(1e-6));
        }
    }

    @Test
    void aMaskEqualsTakingTheOutputWeightsAway() {
        try (var model = new TinyGpt(SHAPE, 1);
                var pruned = pruned(1, 1, 3, 7, 11)) {
            var all = NeuronMask.all(SHAPE);

            assertClose(logits(model, all.without(1, 3, 7, 11)), logits(pruned, all));
            assertClose(logits(model, all.only(1, 0, 1, 2, 4, 5, 6, 8, 9, 10)), logits(pruned, all));
            assertThat(logits(model, all)).isNotEqualTo(logits(pruned, all));
        }
    }

    @Test
    void everyModelOfAStackHasItsOwnMask() {
        try (var stack = new GptStack(SHAPE, 1, 2);
                var first = pruned(1, 0, 5);
                var second = new TinyGpt(SHAPE, 2);
                var scope = TensorScope.open()) {
            var all = NeuronMask.all(SHAPE);
            var hooks = NeuronMask.in(scope, List.of(all.without(0, 5), all));
            var tokens = scope.tokens(new int[][][] {SENTENCES, SENTENCES});

            var rows = TensorScope.toRows(stack.forward(tokens, stack.weights(scope), hooks));

            assertClose(Arrays.copyOfRange(rows, 0, 8), logits(first, all));
            assertClose(Arrays.copyOfRange(rows, 8, 16), logits(second, all));
        }
    }

    @Test
    void masksNeverChange() {
        var all = NeuronMask.all(SHAPE);
        var fewer = all.without(0, 1, 2, 2).without(1, 4);

        assertThat(all.count()).isEqualTo(24);
        assertThat(fewer.count()).isEqualTo(21);
        assertThat(fewer.works(0, 2)).isFalse();
        assertThat(fewer.works(1, 2)).isTrue();
        assertThat(fewer.only(0, 2, 3).count()).isEqualTo(12); // neuron 2 was out already
    }

    @Test
    void unknownNeuronsAreRefused() {
        var all = NeuronMask.all(SHAPE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> all.without(0, 12))
                .withMessage("there is no neuron 12, only 0 to 11");
        assertThatIllegalArgumentException().isThrownBy(() -> all.only(0, -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> all.without(2, 0))
                .withMessage("there is no layer 2, only 0 to 1");
        assertThatIllegalArgumentException().isThrownBy(() -> all.works(0, 12));
        try (var scope = TensorScope.open()) {
            assertThatIllegalArgumentException().isThrownBy(() -> NeuronMask.in(scope, List.of()));
        }
    }
}
