package org.tinybabel.lab.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class IntervalsTest {

    @Test
    void theTIntervalIsThatOfTheTextbook() {
        var interval = Intervals.t(1, 2, 3, 4);

        // s = 1.2910, t(0.975, 3) = 3.1824
        assertThat(interval.mean()).isEqualTo(2.5);
        assertThat(interval.high() - 2.5).isCloseTo(3.182446 * 1.290994 / 2, within(1e-5));
        assertThat(2.5 - interval.low()).isCloseTo(3.182446 * 1.290994 / 2, within(1e-5));
    }

    @Test
    void anIntervalSaysFromHowManySeedsAndHowItWasMade() {
        assertThat(Intervals.t(1, 2, 3).sample()).hasToString("Sample[size=3, method=t]");
        assertThat(Intervals.logit(0.1, 0.2).sample()).hasToString("Sample[size=2, method=logit]");
        assertThat(Intervals.bootstrap(new double[] {1, 2, 3, 4}, 1).sample().size())
                .isEqualTo(4);
        assertThat(Intervals.bca(new double[] {1, 2, 3, 4}, 1).sample().method())
                .isEqualTo("BCa bootstrap");
    }

    @Test
    void theTIntervalCoversTheTruthNinetyFiveTimesInAHundred() {
        var random = new Random(1);
        var covered = 0;
        for (var i = 0; i < 2000; i++) {
            var interval = Intervals.t(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
            covered += interval.contains(0) ? 1 : 0;
        }
        assertThat(covered / 2000.0).isCloseTo(0.95, within(0.015));
    }

    @Test
    void theBootstrapIntervalLiesInsideTheDataAndMatchesNormalTheoryForManyValues() {
        var values = new Random(2).doubles(400).toArray();

        var interval = Intervals.bootstrap(values, 1);

        assertThat(interval.high() - interval.low()).isCloseTo(2 * 1.96 * Math.sqrt(1 / 12.0 / 400), within(0.005));
        assertThat(interval).isEqualTo(Intervals.bootstrap(values, 1));
    }

    @Test
    void oneMeasurementHasNoInterval() {
        assertThatThrownBy(() -> Intervals.t(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an interval needs at least 2 numbers, got [1.0]");
    }

    @Test
    void pearsonIsOneForALineAndMinusOneForAFallingLine() {
        var x = new double[] {1, 2, 3, 5};

        assertThat(Correlation.pearson(x, new double[] {3, 5, 7, 11})).isCloseTo(1, within(1e-12));
        assertThat(Correlation.pearson(x, new double[] {-1, -2, -3, -5})).isCloseTo(-1, within(1e-12));
        assertThat(Correlation.pearson(x, new double[] {1, -1, 1, -1})).isCloseTo(-0.5071, within(1e-4));
    }

    @Test
    void spearmanLooksAtTheOrderOnlyAndSharesTheRanksOfEqualNumbers() {
        var x = new double[] {1, 2, 3, 100};

        assertThat(Correlation.spearman(x, new double[] {-9, 0, 1, 1.1})).isCloseTo(1, within(1e-12));
        assertThat(Correlation.spearman(x, new double[] {4, 3, 2, -50})).isCloseTo(-1, within(1e-12));
        // Ranks 1 2 3 4 and 1 3 2 4: 1 − 6 · 2 / (4 · 15).
        assertThat(Correlation.spearman(x, new double[] {1, 5, 2, 9})).isCloseTo(0.8, within(1e-12));
        // Ranks 1 2 3 4 and 1.5 1.5 3 4.
        assertThat(Correlation.spearman(x, new double[] {7, 7, 8, 9}))
                .isCloseTo(4.5 / Math.sqrt(5 * 4.5), within(1e-12));
        assertThatThrownBy(() -> Correlation.spearman(x, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("got 4 and 1");
    }
}
