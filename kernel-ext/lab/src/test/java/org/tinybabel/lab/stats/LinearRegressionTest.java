package org.tinybabel.lab.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LinearRegressionTest {

    @Test
    void theSlopeAndItsIntervalAreThoseOfTheTextbook() {
        var slope = LinearRegression.slope(new double[] {-1, 0, 1}, new double[] {1, 0, 5});

        // Slope 4/2; residuals 1, −2, 1; s² = 6/1; standard error √(6/2); t(0.975, 1) = 12.7062.
        assertThat(slope.mean()).isCloseTo(2, within(1e-12));
        assertThat(slope.high() - 2).isCloseTo(12.7062047 * Math.sqrt(3), within(1e-6));
        assertThat(2 - slope.low()).isCloseTo(12.7062047 * Math.sqrt(3), within(1e-6));
    }

    @Test
    void aPlaneIsFoundExactly() {
        var n = new double[] {1, 1, 2, 2, 3, 5};
        var d = new double[] {1, 4, 1, 3, 2, 2};
        var y = new double[6];
        for (var i = 0; i < 6; i++) {
            y[i] = 7 - 0.5 * n[i] + 0.25 * d[i];
        }

        var plane = LinearRegression.fit(y, n, d);

        assertThat(plane.intercept().mean()).isCloseTo(7, within(1e-12));
        assertThat(plane.slopes().get(0).mean()).isCloseTo(-0.5, within(1e-12));
        assertThat(plane.slopes().get(1).mean()).isCloseTo(0.25, within(1e-12));
        assertThat(plane.r2()).isCloseTo(1, within(1e-12));
    }

    @Test
    void theIntervalOfEachOfTwoSlopesCoversItNinetyFiveTimesInAHundred() {
        var random = new Random(3);
        var covered = new int[2];
        for (var round = 0; round < 2000; round++) {
            var a = random.doubles(12).toArray();
            var b = random.doubles(12).map(v -> 100 * v).toArray();
            var y = new double[12];
            for (var i = 0; i < 12; i++) {
                y[i] = 2 * a[i] - 0.1 * b[i] + random.nextGaussian();
            }
            var slopes = LinearRegression.fit(y, a, b).slopes();
            covered[0] += slopes.get(0).contains(2) ? 1 : 0;
            covered[1] += slopes.get(1).contains(-0.1) ? 1 : 0;
        }
        assertThat(covered[0] / 2000.0).isCloseTo(0.95, within(0.015));
        assertThat(covered[1] / 2000.0).isCloseTo(0.95, within(0.015));
    }

    @Test
    void badInputIsRejectedWithItsValue() {
        var x = new double[] {1, 2, 3, 4};
        assertThatThrownBy(() -> LinearRegression.slope(new double[] {1, 2}, new double[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("got 2");
        assertThatThrownBy(() -> LinearRegression.fit(x, new double[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a regressor has 2 numbers for 4 observations");
        assertThatThrownBy(() -> LinearRegression.fit(x)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LinearRegression.fit(x, new double[] {1, 2, Double.NaN, 4}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
    }

    @Test
    void regressorsThatSayTheSameAreRejected() {
        var y = new double[] {1, 2, 3, 5};
        assertThatThrownBy(() -> LinearRegression.slope(new double[] {2, 2, 2, 2}, y))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a regressor is constant");
        assertThatThrownBy(() -> LinearRegression.fit(y, new double[] {1, 2, 3, 7}, new double[] {0.1, 0.2, 0.3, 0.7}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a regressor is constant");
    }
}
