package org.tinybabel.lab.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tinybabel.lab.metrics.MaskOverlap;

class WeightMaskTest {

    private static final Layout LAYOUT = layout();
    private static final WeightMask MASK = mask(0, 1, 2, 4);

    private static Layout layout() {
        var shapes = new LinkedHashMap<String, Shape>();
        shapes.put("blocks.0.attn.W_O", new Shape(2, 2));
        shapes.put("blocks.0.mlp.W_in", new Shape(3, 1));
        shapes.put("blocks.0.mlp.W_out", new Shape(1, 3));
        return new Layout(shapes);
    }

    private static WeightMask mask(int... kept) {
        var flags = new boolean[10];
        IntStream.of(kept).forEach(i -> flags[i] = true);
        return new WeightMask(LAYOUT, flags);
    }

    @Test
    void weightsWithPositiveLogitsAreKept() {
        try (var logits = new Parameters(LAYOUT, new double[] {1, -1, 0, 2, -3, 0.1, -0.1, 0, 0, 5})) {
            assertThat(WeightMask.wherePositive(logits).byMatrix())
                    .containsEntry("blocks.0.attn.W_O", new boolean[] {true, false, false, true})
                    .containsEntry("blocks.0.mlp.W_out", new boolean[] {false, false, true});
        }
    }

    @Test
    void blocksJoinTheMatricesOfOneSublayer() {
        assertThat(MASK.byBlock())
                .containsOnlyKeys("blocks.0.attn", "blocks.0.mlp")
                .containsEntry("blocks.0.mlp", new boolean[] {true, false, false, false, false, false});
    }

    @Test
    void theComplementKeepsTheRest() {
        assertThat(MASK.share()).isEqualTo(0.4);
        assertThat(MASK.complement().count()).isEqualTo(6);
        assertThat(MaskOverlap.of(MASK, MASK.complement()).observed()).isZero();
    }

    @Test
    void aRandomControlKeepsAsManyWeightsInEveryBlockAtOtherPlaces() {
        var differs = false;
        for (var seed = 0; seed < 20; seed++) {
            var control = MASK.randomLike(seed);
            assertThat(control.count("blocks.0.attn")).isEqualTo(3);
            assertThat(control.count("blocks.0.mlp")).isEqualTo(1);
            differs |= !control.byBlock().get("blocks.0.mlp")[0];
        }
        assertThat(differs).isTrue();
    }

    @Test
    void theMagnitudeControlKeepsTheLargestWeightsOfEveryBlock() {
        try (var model = new Parameters(LAYOUT, new double[] {0.1, -0.4, 0.3, 0.2, 0.5, -0.6, 0.7, -9, 8, 0})) {
            var control = MASK.largestLike(model);

            assertThat(control.byBlock())
                    .containsEntry("blocks.0.attn", new boolean[] {false, true, true, true})
                    .containsEntry("blocks.0.mlp", new boolean[] {false, false, false, true, false, false});
        }
    }

    @Test
    void overlapIsComparedWithRandomPlacesInsideEachBlock() {
        var overlap = MaskOverlap.of(MASK, mask(0, 1, 4, 5, 6));

        assertThat(overlap.observed()).isEqualTo(3 / 4.0);
        // attn: 3 of 4 and 2 of 4; mlp: 1 of 6 and 3 of 6.
        assertThat(overlap.expected()).isCloseTo((3 * 2 / 4.0 + 1 * 3 / 6.0) / 4, within(1e-12));
        assertThat(overlap.ratio()).isCloseTo(1.5, within(1e-12));
    }

    @Test
    void aMaskOverlapsItselfCompletely() {
        assertThat(MaskOverlap.of(MASK, MASK).observed()).isEqualTo(1);
    }
}
