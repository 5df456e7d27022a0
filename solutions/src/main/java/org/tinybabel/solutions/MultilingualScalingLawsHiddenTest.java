package org.tinybabel.solutions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tinybabel.exercises.Flaw;
import org.tinybabel.exercises.MultilingualScalingLaws;
import org.tinybabel.exercises.MultilingualScalingLaws.Contest;
import org.tinybabel.exercises.MultilingualScalingLaws.Control;
import org.tinybabel.exercises.MultilingualScalingLaws.Law;
import org.tinybabel.exercises.MultilingualScalingLaws.Report;
import org.tinybabel.exercises.MultilingualScalingLaws.Winner;
import org.tinybabel.grader.api.Answers;
import org.tinybabel.grader.api.Points;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Rejects;
import org.tinybabel.grader.api.Seed;
import org.tinybabel.grader.api.TestsOf;
import org.tinybabel.lab.stats.Intervals;

/** The cases where typical answers to paper 03 go wrong. */
@TestsOf(MultilingualScalingLaws.class)
public final class MultilingualScalingLawsHiddenTest {

    private static final double[] SIZES = {1, 4, 16};
    private static final double[] TRAININGS = {0.5, 1, 2, 4};
    private static final double[] SHARES = {0.1, 0.15, 0.2, 0.25, 1 / 3.0, 0.4, 0.5, 0.6, 0.8, 1};

    private static Law randomLaw(RandomGenerator random) {
        return new Law(
                random.nextDouble(1, 2),
                random.nextDouble(0.5, 1.5),
                random.nextDouble(0.5, 0.9),
                random.nextDouble(0.5, 1),
                random.nextDouble(0.5, 0.9),
                random.nextDouble(0.05, 0.25));
    }

    private static double formula(Law law, double n, double d, double p) {
        return (law.e() + law.a() / Math.pow(n, law.alpha()) + law.b() / Math.pow(d, law.beta()))
                * Math.pow(p, -law.gamma());
    }

    @Test
    @Question("a")
    @Points(2)
    @DisplayName("random laws")
    @Rejects({"a-share-sign", "a-share-on-training", "a-effective-data", "a-swapped-exponents"})
    void predictsWhatTheFormulaSays(MultilingualScalingLaws student, Seed seed) {
        var random = seed.random();
        for (var repeat = 0; repeat < 20; repeat++) {
            var law = randomLaw(random);
            var n = random.nextDouble(0.1, 100);
            var d = random.nextDouble(0.1, 100);
            var p = random.nextDouble(0.01, 1);
            Answers.assertClose("the loss", student.predict(law, n, d, p), formula(law, n, d, p), 1e-9);
        }
    }

    @Test
    @Question("a")
    @DisplayName("size, training and share each help")
    @Rejects({"a-share-sign", "a-size-exponent-sign", "a-training-exponent-sign"})
    void moreOfAnythingHelps(MultilingualScalingLaws student, Seed seed) {
        var law = randomLaw(seed.random());
        var loss = student.predict(law, 3, 2, 0.4);
        assertThat(student.predict(law, 3.1, 2, 0.4)).as("a larger model").isLessThan(loss);
        assertThat(student.predict(law, 3, 2.1, 0.4)).as("a longer training").isLessThan(loss);
        assertThat(student.predict(law, 3, 2, 0.5)).as("a larger share").isLessThan(loss);
    }

    @Test
    @Question("a")
    @DisplayName("the share is a factor of its own")
    @Rejects({"a-share-on-training", "a-effective-data"})
    void theShareIsAFactorOfItsOwn(MultilingualScalingLaws student, Seed seed) {
        var law = randomLaw(seed.random());
        var ratio = student.predict(law, 2, 5, 0.2) / student.predict(law, 2, 5, 0.8);
        assertThat(ratio).as("L(0.2) / L(0.8)").isCloseTo(Math.pow(4, law.gamma()), within(1e-9));
        var careless = new Law(law.e(), law.a(), law.alpha(), law.b(), law.beta(), 0);
        assertThat(student.predict(careless, 2, 5, 0.2))
                .as("gamma = 0: the share does not matter")
                .isCloseTo(formula(careless, 2, 5, 1), within(1e-12));
    }

