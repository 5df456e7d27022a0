package org.tinybabel.lab.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeanTestTest {

    @Test
    void pValuesAreThoseOfTheTextbook() {
        // Mean 2.5, standard error 0.6455: t = 3.873 with 3 degrees of freedom.
        assertThat(MeanTest.twoSided(new double[] {1, 2, 3, 4}, 0)).isCloseTo(0.0305, within(1e-4));
        assertThat(MeanTest.above(new double[] {1, 2, 3, 4}, 0)).isCloseTo(0.0305 / 2, within(1e-4));
        assertThat(MeanTest.below(new double[] {1, 2, 3, 4}, 0)).isCloseTo(1 - 0.0305 / 2, within(1e-4));
        assertThat(MeanTest.above(new double[] {1, 1, 1}, 0)).isZero();
        assertThat(MeanTest.below(new double[] {1, 1, 1}, 0)).isEqualTo(1);
        assertThat(MeanTest.twoSided(new double[] {1, 1, 1}, 1)).isEqualTo(1);
    }

    @Test
    void theTestRejectsExactlyWhatTheIntervalExcludes() {
        var random = new Random(5);
        for (var i = 0; i < 500; i++) {
            var values = random.doubles(6).map(u -> u - 0.3).toArray();

            assertThat(MeanTest.twoSided(values, 0) < 0.05)
                    .isEqualTo(!Intervals.t(values).contains(0));
        }
    }

    @Test
    void equivalenceHoldsWhereTheNinetyPercentIntervalLiesInside() {
        var random = new Random(6);
        for (var i = 0; i < 500; i++) {
            var differences = random.doubles(6).map(u -> u - 0.5).toArray();

            var equivalence = Equivalence.within(differences, 0.3);

            assertThat(equivalence.holds())
                    .isEqualTo(equivalence.interval().low() > -0.3
                            && equivalence.interval().high() < 0.3);
        }
    }

    @Test
    void noiseIsNoEvidenceOfEquality() {
        assertThat(Equivalence.within(new double[] {0.01, -0.01, 0.02, -0.02}, 0.1)
                        .holds())
                .isTrue();
        assertThat(Equivalence.within(new double[] {1, -1, 2, -2}, 0.1).holds()).isFalse();
        assertThatThrownBy(() -> Equivalence.within(new double[] {1, 2}, 0))
                .hasMessage("equivalence needs low < high, got -0.0 and 0.0");
    }

    @Test
    void aDifferenceAtTheBoundIsCalledEquivalentFiveTimesInAHundred() {
        var random = new Random(7);

        var wrong = IntStream.range(0, 2000)
                .filter(i -> Equivalence.within(
                                random.ints(8)
                                        .mapToDouble(any -> 1 + 0.3 * random.nextGaussian())
                                        .toArray(),
                                1)
                        .holds())
                .count();

        assertThat(wrong / 2000.0).isCloseTo(0.05, within(0.015));
    }

    @Test
    void holmIsThatOfTheTextbook() {
        // Ordered: 4 · 0.01, 3 · 0.02, 2 · 0.03 and 0.04, none less than the one before.
        assertThat(Holm.adjusted(0.03, 0.01, 0.04, 0.02))
                .containsExactly(new double[] {0.06, 0.04, 0.06, 0.06}, within(1e-12));
        assertThat(Holm.adjusted(0.6, 0.7)).containsExactly(1, 1);
        var named = new LinkedHashMap<String, Double>();
        named.put("C2", 0.04);
        named.put("C1", 0.001);
        assertThat(Holm.adjusted(named)).containsExactly(Map.entry("C2", 0.04), Map.entry("C1", 0.002));
        assertThatThrownBy(() -> Holm.adjusted(0.5, 2)).hasMessage("p values are from 0 to 1, got [0.5, 2.0]");
    }

    @Test
    void holmKeepsTheChanceOfAnyFalseClaimBelowFivePercent() {
        var random = new Random(8);

        var wrong = IntStream.range(0, 2000)
                .filter(i -> {
                    var p = Holm.adjusted(random.doubles(10).toArray());
                    return Arrays.stream(p).anyMatch(one -> one < 0.05);
                })
                .count();

        assertThat(wrong / 2000.0).isLessThan(0.065);
    }

    @Test
    void aRatioOfMeansHasFiellersInterval() {
        var random = new Random(9);
        var covered = IntStream.range(0, 2000)
                .filter(i -> {
                    var noise = random.ints(8)
                            .mapToDouble(any -> random.nextGaussian())
                            .toArray();
                    var y = Arrays.stream(noise)
                            .map(e -> 4 + e + 0.5 * random.nextGaussian())
                            .toArray();
                    var x = Arrays.stream(noise)
                            .map(e -> 2 + e + 0.5 * random.nextGaussian())
                            .toArray();
                    return Fieller.ratio(x, y).contains(0.5);
                })
                .count();

        assertThat(covered / 2000.0).isCloseTo(0.95, within(0.015));
    }

    @Test
    void anExactDenominatorGivesTheTInterval() {
        var ratio = Fieller.ratio(new double[] {1, 2, 3, 4}, new double[] {2, 2, 2, 2});

        assertThat(ratio.low()).isCloseTo(Intervals.t(1, 2, 3, 4).low() / 2, within(1e-12));
        assertThat(ratio.high()).isCloseTo(Intervals.t(1, 2, 3, 4).high() / 2, within(1e-12));
    }

    @Test
    void aDenominatorThatMayBeZeroIsRefused() {
        assertThatThrownBy(() -> Fieller.ratio(new double[] {1, 2, 3}, new double[] {-1, 1, 2}))
                .hasMessageStartingWith("the denominator may be 0, its mean is 0.667 [")
                .hasMessageEndingWith("report the difference");
    }
}
