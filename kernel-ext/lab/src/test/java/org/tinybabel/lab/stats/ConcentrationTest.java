package org.tinybabel.lab.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConcentrationTest {

    @Test
    void giniIsZeroForEqualsAndNearlyOneForOneOwner() {
        assertThat(Concentration.gini(4, 4, 4)).isCloseTo(0, within(1e-12));
        assertThat(Concentration.gini(0, 0, 0, 8)).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void giniIsHalfTheMeanDifferenceDividedByTheMean() {
        // |x − y| over the 9 pairs of 1, 2, 6: 2 · (1 + 5 + 4) / 9, divided by twice the mean 3.
        assertThat(Concentration.gini(6, 1, 2)).isCloseTo(20.0 / 9 / 6, within(1e-12));
    }

    @Test
    void theLorenzCurveAddsUpThePoorestFirst() {
        assertThat(Concentration.lorenz(6, 1, 3)).containsExactly(new double[] {0, 0.1, 0.4, 1}, within(1e-12));
        assertThat(Concentration.topShare(1, 6, 1, 3)).isCloseTo(0.6, within(1e-12));
        assertThat(Concentration.topShare(9, 6, 1, 3)).isEqualTo(1);
    }

    @Test
    void whatIsNoAmountIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Concentration.gini());
        assertThatIllegalArgumentException().isThrownBy(() -> Concentration.gini(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Concentration.gini(3, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> Concentration.gini(3, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Concentration.topShare(-1, 3));
    }
}
