package org.tinybabel.lab.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tinybabel.display.Interval;

class BoundedIntervalsTest {

    @Test
    void theLogitIntervalIsTheTIntervalOnTheLogitScale() {
        var interval = Intervals.logit(0.7, 0.8, 0.9, 0.8);

        // m = 0.8, s = 0.0816497, so t · s / √n = 3.182446 · 0.0408248 = 0.129923; divided by m (1 − m) = 0.16:
        // 0.812016.
        var logit = Math.log(4);
        assertThat(interval.mean()).isCloseTo(0.8, within(1e-12));
        assertThat(interval.low()).isCloseTo(1 / (1 + Math.exp(-(logit - 0.812016))), within(1e-5));
        assertThat(interval.high()).isCloseTo(1 / (1 + Math.exp(-(logit + 0.812016))), within(1e-5));
    }

    @Test
    void theLogitIntervalNeverLeavesTheRange() {
        var random = new Random(3);
        for (var i = 0; i < 5000; i++) {
            var spread = Math.pow(10, -6 * random.nextDouble());
            var scores = random.doubles(2 + random.nextInt(9))
                    .map(u -> random.nextInt(3) == 0 ? 1 : 1 - spread * u * u)
                    .toArray();

            for (var mirrored : new double[][] {
                scores, Arrays.stream(scores).map(s -> 1 - s).toArray()
            }) {
                var interval = Intervals.logit(mirrored);
                assertThat(interval.low()).isBetween(0.0, interval.mean());
                assertThat(interval.high()).isBetween(interval.mean(), 1.0);
            }
        }
    }

    @Test
    void itIsDefinedAtTheEnds() {
        assertThat(Intervals.logit(0, 0, 0)).isEqualTo(new Interval(0, 0, 0).of(3, "logit"));
        assertThat(Intervals.logit(1, 1, 1)).isEqualTo(new Interval(1, 1, 1).of(3, "logit"));
        assertThat(Intervals.logit(0, 1).low()).isBetween(0.0, 0.001);
    }

    @Test
    void awayFromTheEndsItIsNearlyTheTInterval() {
        var values = new double[] {0.49, 0.5, 0.51, 0.5, 0.52};

        assertThat(Intervals.logit(values).low()).isCloseTo(Intervals.t(values).low(), within(1e-4));
        assertThat(Intervals.logit(values).high()).isCloseTo(Intervals.t(values).high(), within(1e-4));
    }

    @Test
    void itFollowsTheRange() {
        var unit = Intervals.logit(0.7, 0.8, 0.95);
        var cosines = Intervals.logit(new double[] {0.4, 0.6, 0.9}, new Bounds(-1, 1));

        assertThat(cosines.low()).isCloseTo(2 * unit.low() - 1, within(1e-9));
        assertThat(cosines.high()).isCloseTo(2 * unit.high() - 1, within(1e-9));
    }

    @Test
    void itCoversTheTruthAboutNinetyFiveTimesInAHundred() {
        assertThat(coverage(0.9, 8, Intervals::logit)).isCloseTo(0.95, within(0.03));
        assertThat(coverage(0.5, 5, Intervals::logit)).isCloseTo(0.95, within(0.03));
        assertThat(coverage(0.9, 20, values -> Intervals.bca(values, 1))).isCloseTo(0.93, within(0.04));
    }

    /** Scores of n seeds: 60 questions each, of a model whose true score differs a little from seed to seed. */
    private static double coverage(double truth, int n, Function<double[], Interval> method) {
        var random = new Random(4);
        return IntStream.range(0, 600)
                        .filter(i -> {
                            var scores = IntStream.range(0, n)
                                    .mapToDouble(seed -> {
                                        var p = truth + 0.04 * (random.nextDouble() - random.nextDouble());
                                        return random.doubles(60)
                                                        .filter(u -> u < p)
                                                        .count()
                                                / 60.0;
                                    })
                                    .toArray();
                            return method.apply(scores).contains(truth);
                        })
                        .count()
                / 600.0;
    }

    @Test
    void aTIntervalThatLeavesTheRangeIsRefused() {
        var nearlyAll = new double[] {1, 1, 1, 1, 0.9};

        assertThat(Bounds.UNIT.contains(Intervals.t(nearlyAll))).isFalse();
        assertThatThrownBy(() -> Bounds.UNIT.check(Intervals.t(nearlyAll)))
                .hasMessageContaining("leaves the range 0.0 … 1.0 of its measure; use Intervals.logit or");
        assertThat(Bounds.UNIT.check(Intervals.logit(nearlyAll)).high()).isLessThan(1);
        assertThat(Bounds.UNIT.check(Intervals.bootstrap(nearlyAll, 0)).high()).isEqualTo(1);
        assertThat(Bounds.UNIT.check(Intervals.bca(nearlyAll, 0)).high()).isLessThanOrEqualTo(1);
        assertThatThrownBy(() -> Intervals.logit(0.2, 1.2)).hasMessage("value 1.2 is out of its range 0.0 … 1.0");
        assertThatThrownBy(() -> Intervals.logit(new double[] {1, 2}, new Bounds(0, Double.POSITIVE_INFINITY)))
                .hasMessageStartingWith("the logit needs a range with two ends");
        assertThatThrownBy(() -> new Bounds(1, 1)).hasMessage("bounds need low < high, got 1.0 and 1.0");
    }

    @Test
    void bcaAgreesWithThePercentilesWithoutSkewAndMovesTowardsTheTailWithIt() {
        var even = IntStream.range(0, 40).mapToDouble(i -> i).toArray();
        var skewed = IntStream.range(0, 40).mapToDouble(i -> Math.exp(i / 10.0)).toArray();

        assertThat(Intervals.bca(even, 1).low())
                .isCloseTo(Intervals.bootstrap(even, 1).low(), within(0.3));
        assertThat(Intervals.bca(skewed, 1).high())
                .isGreaterThan(Intervals.bootstrap(skewed, 1).high());
        assertThat(Intervals.bca(skewed, 1).low())
                .isGreaterThan(Intervals.bootstrap(skewed, 1).low());
        assertThat(Intervals.bca(skewed, 1)).isEqualTo(Intervals.bca(skewed, 1));
        assertThat(Intervals.bca(new double[] {2, 2}, 1)).isEqualTo(new Interval(2, 2, 2).of(2, "BCa bootstrap"));
    }
}
