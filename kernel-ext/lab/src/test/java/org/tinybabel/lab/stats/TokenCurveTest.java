package org.tinybabel.lab.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tinybabel.lab.stats.TokenCurve.Equivalent;

class TokenCurveTest {

    private final TokenCurve curve = TokenCurve.of(new double[] {10, 100, 1000}, new double[] {4, 3, 1});

    @Test
    void aMeasuredLossGivesExactlyItsTokens() {
        assertThat(curve.equivalent(4)).isEqualTo(new Equivalent(10, false));
        assertThat(curve.equivalent(3)).isEqualTo(new Equivalent(100, false));
        assertThat(curve.equivalent(1)).isEqualTo(new Equivalent(1000, false));
    }

    @Test
    void betweenTwoPointsTheLogarithmOfTheTokensIsLinearInTheLoss() {
        assertThat(curve.equivalent(3.5).tokens()).isCloseTo(Math.sqrt(10 * 100), within(1e-9));
        assertThat(curve.equivalent(1.5).tokens()).isCloseTo(100 * Math.pow(10, 0.75), within(1e-9));
        assertThat(curve.equivalent(1.5).clamped()).isFalse();
    }

    @Test
    void outsideItIsClampedAndSaysSo() {
        assertThat(curve.equivalent(4.001)).isEqualTo(new Equivalent(10, true));
        assertThat(curve.equivalent(0.999)).isEqualTo(new Equivalent(1000, true));
    }

    @Test
    void aNoisyCurveIsReplacedByItsRunningMinimum() {
        var noisy = TokenCurve.of(new double[] {1, 10, 100, 1000}, new double[] {4, 3, 3.5, 2});

        assertThat(noisy.equivalent(3.5).tokens()).isCloseTo(Math.sqrt(10), within(1e-9));
        assertThat(noisy.equivalent(2.5).tokens()).isCloseTo(Math.sqrt(100 * 1000), within(1e-9));
    }

    @Test
    void onAFlatSegmentTheFewestTokensCount() {
        var flat = TokenCurve.of(new double[] {1, 10, 100, 1000}, new double[] {4, 3, 3, 3});

        assertThat(flat.equivalent(3)).isEqualTo(new Equivalent(10, false));
        assertThat(flat.equivalent(2.9)).isEqualTo(new Equivalent(1000, true));
        assertThat(TokenCurve.of(new double[] {1, 10}, new double[] {2, 2}).equivalent(2))
                .isEqualTo(new Equivalent(1, false));
    }

    @Test
    void theCallersArraysAreNeitherChangedNorKept() {
        var tokens = new double[] {1, 10};
        var loss = new double[] {2, 5};

        var made = TokenCurve.of(tokens, loss);

        assertThat(loss).containsExactly(2, 5);
        tokens[0] = 9;
        assertThat(made.equivalent(2).tokens()).isEqualTo(1);
    }

    @Test
    void badInputIsRejectedWithItsValue() {
        assertRejected("got 1 and 1", new double[] {1}, 1);
        assertRejected("got 2 and 3", new double[] {1, 2}, 1, 2, 3);
        assertRejected("got 2.0 after 2.0", new double[] {2, 2}, 1, 1);
        assertRejected("got 0.0 after 0.0", new double[] {0, 2}, 1, 1);
        assertRejected("got NaN after 1.0", new double[] {1, Double.NaN}, 1, 1);
        assertRejected("got Infinity after 1.0", new double[] {1, Double.POSITIVE_INFINITY}, 1, 1);
        assertRejected("got [1.0, NaN]", new double[] {1, 2}, 1, Double.NaN);
        assertThatThrownBy(() -> curve.equivalent(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertRejected(String ending, double[] tokens, double... loss) {
        assertThatThrownBy(() -> TokenCurve.of(tokens, loss))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(ending);
    }
}
