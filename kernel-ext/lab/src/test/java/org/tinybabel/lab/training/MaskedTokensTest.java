package org.tinybabel.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tinybabel.lab.engine.TensorScope;
import org.tinybabel.lab.models.EncoderShape;
import org.tinybabel.lab.models.TinyEncoder;

class MaskedTokensTest {

    private static int[][] names() {
        var names = new int[500][20];
        for (var name : names) {
            Arrays.fill(name, 0, 10, 5);
        }
        return names;
    }

    @Test
    void aShareOfTheTokensIsHiddenAndNoPadding() {
        var names = names();

        var masked = MaskedTokens.of(names, 0.2, 1, new Random(1));

        assertThat(masked.places().length / 5000.0).isCloseTo(0.2, within(0.02));
        assertThat(masked.hidden()).containsOnly(5).hasSameSizeAs(masked.places());
        for (var place : masked.places()) {
            assertThat(masked.tokens()[place / 20][place % 20]).isEqualTo(1);
        }
        assertThat(names).isDeepEqualTo(names());
        assertThat(MaskedTokens.of(names, 0.2, 1, new Random(1)).places()).isEqualTo(masked.places());
    }

    @Test
    void oneTokenAtLeastIsHidden() {
        var masked = MaskedTokens.of(new int[][] {{0, 0}, {0, 4}}, 1e-9, 1, new Random(1));

        assertThat(masked.places()).containsExactly(3);
        assertThat(masked.tokens()).isDeepEqualTo(new int[][] {{0, 0}, {0, 1}});
        assertThat(masked.hidden()).containsExactly(4);
    }

    @Test
    void theLossIsTheMeanSurpriseAtTheHiddenPlaces() {
        try (var encoder = new TinyEncoder(new EncoderShape(8, 3, 4, 1, 1, 4), 2);
                var scope = TensorScope.open()) {
            var masked = new MaskedTokens(new int[][] {{3, 1, 4}, {1, 5, 0}}, new int[] {1, 3}, new int[] {6, 7});
            var weights = encoder.weights(scope);
            var states = encoder.forward(scope.tokens(masked.tokens()), weights);

            var loss = masked.loss(scope, encoder, states, weights).getFloat();

            var rows = TensorScope.toRows(encoder.guess(states, weights).logSoftmax(-1));
            assertThat((double) loss).isCloseTo(-(rows[1][6] + rows[3][7]) / 2, within(1e-5));
        }
    }

    @Test
    void nothingToHideIsRefused() {
        var random = new Random(1);
        assertThatThrownBy(() -> MaskedTokens.of(new int[][] {{0, 0}}, 0.2, 1, random))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MaskedTokens.of(new int[][] {{3, 4}, {3}}, 0.2, 1, random))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MaskedTokens.of(new int[][] {{3, 4}}, 0, 1, random))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