    @Test
    @Question("a")
    @DisplayName("a family that is read alone")
    @Rejects("a-refuses-share-one")
    void aShareOfOneIsAllowed(MultilingualScalingLaws student, Seed seed) {
        var law = randomLaw(seed.random());
        Answers.assertClose("p = 1", student.predict(law, 2, 3, 1), formula(law, 2, 3, 1), 1e-12);
    }

    @Test
    @Question("a")
    @DisplayName("bad input")
    @Rejects({"a-no-validation", "a-accepts-nan", "a-accepts-share-zero"})
    void refusesBadInput(MultilingualScalingLaws student) {
        var law = new Law(1, 1, 1, 1, 1, 0.1);
        var broken = new Law(1, Double.NaN, 1, 1, 1, 0.1);
        assertThatIllegalArgumentException().isThrownBy(() -> student.predict(law, 0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> student.predict(law, 1, -1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> student.predict(law, 1, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> student.predict(law, 1, 1, 1.01));
        assertThatIllegalArgumentException().isThrownBy(() -> student.predict(law, Double.NaN, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> student.predict(law, 1, 1, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> student.predict(law, 1, Double.POSITIVE_INFINITY, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> student.predict(broken, 1, 1, 1));
    }

    @Test
    @Question("b")
    @Points(2)
    @DisplayName("one multiplier for all families")
    @Rejects({"b-forgets-exponent", "b-ignores-loss", "b-normalises-once", "b-clips", "b-few-halvings"})
    void allFamiliesShareOneMultiplier(MultilingualScalingLaws student, Seed seed) {
        var random = seed.random();
        for (var families = 2; families <= 9; families++) {
            var c = random.doubles(families, 0.5, 4).toArray();
            var gamma = random.doubles(families, 0.02, 0.8).toArray();
            stationary(c, gamma, student.optimalRatios(c, gamma));
        }
    }

    private static void stationary(double[] c, double[] gamma, double[] p) {
        assertThat(p).as("a share for each family").hasSameSizeAs(c);
        assertThat(Arrays.stream(p).sum()).as("the sum of the shares").isCloseTo(1, within(1e-9));
        var slopes = new double[c.length];
        Arrays.setAll(slopes, i -> c[i] * gamma[i] * Math.pow(p[i], -gamma[i] - 1));
        var largest = Arrays.stream(slopes).max().orElseThrow();
        for (var i = 0; i < c.length; i++) {
            assertThat(slopes[i] / largest)
                    .as("what a larger share of family %s would win, against the best", i)
                    .isCloseTo(1, within(1e-6));
        }
    }

    @Test
    @Question("b")
    @DisplayName("no point of a grid is better")
    @Rejects({"b-forgets-exponent", "b-ignores-loss", "b-normalises-once", "b-clips"})
    void noPointOfAGridIsBetter(MultilingualScalingLaws student, Seed seed) {
        var random = seed.random();
        var c = new double[] {random.nextDouble(0.5, 1), random.nextDouble(1, 2), random.nextDouble(3, 6)};
        var gamma = new double[] {random.nextDouble(1, 1.5), random.nextDouble(0.3, 0.5), random.nextDouble(0.05, 0.1)};
        var found = student.optimalRatios(c, gamma);
        assertThat(Arrays.stream(found).sum()).as("the sum of the shares").isCloseTo(1, within(1e-9));
        var best = Double.POSITIVE_INFINITY;
        for (var i = 1; i < 200; i++) {
            for (var j = 1; i + j < 200; j++) {
                best = Math.min(best, total(c, gamma, i / 200.0, j / 200.0, (200 - i - j) / 200.0));
            }
        }
        assertThat(total(c, gamma, found))
                .as("the total loss, against a grid of mixtures")
                .isLessThanOrEqualTo(best);
    }

    private static double total(double[] c, double[] gamma, double... p) {
        var sum = 0.0;
        for (var i = 0; i < p.length; i++) {
            sum += c[i] * Math.pow(p[i], -gamma[i]);
        }
        return sum;
    }

    @Test
    @Question("b")
    @DisplayName("equal exponents")
    @Rejects({"b-forgets-exponent", "b-ignores-loss", "b-clips"})
    void equalExponentsHaveAFormula(MultilingualScalingLaws student, Seed seed) {
        var random = seed.random();
        var c = random.doubles(5, 0.2, 8).toArray();
        var exponent = random.nextDouble(0.2, 0.6);
        var gamma = new double[] {exponent, exponent, exponent, exponent, exponent};
        var parts = Arrays.stream(c).map(x -> Math.pow(x, 1 / (1 + exponent))).toArray();
        var sum = Arrays.stream(parts).sum();
        var shares = Arrays.stream(parts).map(part -> part / sum).toArray();
        Answers.assertClose("in proportion to c^(1 / (1 + gamma))", student.optimalRatios(c, gamma), shares, 1e-8);
    }

    @Test
    @Question("b")
    @DisplayName("very unequal exponents, and one family")
    @Rejects({"b-normalises-once", "b-few-halvings"})
    void veryUnequalExponents(MultilingualScalingLaws student, Seed seed) {
        var c = seed.random().doubles(3, 0.5, 2).toArray();
        var gamma = new double[] {0.001, 2, 0.1};
        stationary(c, gamma, student.optimalRatios(c, gamma));
        Answers.assertClose(
                "one family", student.optimalRatios(new double[] {3}, new double[] {0.2}), new double[] {1}, 1e-9);
    }

    @Test
    @Question("b")
    @DisplayName("losses in another unit")
    @Rejects("b-fixed-bracket")
    void theUnitOfTheLossDoesNotMatter(MultilingualScalingLaws student, Seed seed) {
        var random = seed.random();
        var gamma = random.doubles(4, 0.05, 0.5).toArray();
        var c = random.doubles(4, 1, 3).toArray();
        var shares = student.optimalRatios(c, gamma);
        for (var unit : new double[] {1e6, 1e-6}) {
            var scaled = Arrays.stream(c).map(x -> unit * x).toArray();
            Answers.assertClose("losses times " + unit, student.optimalRatios(scaled, gamma), shares, 1e-8);
        }
    }

    @Test
    @Question("b")
    @DisplayName("bad input")
    @Rejects({"b-no-validation", "b-accepts-nan"})
    void refusesBadFamilies(MultilingualScalingLaws student) {
        var two = new double[] {1, 2};
        assertThatIllegalArgumentException().isThrownBy(() -> student.optimalRatios(new double[0], new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> student.optimalRatios(two, new double[] {1}));
        assertThatIllegalArgumentException().isThrownBy(() -> student.optimalRatios(new double[] {1, 0}, two));
        assertThatIllegalArgumentException().isThrownBy(() -> student.optimalRatios(two, new double[] {-0.1, 1}));
        assertThatIllegalArgumentException().isThrownBy(() -> student.optimalRatios(two, new double[] {1, Double.NaN}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.optimalRatios(new double[] {Double.POSITIVE_INFINITY, 1}, two));
    }

    /** A grid of runs, and what the law that fits it predicts for a model four times as large. */
    private record Grid(Law law, double[] n, double[] d, double[] p, double[] loss) {

        static Grid of(RandomGenerator random, double noise) {
            var law = randomLaw(random);
            var runs = SIZES.length * TRAININGS.length * SHARES.length;
            var grid = new Grid(law, new double[runs], new double[runs], new double[runs], new double[runs]);
            for (var i = 0; i < runs; i++) {
                grid.n[i] = SIZES[i / 40];
                grid.d[i] = TRAININGS[i / 10 % 4];
                grid.p[i] = SHARES[i % 10];
                grid.loss[i] = formula(law, grid.n[i], grid.d[i], grid.p[i]) * Math.exp(noise * random.nextGaussian());
            }
            return grid;
        }

        /** Three runs of the largest model went wrong: their loss is 20 % too high. */
        Grid withOutliers(RandomGenerator random) {
            for (var third = 0; third < 3; third++) {
                loss[80 + 13 * third + random.nextInt(13)] *= 1.2;
            }
            return this;
        }

        Grid shuffled(RandomGenerator random) {
            for (var i = n.length - 1; i > 0; i--) {
                var j = random.nextInt(i + 1);
                for (var column : new double[][] {n, d, p, loss}) {
                    var value = column[i];
                    column[i] = column[j];
                    column[j] = value;
                }
            }
            return this;
        }

        void assertPredicted(Law fitted) {
            var off = 0.0;
            for (var i = 0; i < n.length; i++) {
                off += Math.abs(formula(fitted, 64, d[i], p[i]) / formula(law, 64, d[i], p[i]) - 1);
            }
            assertThat(100 * off / n.length)
                    .as("mean error in %% for a model four times as large, by %s; true is %s", fitted, law)
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    @Question("c")
    @Points(2)
    @DisplayName("grids without noise")
    @Rejects({"c-no-share", "c-no-training-term", "c-log-linear", "c-no-floor", "c-bad-start", "c-stops-early"})
    void fitsGridsWithoutNoise(MultilingualScalingLaws student, Seed seed) {
        var random = seed.random();
        for (var repeat = 0; repeat < 4; repeat++) {
            var grid = Grid.of(random, 0);
            grid.assertPredicted(student.fitLaw(grid.n, grid.d, grid.p, grid.loss));
        }
    }

    @Test
    @Question("c")
    @Points(2)
    @DisplayName("a noisy grid with three runs that went wrong")
    @Rejects({"c-squared-error", "c-squared-log-error", "c-wide-huber"})
    void outliersDoNotDecide(MultilingualScalingLaws student, Seed seed) {
        var random = seed.random();
        for (var noise : new double[] {0, 0.005}) {
            var grid = Grid.of(random, noise).withOutliers(random);
            grid.assertPredicted(student.fitLaw(grid.n, grid.d, grid.p, grid.loss));
        }
    }

    @Test
    @Question("c")
    @DisplayName("runs in any order")
    @Rejects("c-assumes-order")
    void theOrderOfTheRunsDoesNotMatter(MultilingualScalingLaws student, Seed seed) {
        var random = seed.random();
        for (var repeat = 0; repeat < 4; repeat++) {
            var grid = Grid.of(random, 0.005).shuffled(random);
            grid.assertPredicted(student.fitLaw(grid.n, grid.d, grid.p, grid.loss));
        }
    }

    @Test
    @Question("c")
    @DisplayName("bad input")
    @Rejects({"c-no-validation", "c-accepts-six", "c-accepts-nan"})
    void refusesBadRuns(MultilingualScalingLaws student) {
        var fine = new double[] {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8};
        var six = Arrays.copyOf(fine, 6);
        var zero = fine.clone();
        zero[3] = 0;
        var broken = fine.clone();
        broken[5] = Double.NaN;
        var above = fine.clone();
        above[7] = 1.1;
        assertThatIllegalArgumentException().isThrownBy(() -> student.fitLaw(six, six, six, six));
        assertThatIllegalArgumentException().isThrownBy(() -> student.fitLaw(fine, fine, fine, new double[9]));
        assertThatIllegalArgumentException().isThrownBy(() -> student.fitLaw(fine, fine, new double[7], fine));
        assertThatIllegalArgumentException().isThrownBy(() -> student.fitLaw(zero, fine, fine, fine));
        assertThatIllegalArgumentException().isThrownBy(() -> student.fitLaw(fine, zero, fine, fine));
        assertThatIllegalArgumentException().isThrownBy(() -> student.fitLaw(fine, fine, zero, fine));
        assertThatIllegalArgumentException().isThrownBy(() -> student.fitLaw(fine, fine, fine, zero));
        assertThatIllegalArgumentException().isThrownBy(() -> student.fitLaw(fine, fine, above, fine));
        assertThatIllegalArgumentException().isThrownBy(() -> student.fitLaw(broken, fine, fine, fine));
        assertThatIllegalArgumentException().isThrownBy(() -> student.fitLaw(fine, fine, fine, broken));
    }

    @Test
    @Question("d")
    @Points(2)
    @DisplayName("random forecasts")
    @Rejects({
        "d-signed-error",
        "d-divides-by-prediction",
        "d-squared-error",
        "d-pools-runs",
        "d-normal-quantile",
        "d-divides-by-n"
    })
    void comparesMeanPercentageErrors(MultilingualScalingLaws student, Seed seed) {
        var random = seed.random();
        for (var seeds = 2; seeds <= 6; seeds++) {
            var truth = new double[seeds][];
            var law = new double[seeds][];
            var naive = new double[seeds][];
            for (var s = 0; s < seeds; s++) {
                truth[s] = random.doubles(random.nextInt(1, 20), 1, 3).toArray();
                law[s] = near(truth[s], 0.1, random);
                naive[s] = near(truth[s], 0.2, random);
            }
            Answers.assertClose(
                    seeds + " seeds", student.compareForecasts(truth, law, naive), contest(truth, law, naive), 1e-8);
        }
    }

    private static double[] near(double[] truth, double off, RandomGenerator random) {
        return Arrays.stream(truth)
                .map(x -> x * (1 + random.nextDouble(-off, off)))
                .toArray();
    }

    private static Contest contest(double[][] truth, double[][] law, double[][] naive) {
        var differences = new double[truth.length];
        Arrays.setAll(differences, s -> error(truth[s], naive[s]) - error(truth[s], law[s]));
        var interval = Intervals.t(differences);
        return new Contest(
                interval.mean(),
                interval.low(),
                interval.high(),
                interval.above(0).holds() ? Winner.LAW : interval.below(0).holds() ? Winner.NAIVE : Winner.UNDECIDED);
    }

    private static double error(double[] truth, double[] prediction) {
        var sum = 0.0;
        for (var i = 0; i < truth.length; i++) {
            sum += 100 * Math.abs(prediction[i] - truth[i]) / truth[i];
        }
        return sum / truth.length;
    }

    @Test
    @Question("d")
    @DisplayName("many runs of few seeds")
    @Rejects({"d-pools-runs", "d-sign-of-mean", "d-normal-quantile", "d-never-undecided"})
    void runsAreNoSeeds(MultilingualScalingLaws student, Seed seed) {
        // Means about 3 standard errors away from 0, beyond 1.96 and within t(0.975, 2) = 4.30, whatever the number of
        // runs.
        assertThat(outcome(student, seed, 1.13, 1.30, 1.47))
                .as("three seeds with 50 runs: the naive error is larger by 0.13, 0.30 and 0.47 %")
                .isEqualTo(Winner.UNDECIDED);
        assertThat(outcome(student, seed, 0.87, 0.70, 0.53))
                .as("three seeds with 50 runs: the naive error is smaller by 0.13, 0.30 and 0.47 %")
                .isEqualTo(Winner.UNDECIDED);
    }

    @Test
    @Question("d")
    @DisplayName("either can win")
    @Rejects({"d-never-naive", "d-swapped-difference"})
    void eitherCanWin(MultilingualScalingLaws student, Seed seed) {
        assertThat(outcome(student, seed, 1.31, 1.30, 1.32))
                .as("the naive error is larger by 0.30 to 0.32 %")
                .isEqualTo(Winner.LAW);
        assertThat(outcome(student, seed, 0.71, 0.70, 0.72))
                .as("the naive error is smaller by 0.28 to 0.30 %")
                .isEqualTo(Winner.NAIVE);
    }

    /** Who wins if each forecast of the law is 1 % off and each naive forecast as far as said. */
    private static Winner outcome(MultilingualScalingLaws student, Seed seed, double... percent) {
        var random = seed.random();
        var truth = new double[percent.length][50];
        var law = new double[percent.length][50];
        var naive = new double[percent.length][50];
        for (var s = 0; s < percent.length; s++) {
            for (var i = 0; i < 50; i++) {
                truth[s][i] = random.nextDouble(1, 3);
                law[s][i] = truth[s][i] * (random.nextBoolean() ? 1.01 : 0.99);
                naive[s][i] = truth[s][i] * (1 + (random.nextBoolean() ? 0.01 : -0.01) * percent[s]);
            }
        }
        return student.compareForecasts(truth, law, naive).winner();
    }

    @Test
    @Question("d")
    @DisplayName("bad input")
    @Rejects({"d-no-validation", "d-accepts-nan"})
    void refusesBadForecasts(MultilingualScalingLaws student) {
        var fine = new double[][] {{1, 2}, {2, 1}};
        var ragged = new double[][] {{1, 2}, {2}};
        var none = new double[][] {{1, 2}, {}};
        var zero = new double[][] {{1, 2}, {0, 1}};
        var broken = new double[][] {{1, 2}, {2, Double.NaN}};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.compareForecasts(new double[0][], new double[0][], new double[0][]));
        assertThatIllegalArgumentException().isThrownBy(() -> student.compareForecasts(fine, new double[1][2], fine));
        assertThatIllegalArgumentException().isThrownBy(() -> student.compareForecasts(fine, fine, new double[3][2]));
        assertThatIllegalArgumentException().isThrownBy(() -> student.compareForecasts(fine, ragged, fine));
        assertThatIllegalArgumentException().isThrownBy(() -> student.compareForecasts(ragged, ragged, fine));
        assertThatIllegalArgumentException().isThrownBy(() -> student.compareForecasts(none, none, none));
        assertThatIllegalArgumentException().isThrownBy(() -> student.compareForecasts(zero, fine, fine));
        assertThatIllegalArgumentException().isThrownBy(() -> student.compareForecasts(broken, fine, fine));
        assertThatIllegalArgumentException().isThrownBy(() -> student.compareForecasts(fine, fine, broken));
    }

    @Test
    @Question("e")
    @DisplayName("the choice of a control")
    @Rejects({"e-other-seeds", "e-small-models", "e-refitted-law", "e-longer-training"})
    void theControlTellsTheReasonsApart(MultilingualScalingLaws student) {
        assertThat(student.control()).isEqualTo(Control.PERMUTED_SHARES);
    }

    @Test
    @Question("g")
    @DisplayName("the name of the flaw")
    @Rejects({"g-leak", "g-missing-control", "g-one-lucky-seed", "g-unequal-conditions", "g-dependent-runs"})
    void theFlawIsNamed(MultilingualScalingLaws student) {
        assertThat(student.flaw()).isEqualTo(Flaw.TUNED_ON_TEST);
    }

    @Test
    @Question("g")
    @DisplayName("random forecasters")
    @Rejects({
        "g-chosen-on-held-out",
        "g-chosen-on-all",
        "g-reports-validation",
        "g-reports-best",
        "g-signed-error",
        "g-squared-error",
        "g-last-of-equals",
        "g-no-validation"
    })
    void choosesWithoutTheRunsHeldOut(MultilingualScalingLaws student, Seed seed) {
        var random = seed.random();
        for (var repeat = 0; repeat < 40; repeat++) {
            var runs = 4 + repeat % 5;
            var truth = random.doubles(runs, 1, 3).toArray();
            var heldOut = new boolean[runs];
            Arrays.fill(heldOut, 0, 2, repeat % 2 == 0);
            Arrays.fill(heldOut, 2, runs, repeat % 2 == 1);
            var forecasts = new double[6][];
            Arrays.setAll(forecasts, f -> random.doubles(runs, 1, 3).toArray());
            forecasts[5] = forecasts[repeat % 5].clone();
            Answers.assertClose(
                    "the report",
                    student.chooseAndReport(forecasts, truth, heldOut),
                    report(forecasts, truth, heldOut),
                    1e-9);
        }
        refusesBadChoices(student);
    }

    private static Report report(double[][] forecasts, double[] truth, boolean[] heldOut) {
        var best = 0;
        for (var f = 1; f < forecasts.length; f++) {
            best = error(forecasts[f], truth, heldOut, false) < error(forecasts[best], truth, heldOut, false)
                    ? f
                    : best;
        }
        return new Report(best, error(forecasts[best], truth, heldOut, true));
    }

    private static double error(double[] forecast, double[] truth, boolean[] heldOut, boolean side) {
        return IntStream.range(0, truth.length)
                .filter(run -> heldOut[run] == side)
                .mapToDouble(run -> 100 * Math.abs(forecast[run] - truth[run]) / truth[run])
                .average()
                .orElseThrow();
    }

    private static void refusesBadChoices(MultilingualScalingLaws student) {
        var one = new double[][] {{1, 2}};
        var truth = new double[] {1, 2};
        var split = new boolean[] {false, true};
        assertThatIllegalArgumentException().isThrownBy(() -> student.chooseAndReport(new double[0][], truth, split));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.chooseAndReport(new double[][] {{1}}, truth, split));
        assertThatIllegalArgumentException().isThrownBy(() -> student.chooseAndReport(one, truth, new boolean[3]));
        assertThatIllegalArgumentException().isThrownBy(() -> student.chooseAndReport(one, truth, new boolean[2]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.chooseAndReport(one, truth, new boolean[] {true, true}));
        assertThatIllegalArgumentException().isThrownBy(() -> student.chooseAndReport(one, new double[] {1, 0}, split));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.chooseAndReport(new double[][] {{1, Double.NaN}}, truth, split));
    }
}
