package org.tinybabel.lab.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;

class ProfileIntervalTest {

    private static final ScalingLaw LAW = new ScalingLaw(1.2, 0.6, 0.5, 0.8, 0.7, 0.08);

    private static List<ProfileInterval> intervals(LossGrid grid) {
        return ProfileInterval.ofScalingLaw(grid.n(), grid.d(), grid.p(), grid.loss());
    }

    private static double width(ProfileInterval found) {
        return found.interval().high() - found.interval().low();
    }

    @Test
    void theIntervalsCoverTheTruthAndNarrowWithLessNoise() {
        var truth = new double[] {1.2, 0.6, 0.5, 0.8, 0.7, 0.08};
        var wide = LossGrid.of(LAW, 0.5, 1, 2, 4, 8);

        var noisy = intervals(wide.withNoise(2e-3, 1));
        var quiet = intervals(wide.withNoise(2e-4, 1));

        assertThat(noisy)
                .extracting(ProfileInterval::parameter)
                .containsExactly("e", "a", "alpha", "b", "beta", "gamma");
        for (var i = 0; i < 6; i++) {
            assertThat(noisy.get(i).interval().contains(truth[i])).isTrue();
            assertThat(quiet.get(i).interval().contains(truth[i])).isTrue();
            assertThat(quiet.get(i).identified()).isTrue();
            assertThat(width(quiet.get(i))).isPositive().isLessThan(width(noisy.get(i)) / 5);
        }
    }

    @Test
    void nearlyAllOfTwentyIntervalsCoverTheTruth() {
        var truth = new double[] {1.2, 0.6, 0.5, 0.8, 0.7, 0.08};
        var grid = LossGrid.of(LAW, 0.5, 1, 2, 4, 8);
        var covered = new int[6];
        for (var seed = 0; seed < 20; seed++) {
            var found = intervals(grid.withNoise(2e-3, seed));
            for (var i = 0; i < 6; i++) {
                covered[i] += found.get(i).interval().contains(truth[i]) ? 1 : 0;
            }
        }
        // Of 20 with 95 % each, fewer than 16 are covered 3 times in 1,000.
        assertThat(covered).doesNotContain(IntStream.range(0, 16).toArray());
    }

    @Test
    void withOneSizeAndOneLengthGammasIntervalIsThatOfTheStraightLine() {
        var random = new Random(4);
        var p = random.doubles(30, 0.05, 1).toArray();
        var ones = new double[30];
        Arrays.fill(ones, 1);
        var loss = Arrays.stream(p)
                .map(share -> 2 * Math.pow(share, -0.1) * Math.exp(0.01 * random.nextGaussian()))
                .toArray();
        var line = new SimpleRegression();
        for (var i = 0; i < 30; i++) {
            line.addData(Math.log(p[i]), Math.log(loss[i]));
        }

        var found = ProfileInterval.ofScalingLaw(ones, ones, p, loss);

        // The same sum of squares, but 6 parameters are counted instead of 2.
        var error = Math.sqrt(line.getSumSquaredErrors() / (30 - 6) / line.getXSumSquares());
        var half = new TDistribution(30 - 6).inverseCumulativeProbability(0.975) * error;
        var gamma = found.get(5).interval();
        assertThat(gamma.mean()).isCloseTo(-line.getSlope(), within(1e-6));
        assertThat(gamma.high()).isCloseTo(-line.getSlope() + half, within(1e-5));
        assertThat(gamma.low()).isCloseTo(-line.getSlope() - half, within(1e-5));
    }

    @Test
    void whatTheDataCannotTellIsOpen() {
        var p = new double[] {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1};
        var ones = new double[10];
        Arrays.fill(ones, 1);
        var random = new Random(2);
        var loss = Arrays.stream(p)
                .map(share -> 2 * Math.pow(share, -0.1) * Math.exp(0.01 * random.nextGaussian()))
                .toArray();

        var found = ProfileInterval.ofScalingLaw(ones, ones, p, loss);

        // One size and one length: only the sum of the three terms is known, which bounds each from above.
        var e = found.get(0);
        assertThat(e.openBelow()).isTrue();
        assertThat(e.openAbove()).isFalse();
        assertThat(e.identified()).isFalse();
        assertThat(e.interval().low()).isZero();
        assertThat(e.interval().high()).isBetween(1.95, 2.15);
        var alpha = found.get(2);
        assertThat(alpha.openBelow() && alpha.openAbove()).isTrue();
        assertThat(alpha.interval().high()).isInfinite();
        assertThat(found.get(5).identified()).isTrue();
    }

    @Test
    void theRivalsExponentOfTheShareHasAnIntervalToo() {
        var law = new EffectiveDataLaw(1.2, 0.6, 0.5, 0.8, 0.7, 0.4);
        var grid = LossGrid.of(law, 0.5, 1, 2, 4, 8).withNoise(1e-3, 1);

        var kappa = ProfileInterval.ofEffectiveDataLaw(grid.n(), grid.d(), grid.p(), grid.loss())
                .get(5);

        assertThat(kappa.parameter()).isEqualTo("kappa");
        assertThat(kappa.interval().contains(0.4)).isTrue();
        assertThat(width(kappa)).isLessThan(0.4);
    }

    @Test
    void theExponentsDoNotDependOnTheUnits() {
        var grid = LossGrid.of(LAW, 0.5, 1, 2, 4, 8).withNoise(1e-3, 3);
        var n = Arrays.stream(grid.n()).map(v -> 1e3 * v).toArray();
        var d = Arrays.stream(grid.d()).map(v -> 1e5 * v).toArray();

        var own = intervals(grid);
        var other = ProfileInterval.ofScalingLaw(n, d, grid.p(), grid.loss());

        for (var i : new int[] {0, 2, 4, 5}) {
            assertThat(other.get(i).interval().low())
                    .isCloseTo(own.get(i).interval().low(), within(1e-4));
            assertThat(other.get(i).interval().high())
                    .isCloseTo(own.get(i).interval().high(), within(1e-4));
        }
    }

    @Test
    void exactDataLeaveNoDoubt() {
        assertThat(width(intervals(LossGrid.of(LAW)).get(5))).isPositive().isLessThan(1e-5);
    }

    @Test
    void tooFewPointsAreRejected() {
        var six = new double[] {0.1, 0.2, 0.3, 0.4, 0.5, 0.6};
        assertThatThrownBy(() -> ProfileInterval.ofScalingLaw(six, six, six, six))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("got 6");
    }
}
