package org.tinybabel.lab.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BalancedAccuracyTest {

    @Test
    void alwaysNamingTheLargestClassGivesOneHalfOfTwo() {
        assertThat(BalancedAccuracy.of(new int[] {0, 0, 0, 5}, new int[] {0, 0, 0, 0}))
                .isEqualTo(0.5);
    }

    @Test
    void everyClassCountsTheSame() {
        assertThat(BalancedAccuracy.of(new int[] {1, 1, 2, 3}, new int[] {1, 9, 2, 2}))
                .isEqualTo((0.5 + 1 + 0) / 3);
    }

    @Test
    void missingPredictionsAreRefused() {
        assertThatThrownBy(() -> BalancedAccuracy.of(new int[] {1}, new int[0]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BalancedAccuracy.of(new int[0], new int[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
