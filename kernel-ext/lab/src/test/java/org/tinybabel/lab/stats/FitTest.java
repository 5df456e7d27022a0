package org.tinybabel.lab.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FitTest {

    private final double[] observed = {1, 2, 6};

    @Test
    void r2IsOneForPerfectPredictionsZeroForTheMeanAndNegativeForWorse() {
        assertThat(Fit.r2(observed, observed)).isEqualTo(1);
        assertThat(Fit.r2(observed, new double[] {3, 3, 3})).isZero();
        // Squares about the mean 3: 4 + 1 + 9.
        assertThat(Fit.r2(observed, new double[] {2, 2, 5})).isCloseTo(1 - 2.0 / 14, within(1e-15));
        assertThat(Fit.r2(observed, new double[] {6, 2, 1})).isNegative();
    }

    @Test
    void theErrorInPercentIsRelativeToTheObservation() {
        assertThat(Fit.mape(observed, observed)).isZero();
        assertThat(Fit.mape(new double[] {2, -4}, new double[] {3, -3})).isCloseTo((50 + 25) / 2.0, within(1e-12));
    }

    @Test
    void whatHasNoAnswerIsRejected() {
        assertThatThrownBy(() -> Fit.r2(new double[] {2, 2}, new double[] {1, 3}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("R² needs observations that differ, all are 2.0");
        assertThatThrownBy(() -> Fit.mape(new double[] {1, 0}, new double[] {1, 3}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("got [1.0, 0.0]");
        assertThatThrownBy(() -> Fit.mape(observed, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("got 1 and 3");
        assertThatThrownBy(() -> Fit.r2(observed, new double[] {1, Double.NaN, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
    }
}
