package org.tinybabel.lab.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinybabel.lab.engine.TensorScope;

class HooksTest {

    private static final int[][] TOKENS = {{1, 2, 3, 4}, {5, 6, 7, 8}};

    private final TinyGpt model = new TinyGpt(new GptShape(10, 4, 8, 2, 2, 16), 1);

    /** All hook points, in the order in which the forward pass reaches them. */
    static List<String> points() {
        var points = new ArrayList<>(List.of("hook_embed", "hook_pos_embed"));
        for (var layer = 0; layer < 2; layer++) {
            var block = "blocks." + layer + ".";
            Stream.of(
                            "hook_resid_pre",
                            "ln1.hook_normalized",
                            "attn.hook_q",
                            "attn.hook_k",
                            "attn.hook_v",
                            "attn.hook_attn_scores",
                            "attn.hook_pattern",
                            "attn.hook_z",
                            "hook_attn_out",
                            "hook_resid_mid",
                            "ln2.hook_normalized",
                            "mlp.hook_pre",
                            "mlp.hook_post",
                            "hook_mlp_out",
                            "hook_resid_post")
                    .forEach(point -> points.add(block + point));
        }
        points.add("ln_final.hook_normalized");
        return points;
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void everyHookPointIsReachedInOrder() {
        assertThat(record(Hooks.NONE).keySet()).containsExactlyElementsOf(withLogits(points()));
    }

    @Test
    void recordingEverythingChangesNoBitOfThePredictions() {
        try (var scope = TensorScope.open()) {
            var plain =
                    model.forward(scope.tokens(TOKENS), model.weights(scope)).toFloatArray();

            assertThat(record(Hooks.NONE).get("logits")).isEqualTo(plain);
        }
    }

    @ParameterizedTest
    @MethodSource("points")
    void replacingAnActivationByItselfChangesNothing(String point) {
        assertThat(record(Hooks.replace(point, x -> x))).containsExactlyEntriesOf(record(Hooks.NONE));
    }

    @ParameterizedTest
    @MethodSource("points")
    void replacingAnActivationChangesNothingBeforeItAndThePredictionsAfterIt(String point) {
        var before = record(Hooks.NONE);

        var after = record(Hooks.replace(point, x -> x.mul(x)));

        for (var earlier : points().subList(0, points().indexOf(point))) {
            assertThat(after.get(earlier)).as(earlier).isEqualTo(before.get(earlier));
        }
        assertThat(after.get("logits")).isNotEqualTo(before.get("logits"));
    }

    @Test
    void aSilencedSublayerLeavesTheResidualStreamAsItWas() {
        var silenced = record(Hooks.replace("blocks.1.hook_mlp_out", x -> x.mul(x.zerosLike())));

        assertThat(silenced.get("blocks.1.hook_resid_post")).isEqualTo(silenced.get("blocks.1.hook_resid_mid"));
    }

    @Test
    void twoHooksAtOnePointActOneAfterTheOther() {
        var doubled = Hooks.replace("hook_embed", x -> x.add(x));

        var twice = record(doubled.then(doubled));

        var once = record(Hooks.NONE).get("hook_embed");
        for (var i = 0; i < once.length; i++) {
            assertThat(twice.get("hook_embed")[i]).isEqualTo(4 * once[i]);
        }
    }

    @Test
    void activationsComeAsOneRowPerTokenInTheRequestedOrder() {
        var rows = model.activations(TOKENS, model::weights, "blocks.1.hook_resid_post", "hook_embed");

        assertThat(rows.keySet()).containsExactly("blocks.1.hook_resid_post", "hook_embed");
        assertThat(rows.get("hook_embed").length).isEqualTo(8);
        assertThat(rows.get("hook_embed")[0]).hasSize(8);
    }

    @Test
    void anUnknownHookPointIsNamedInTheError() {
        assertThatThrownBy(() -> model.activations(TOKENS, model::weights, "blocks.9.hook_resid_post"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the model has no hook point 'blocks.9.hook_resid_post'");
    }

    @Test
    void aReplacementOfAnotherShapeIsRefused() {
        assertThatThrownBy(() -> record(Hooks.replace("hook_embed", x -> x.mean())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must have shape (2, 4, 8), got ()");
    }

    private Map<String, float[]> record(Hooks change) {
        try (var scope = TensorScope.open()) {
            var store = new LinkedHashMap<String, NDArray>();
            var hooks = change.then(Hooks.record(store, Set.copyOf(points())));
            store.put("logits", model.forward(scope.tokens(TOKENS), model.weights(scope), hooks));
            var values = new LinkedHashMap<String, float[]>();
            store.forEach((point, array) -> values.put(point, array.toFloatArray()));
            return values;
        }
    }

    private static List<String> withLogits(List<String> points) {
        var all = new ArrayList<>(points);
        all.add("logits");
        return all;
    }
}
