package org.tinybabel.lab.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GroupVarianceTest {

    @Test
    void theShareIsThatOfSumsOfSquares() {
        // Group means -2 and 2, grand mean 0: between 4 * 4 = 16; within 4 * 1 = 4.
        var rows = new double[][] {{-3}, {-1}, {1}, {3}};

        assertThat(GroupVariance.betweenShare(rows, new int[] {7, 7, 3, 3})).isCloseTo(0.8, within(1e-12));
    }

    @Test
    void largerGroupsWeighMore() {
        // Means 0 and 4, grand mean 1: between 3 * 1 + 1 * 9 = 12; total 4 + 1 + 1 + ... = 1 + 0 + 4 + 9.
        var rows = new double[][] {{0}, {1}, {-1}, {4}};

        assertThat(GroupVariance.betweenShare(rows, new int[] {0, 0, 0, 9})).isCloseTo(12 / 14.0, within(1e-12));
    }

    @Test
    void oneGroupOrNoVarianceGivesZero() {
        assertThat(GroupVariance.betweenShare(new double[][] {{1}, {2}}, new int[] {5, 5}))
                .isZero();
        assertThat(GroupVariance.betweenShare(new double[][] {{1, 2}, {1, 2}}, new int[] {1, 2}))
                .isZero();
    }

    @Test
    void rowsWithoutGroupsAreRefused() {
        assertThatThrownBy(() -> GroupVariance.betweenShare(new double[][] {{1}}, new int[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void unitRowsKeepTheirDirection() {
        assertThat(UnitLength.of(new double[][] {{3, 4}, {0, -2}})).isDeepEqualTo(new double[][] {{0.6, 0.8}, {0, -1}});
        assertThatThrownBy(() -> UnitLength.of(new double[][] {{0, 0}})).isInstanceOf(IllegalArgumentException.class);
    }
}
