package org.tinybabel.lab.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GroupSimilarityTest {

    @Test
    void theGapIsTheMeanWithinMinusTheMeanAcross() {
        // Within: cos of the first two, 0.6. Across: 0 and 0.8 with the third, which is alone in its group.
        var rows = new double[][] {{1, 0}, {3, 4}, {0, 2}};

        assertThat(GroupSimilarity.gap(rows, new int[] {5, 5, 9})).isCloseTo(0.6 - 0.4, within(1e-12));
    }

    @Test
    void lengthsDoNotCount() {
        var short_ = new double[][] {{1, 0}, {3, 4}, {0, 2}};
        var long_ = new double[][] {{10, 0}, {3, 4}, {0, 0.01}};

        assertThat(GroupSimilarity.gap(long_, new int[] {1, 2, 1}))
                .isCloseTo(GroupSimilarity.gap(short_, new int[] {1, 2, 1}), within(1e-12));
    }

    @Test
    void groupsThatHaveNoPairWithinOrNoneAcrossAreRefused() {
        var rows = new double[][] {{1, 0}, {3, 4}, {0, 2}};

        assertThatIllegalArgumentException().isThrownBy(() -> GroupSimilarity.gap(rows, new int[] {1, 2, 3}));
        assertThatIllegalArgumentException().isThrownBy(() -> GroupSimilarity.gap(rows, new int[] {1, 1, 1}));
        assertThatIllegalArgumentException().isThrownBy(() -> GroupSimilarity.gap(rows, new int[] {1, 2}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupSimilarity.gap(new double[][] {{1}, {0}, {2}}, new int[] {1, 1, 2}));
    }
}
