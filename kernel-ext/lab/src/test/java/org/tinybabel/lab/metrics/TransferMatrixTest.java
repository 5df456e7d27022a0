package org.tinybabel.lab.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TransferMatrixTest {

    private static final double[][] SCORES = {{Double.NaN, 0.9, 0.2}, {0.5, 99, 0.4}, {0.8, 0.1, -99}};
    private static final TransferMatrix MATRIX = new TransferMatrix(SCORES);

    @Test
    void theDiagonalIsNeverRead() {
        assertThat(MATRIX.mean()).isCloseTo((0.9 + 0.2 + 0.5 + 0.4 + 0.8 + 0.1) / 6, within(1e-12));
        assertThat(MATRIX.bestDonors()).containsExactly(2, 0, 1);
        assertThat(MATRIX.with(MATRIX.bestDonors())).isCloseTo((0.8 + 0.9 + 0.4) / 3, within(1e-12));
    }

    @Test
    void aTargetIsServedByAllOthers() {
        assertThat(MATRIX.ofTarget(1)).isCloseTo((0.9 + 0.1) / 2, within(1e-12));
        assertThatIllegalArgumentException().isThrownBy(() -> MATRIX.ofTarget(3));
    }

    @Test
    void oneDonorServesAllButItself() {
        assertThat(MATRIX.fixedDonor()).containsExactly(1, 0, 0); // means .55, .45, .45: the first of equal runners-up
    }

    @Test
    void theMostSimilarOtherLanguageIsTheDonor() {
        var similarities = new double[][] {{1, 0.2, 0.2}, {0.1, 1, 0.7}, {0.3, -0.5, 1}};

        assertThat(TransferMatrix.mostSimilar(similarities)).containsExactly(1, 2, 0);
    }

    @Test
    void theMatrixKeepsACopy() {
        var scores = new double[][] {{0, 1, 1}, {1, 0, 1}, {1, 1, 0}};
        var matrix = new TransferMatrix(scores);
        scores[0][1] = 5;
        matrix.scores()[0][1] = 7;

        assertThat(matrix.mean()).isEqualTo(1);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TransferMatrix(new double[][] {{1, 2}, {3, 4}}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TransferMatrix(new double[][] {{1, 2, 3}, {3, 4, 5}, {3, 4}}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TransferMatrix(new double[][] {{1, Double.NaN, 3}, {3, 4, 5}, {3, 4, 5}}));
        assertThatIllegalArgumentException().isThrownBy(() -> MATRIX.with(new int[] {0, 0, 0}));
        assertThatIllegalArgumentException().isThrownBy(() -> MATRIX.with(new int[] {1, 0}));
        assertThatIllegalArgumentException().isThrownBy(() -> MATRIX.with(new int[] {1, 0, 3}));
        assertThatIllegalArgumentException().isThrownBy(() -> TransferMatrix.mostSimilar(new double[][] {{1}}));
    }
}
