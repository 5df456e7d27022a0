package org.tinybabel.lab.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.hipparchus.optim.SimpleBounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinybabel.lab.stats.LossPoints.Origin;

class ScalingLawTest {

    private static final ScalingLaw LAW = new ScalingLaw(1.2, 0.6, 0.5, 0.8, 0.7, 0.08);

    private static void assertRecovered(ScalingLaw found, ScalingLaw law) {
        var close = Percentage.withPercentage(0.1);
        assertThat(found.e()).isCloseTo(law.e(), close);
        assertThat(found.a()).isCloseTo(law.a(), close);
        assertThat(found.alpha()).isCloseTo(law.alpha(), close);
        assertThat(found.b()).isCloseTo(law.b(), close);
        assertThat(found.beta()).isCloseTo(law.beta(), close);
        assertThat(found.gamma()).isCloseTo(law.gamma(), close);
    }

    @Test
    void aKnownLawIsRecoveredFromItsOwnPredictions() {
        var grid = LossGrid.of(LAW);

        var fit = ScalingLaw.fit(grid.n(), grid.d(), grid.p(), grid.loss());

        assertRecovered(fit.law(), LAW);
        assertThat(fit.objective()).isLessThan(1e-12);
        assertThat(fit.converged()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void randomLawsPredictAModelFourTimesLargerFromTheirOwnPredictions(long seed) {
        var random = new Random(seed);
        var law = new ScalingLaw(
                0.3 + random.nextDouble(),
                0.3 + random.nextDouble(),
                0.3 + random.nextDouble(),
                0.3 + random.nextDouble(),
                0.3 + random.nextDouble(),
                random.nextDouble() / 3);
        var grid = LossGrid.of(law);

        var found = ScalingLaw.fit(grid.n(), grid.d(), grid.p(), grid.loss()).law();

        assertThat(found.predict(4 * 3.264, 2, 0.3)).isCloseTo(law.predict(4 * 3.264, 2, 0.3), within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void noiseAndOutliersMoveThePredictionOfALargerModelByLessThanOnePercent(long seed) {
        var noisy = LossGrid.of(LAW, 0.5, 1, 2, 4, 8).withNoise(0.005, seed).withOutliers(3, 1.2, seed);

        var fit = ScalingLaw.fit(noisy.n(), noisy.d(), noisy.p(), noisy.loss());

        for (var p : new double[] {0.1, 0.33, 0.8}) {
            assertThat(fit.law().predict(4 * 8, 1.5, p))
                    .isCloseTo(LAW.predict(4 * 8, 1.5, p), Percentage.withPercentage(1));
        }
        assertThat(fit.converged()).isTrue();
    }

    @Test
    void noOtherStartFindsABetterFit() {
        var grid = LossGrid.of(LAW).withNoise(0.01, 8).withOutliers(3, 1.2, 8);
        var points = LossPoints.of(grid.n(), grid.d(), grid.p(), grid.loss());
        var objective = new LawObjective(points, points.middle(), new Huber(1e-3), 1e-6);
        var random = new Random(8);
        var lower = new double[] {-12, -12, -4, -12, -4, -4, 0};
        var upper = new double[] {3, 3, 2, 3, 2, 4, 0};

        var found = ScalingLaw.fit(grid.n(), grid.d(), grid.p(), grid.loss()).objective();

        for (var round = 0; round < 100; round++) {
            var start = Arrays.copyOf(random.doubles(6, -3, 1).toArray(), 7);
            var other = LawSearch.minimum(objective, new SimpleBounds(lower, upper), start, 1e-14);
            assertThat(other.objective() * 1e-6).isGreaterThan(found * (1 - 1e-6));
        }
    }

    @Test
    void theUnitsDoNotMatter() {
        var grid = LossGrid.of(LAW).withNoise(0.005, 1);
        var n = Arrays.stream(grid.n()).map(v -> 1e3 * v).toArray();
        var d = Arrays.stream(grid.d()).map(v -> 1e5 * v).toArray();
        var bits = Arrays.stream(grid.loss()).map(v -> v / Math.log(2)).toArray();

        var own = ScalingLaw.fit(grid.n(), grid.d(), grid.p(), grid.loss()).law();
        var other = ScalingLaw.fit(n, d, grid.p(), bits).law();

        assertThat(other.predict(13e3, 2e5, 0.2) * Math.log(2)).isCloseTo(own.predict(13, 2, 0.2), within(1e-5));
        assertThat(other.alpha()).isCloseTo(own.alpha(), Percentage.withPercentage(0.1));
        assertThat(other.a())
                .isCloseTo(own.a() * Math.pow(1e3, own.alpha()) / Math.log(2), Percentage.withPercentage(1));
    }

    @Test
    void withoutPOneLawIsFittedToAllMixtures() {
        var law = new ScalingLaw(1.2, 0.6, 0.5, 0.8, 0.7, 0);
        var grid = LossGrid.of(law);

        var found = ScalingLaw.fitWithoutP(grid.n(), grid.d(), grid.loss()).law();

        assertThat(found.gamma()).isZero();
        assertThat(found.predict(13, 2, 0.2)).isCloseTo(law.predict(13, 2, 0.2), within(1e-6));
    }

    @Test
    void withoutPTheFitOfLossesThatDependOnPIsWorse() {
        var grid = LossGrid.of(LAW);

        var with = ScalingLaw.fit(grid.n(), grid.d(), grid.p(), grid.loss()).law();
        var without = ScalingLaw.fitWithoutP(grid.n(), grid.d(), grid.loss()).law();

        assertThat(Fit.r2(grid.loss(), with.predict(grid.n(), grid.d(), grid.p())))
                .isGreaterThan(0.9999);
        assertThat(Fit.r2(grid.loss(), without.predict(grid.n(), grid.d(), grid.p())))
                .isLessThan(0.9);
    }

    @Test
    void theRivalIsRecoveredToo() {
        var law = new EffectiveDataLaw(1.2, 0.6, 0.5, 0.8, 0.7, 0.4);
        var grid = LossGrid.of(law);

        var fit = EffectiveDataLaw.fit(grid.n(), grid.d(), grid.p(), grid.loss());

        assertThat(fit.law().kappa()).isCloseTo(0.4, Percentage.withPercentage(0.1));
        assertThat(fit.law().beta()).isCloseTo(0.7, Percentage.withPercentage(0.1));
        assertThat(fit.law().predict(13, 2, 0.2)).isCloseTo(law.predict(13, 2, 0.2), within(1e-6));
        assertThat(fit.converged()).isTrue();
    }

    @Test
    void eachRivalFitsItsOwnDataBest() {
        var own = LossGrid.of(LAW);
        var other = LossGrid.of(new EffectiveDataLaw(1.2, 0.6, 0.5, 0.8, 0.7, 0.4));

        assertThat(EffectiveDataLaw.fit(own.n(), own.d(), own.p(), own.loss()).objective())
                .isGreaterThan(1e-7);
        assertThat(ScalingLaw.fit(other.n(), other.d(), other.p(), other.loss()).objective())
                .isGreaterThan(1e-7);
    }

    @Test
    void thePredictionIsTheFormula() {
        assertThat(new ScalingLaw(1, 2, 0.5, 3, 1, 0.5).predict(4, 3, 0.25)).isCloseTo(6, within(1e-12));
        assertThat(new EffectiveDataLaw(1, 2, 0.5, 3, 1, 2).predict(4, 3, 0.25)).isCloseTo(18, within(1e-12));
        assertThat(LAW.predict(new double[] {1, 2}, new double[] {3, 4}, new double[] {0.5, 1}))
                .containsExactly(LAW.predict(1, 3, 0.5), LAW.predict(2, 4, 1));
    }

    @Test
    void theGradientOfTheObjectiveIsThatOfItsValue() {
        var grid = LossGrid.of(LAW).withNoise(0.01, 3);
        var points = LossPoints.of(grid.n(), grid.d(), grid.p(), grid.loss());
        var objective = new LawObjective(points, points.middle(), new Huber(0.02), 1e-3);
        var x = new double[] {-0.5, -1, -0.4, -0.7, 0.2, 0.1, 0.3};

        assertThat(objective.gradient(x))
                .containsExactly(new CentralDifferences(objective::value).value(x), within(1e-6));
        var own = objective.moved(x, Origin.OWN_UNITS);
        assertThat(new LawObjective(points, Origin.OWN_UNITS, new Huber(0.02), 1e-3).value(own))
                .isCloseTo(objective.value(x), within(1e-10));
    }

    @Test
    void badInputIsRejectedWithItsValue() {
        var seven = new double[] {1, 2, 3, 4, 5, 6, 7};
        var ones = new double[] {1, 1, 1, 1, 1, 1, 1};
        var six = Arrays.copyOf(seven, 6);
        assertThatThrownBy(() -> ScalingLaw.fit(six, six, Arrays.copyOf(ones, 6), six))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a law with 6 parameters needs at least 7 points, got 6");
        assertThatThrownBy(() -> ScalingLaw.fit(seven, six, ones, seven))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("got 7, 6, 7 and 7");
        assertThatThrownBy(() -> ScalingLaw.fit(seven, seven, seven, ones))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("p 2.0");
        var negative = new double[] {1, 1, 1, -1, 1, 1, 1};
        assertThatThrownBy(() -> EffectiveDataLaw.fit(seven, seven, ones, negative))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a loss must be positive and finite, got -1.0");
        for (var bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> LAW.predict(bad, 1, 1)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> LAW.predict(1, bad, 1)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> LAW.predict(1, 1, bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith("p " + bad);
        }
        assertThatThrownBy(() -> new ScalingLaw(1, 1, 1, 1, Double.NaN, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("beta NaN");
    }
}
