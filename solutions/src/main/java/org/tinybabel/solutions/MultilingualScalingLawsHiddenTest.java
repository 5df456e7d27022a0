package org.tinybabel.solutions;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tinybabel.exercises.Flaw;
import org.tinybabel.exercises.MultilingualScalingLaws;
import org.tinybabel.exercises.MultilingualScalingLaws.Control;
import org.tinybabel.exercises.MultilingualScalingLaws.Law;
import org.tinybabel.exercises.MultilingualScalingLaws.Report;
import org.tinybabel.grader.api.Answers;
import org.tinybabel.grader.api.GeneratedInputs;
import org.tinybabel.grader.api.Points;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Rejects;
import org.tinybabel.grader.api.Seed;
import org.tinybabel.grader.api.TestsOf;
import org.tinybabel.grader.api.Validation;

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
    @DisplayName("random laws")
    @Rejects({
        "a-share-sign",
        "a-share-on-training",
        "a-effective-data",
        "a-swapped-exponents",
        "a-size-exponent-sign",
        "a-training-exponent-sign",
        "a-refuses-share-one"
    })
    void predictsWhatTheFormulaSays(MultilingualScalingLaws student, Seed seed) {
        losses(student, seed).compareValues();
    }

    private static GeneratedInputs.Comparing losses(MultilingualScalingLaws student, Seed seed) {
        return GeneratedInputs.of(student, new MultilingualScalingLawsSolution.Answers(), seed)
                .method("predict", random -> new Object[] {
                    randomLaw(random),
                    random.nextDouble(0.1, 20),
                    random.nextDouble(0.1, 20),
                    random.nextInt(4) == 0 ? 1 : random.nextDouble(0.01, 1)
                })
                // Of numbers so far from 1 that a power of them is not a number, the text says nothing.
                .where(arguments -> {
                    var law = (Law) arguments[0];
                    return DoubleStream.of(law.e(), law.a(), law.alpha(), law.b(), law.beta(), law.gamma())
                                    .allMatch(x -> !Double.isFinite(x) || Math.abs(x) < 100)
                            && nearOne(arguments[1])
                            && nearOne(arguments[2])
                            && nearOne(arguments[3]);
                });
    }

    /** Whether a number is bad, or not far from 1. */
    private static boolean nearOne(Object number) {
        var x = (double) number;
        return !Double.isFinite(x) || x <= 0 || x > 1e-6 && x < 1e6;
    }

    @Test
    @Question("a")
    @Validation
    @DisplayName("bad input")
    @Rejects({"a-no-validation", "a-accepts-nan", "a-accepts-share-zero"})
    void refusesBadInput(MultilingualScalingLaws student, Seed seed) {
        var law = new Law(1, 1, 1, 1, 1, 0.1);
        var broken = new Law(1, Double.NaN, 1, 1, 1, 0.1);
        Answers.assertRefuses("n = 0", () -> student.predict(law, 0, 1, 1));
        Answers.assertRefuses("d = 0", () -> student.predict(law, 1, 0, 1));
        Answers.assertRefuses("p = 0", () -> student.predict(law, 1, 1, 0));
        Answers.assertRefuses("p = 1.01", () -> student.predict(law, 1, 1, 1.01));
        Answers.assertRefuses("n = NaN", () -> student.predict(law, Double.NaN, 1, 1));
        Answers.assertRefuses("p = NaN", () -> student.predict(law, 1, 1, Double.NaN));
        Answers.assertRefuses("d = Infinity", () -> student.predict(law, 1, Double.POSITIVE_INFINITY, 1));
        Answers.assertRefuses("a law with a = NaN", () -> student.predict(broken, 1, 1, 1));
        losses(student, seed).compareRefusals();
    }

    @Test
    @Question("b")
    @Points(2)
    @DisplayName("random families, in any unit of the loss")
    @Rejects({
        "b-forgets-exponent",
        "b-ignores-loss",
        "b-normalises-once",
        "b-clips",
        "b-few-halvings",
        "b-fixed-bracket"
    })
    void allFamiliesShareOneMultiplier(MultilingualScalingLaws student, Seed seed) {
        families(student, seed).compareValues();
    }

    private static GeneratedInputs.Comparing families(MultilingualScalingLaws student, Seed seed) {
        return GeneratedInputs.of(student, new MultilingualScalingLawsSolution.Answers(), seed)
                .method("optimalRatios", random -> {
                    var families = 1 + random.nextInt(4);
                    var unit = new double[] {1, 1, 1 << 20, 1.0 / (1 << 20)}[random.nextInt(4)];
                    var exponents = new double[] {0.001, 0.125, 0.25, 0.5, 2};
                    return new Object[] {
                        random.ints(families, 1, 9)
                                .mapToDouble(i -> unit * i / 2)
                                .toArray(),
                        random.ints(families, 0, 5)
                                .mapToDouble(i -> exponents[i])
                                .toArray()
                    };
                })
                // The shares of a student sum to 1 within 1e-9 only.
                .closeTo(1e-8)
                // Of numbers so far from 1 that rounding decides, the text says nothing.
                .where(arguments -> Arrays.stream((double[]) arguments[0])
                                .allMatch(c -> !Double.isFinite(c) || c <= 0 || c > 1e-9 && c < 1e10)
                        && Arrays.stream((double[]) arguments[1])
                                .allMatch(
                                        gamma -> !Double.isFinite(gamma) || gamma <= 0 || gamma > 1e-6 && gamma < 100));
    }

    @Test
    @Question("b")
    @Validation
    @DisplayName("bad input")
    @Rejects({"b-no-validation", "b-accepts-nan"})
    void refusesBadFamilies(MultilingualScalingLaws student, Seed seed) {
        var two = new double[] {1, 2};
        Answers.assertRefuses("no families", () -> student.optimalRatios(new double[0], new double[0]));
        Answers.assertRefuses("2 losses and 1 exponent", () -> student.optimalRatios(two, new double[] {1}));
        Answers.assertRefuses("c = 0", () -> student.optimalRatios(new double[] {1, 0}, two));
        Answers.assertRefuses("gamma = -0.1", () -> student.optimalRatios(two, new double[] {-0.1, 1}));
        Answers.assertRefuses("gamma = NaN", () -> student.optimalRatios(two, new double[] {1, Double.NaN}));
        Answers.assertRefuses(
                "c = Infinity", () -> student.optimalRatios(new double[] {Double.POSITIVE_INFINITY, 1}, two));
        families(student, seed).compareRefusals();
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
            Answers.assertGiven("the law", fitted);
            var off = 0.0;
            for (var i = 0; i < n.length; i++) {
                off += Math.abs(formula(fitted, 64, d[i], p[i]) / formula(law, 64, d[i], p[i]) - 1);
            }
            var percent = 100 * off / n.length;
            Answers.assertHolds(
                    "the mean error in per cent for a model four times as large, by " + fitted + "; true is " + law,
                    percent,
                    "at most 1",
                    percent <= 1);
        }
    }

    @Test
    @Question("c")
    @Points(2)
    @DisplayName("grids without noise, and as few runs as are allowed")
    @Rejects({
        "c-no-share",
        "c-no-training-term",
        "c-log-linear",
        "c-no-floor",
        "c-bad-start",
        "c-stops-early",
        "c-refuses-seven"
    })
    void fitsGridsWithoutNoise(MultilingualScalingLaws student, Seed seed) {
        GeneratedInputs.of(student, new MultilingualScalingLawsSolution.Answers(), seed)
                .method("fitLaw", random -> {
                    var grid = Grid.of(random, 0);
                    return new Object[] {grid.n, grid.d, grid.p, grid.loss};
                })
                .inputs(4)
                // A changed number would be a run that went wrong; another test has those.
                .keeping(0, 1, 2, 3)
                .satisfying((columns, law) -> fault(columns, (Law) law))
                .compareValues();
        var random = seed.random();
        var few = Grid.of(random, 0).shuffled(random);
        Answers.assertGiven(
                "the law that fits 7 runs",
                student.fitLaw(
                        Arrays.copyOf(few.n, 7),
                        Arrays.copyOf(few.d, 7),
                        Arrays.copyOf(few.p, 7),
                        Arrays.copyOf(few.loss, 7)));
    }

    /** What is wrong with a law for a grid without noise. */
    private static Optional<String> fault(Object[] columns, Law law) {
        if (law == null) {
            return Optional.of("expected a law, got null");
        }
        var d = (double[]) columns[1];
        var p = (double[]) columns[2];
        var loss = (double[]) columns[3];
        var runs = loss.length / SIZES.length;
        var off = 0.0;
        for (var i = 0; i < runs; i++) {
            // What each step to a model four times as large takes off shrinks by the same factor.
            var last = loss[runs + i] - loss[2 * runs + i];
            var truth = loss[2 * runs + i] - last * last / (loss[i] - loss[runs + i]);
            off += Math.abs(formula(law, 64, d[i], p[i]) / truth - 1) / runs;
        }
        return off <= 0.01
                ? Optional.empty()
                : Optional.of("the law " + law + " is off by " + 100 * off
                        + " per cent for a model four times as large, expected at most 1");
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
    @Validation
    @DisplayName("bad input")
    @Rejects({"c-no-validation", "c-accepts-six", "c-accepts-nan"})
    void refusesBadRuns(MultilingualScalingLaws student, Seed seed) {
        var fine = new double[] {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8};
        var six = Arrays.copyOf(fine, 6);
        var nine = Arrays.copyOf(fine, 9);
        nine[8] = 0.9;
        Answers.assertRefuses("6 runs", () -> student.fitLaw(six, six, six, six));
        Answers.assertRefuses("8, 9, 8 and 8 runs", () -> student.fitLaw(fine, nine, fine, fine));
        Answers.assertRefuses("8, 8, 9 and 8 runs", () -> student.fitLaw(fine, fine, nine, fine));
        Answers.assertRefuses("8, 8, 8 and 9 runs", () -> student.fitLaw(fine, fine, fine, nine));
        for (var bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            var broken = fine.clone();
            broken[3] = bad;
            Answers.assertRefuses("n = " + bad, () -> student.fitLaw(broken, fine, fine, fine));
            Answers.assertRefuses("d = " + bad, () -> student.fitLaw(fine, broken, fine, fine));
            Answers.assertRefuses("p = " + bad, () -> student.fitLaw(fine, fine, broken, fine));
            Answers.assertRefuses("a loss of " + bad, () -> student.fitLaw(fine, fine, fine, broken));
        }
        var above = fine.clone();
        above[7] = 1.1;
        Answers.assertRefuses("p = 1.1", () -> student.fitLaw(fine, fine, above, fine));
        GeneratedInputs.of(student, new MultilingualScalingLawsSolution.Answers(), seed)
                .method("fitLaw", random -> {
                    var runs = 7 + random.nextInt(2);
                    return new Object[] {
                        random.doubles(runs, 1, 16).toArray(),
                        random.doubles(runs, 0.5, 4).toArray(),
                        random.doubles(runs, 0.1, 1).toArray(),
                        random.doubles(runs, 1, 3).toArray()
                    };
                })
                .inputs(40)
                .where(MultilingualScalingLawsHiddenTest::isBad)
                .compareRefusals();
    }

    /** Runs that can be fitted cost time, and are not what a test of refusals is about. */
    private static boolean isBad(Object[] columns) {
        var runs = ((double[]) columns[0]).length;
        return runs < 7
                || Arrays.stream(columns).anyMatch(column -> ((double[]) column).length != runs)
                || Arrays.stream(columns)
                        .flatMapToDouble(column -> Arrays.stream((double[]) column))
                        .anyMatch(x -> !(x > 0) || Double.isInfinite(x))
                || Arrays.stream((double[]) columns[2]).anyMatch(p -> p > 1);
    }

    @Test
    @Question("d")
    @Points(2)
    @DisplayName("random forecasts, and intervals that touch 0")
    @Rejects({
        "d-signed-error",
        "d-divides-by-prediction",
        "d-squared-error",
        "d-pools-runs",
        "d-normal-quantile",
        "d-divides-by-n",
        "d-standard-deviation",
        "d-fraction",
        "d-sign-of-mean",
        "d-never-undecided",
        "d-never-naive",
        "d-swapped-difference",
        "d-rounded-win"
    })
    void comparesMeanPercentageErrors(MultilingualScalingLaws student, Seed seed) {
        var truth = new double[][] {{1}, {1}};
        var exact = new double[][] {{1}, {1}};
        var off = new double[][] {{1 + 1e-13}, {1 + 1e-13}};
        Answers.assertEqual(
                "the winner if the naive forecaster is off by rounding",
                student.compareForecasts(truth, exact, off).winner(),
                MultilingualScalingLaws.Winner.UNDECIDED);
        forecasts(student, seed).compareValues();
    }

    private static GeneratedInputs.Comparing forecasts(MultilingualScalingLaws student, Seed seed) {
        return GeneratedInputs.of(student, new MultilingualScalingLawsSolution.Answers(), seed)
                .method("compareForecasts", random -> {
                    var seeds = 2 + random.nextInt(3);
                    var truth = new double[seeds][];
                    var law = new double[seeds][];
                    var naive = new double[seeds][];
                    // One side is often better with all seeds, and sometimes by the same.
                    var better = random.nextInt(3) - 1;
                    for (var s = 0; s < seeds; s++) {
                        truth[s] = random.ints(1 + random.nextInt(3), 0, 3)
                                .mapToDouble(i -> 1 << i)
                                .toArray();
                        law[s] = off(truth[s], random, 2 - better);
                        naive[s] = off(truth[s], random, 2 + better);
                    }
                    return new Object[] {truth, law, naive};
                })
                // Of numbers so large that rounding decides, the text says nothing.
                .where(arguments -> Arrays.stream(arguments)
                        .flatMap(table -> Arrays.stream((double[][]) table))
                        .flatMapToDouble(Arrays::stream)
                        .allMatch(x -> !Double.isFinite(x) || Math.abs(x) < 1e6 && !(x > 0 && x < 1e-6)));
    }

    /** Forecasts that are too high or too low by so many eighths, or one more. */
    private static double[] off(double[] truth, Random random, int eighths) {
        return Arrays.stream(truth)
                .map(x -> x * (1 + (random.nextBoolean() ? 1 : -1) * (eighths + random.nextInt(2)) / 8.0))
                .toArray();
    }

    @Test
    @Question("d")
    @Validation
    @DisplayName("bad input")
    @Rejects({"d-no-validation", "d-accepts-nan"})
    void refusesBadForecasts(MultilingualScalingLaws student, Seed seed) {
        var fine = new double[][] {{1, 2}, {2, 1}};
        var ragged = new double[][] {{1, 2}, {2}};
        var none = new double[][] {{1, 2}, {}};
        var zero = new double[][] {{1, 2}, {0, 1}};
        var broken = new double[][] {{1, 2}, {2, Double.NaN}};
        var empty = new double[0][];
        Answers.assertRefuses("no seeds", () -> student.compareForecasts(empty, empty, empty));
        Answers.assertRefuses("2, 1 and 2 seeds", () -> student.compareForecasts(fine, new double[1][2], fine));
        Answers.assertRefuses("2, 2 and 3 seeds", () -> student.compareForecasts(fine, fine, new double[3][2]));
        Answers.assertRefuses("2, 1 and 2 runs of a seed", () -> student.compareForecasts(fine, ragged, fine));
        Answers.assertRefuses("1, 1 and 2 runs of a seed", () -> student.compareForecasts(ragged, ragged, fine));
        Answers.assertRefuses("a seed without runs", () -> student.compareForecasts(none, none, none));
        Answers.assertRefuses("a true loss of 0", () -> student.compareForecasts(zero, fine, fine));
        Answers.assertRefuses("a true loss of NaN", () -> student.compareForecasts(broken, fine, fine));
        Answers.assertRefuses("a forecast of NaN", () -> student.compareForecasts(fine, fine, broken));
        forecasts(student, seed).compareRefusals();
    }

    @Test
    @Question("e")
    @Points(5)
    @DisplayName("the choice of a control")
    @Rejects({"e-other-seeds", "e-small-models", "e-refitted-law", "e-longer-training"})
    void theControlTellsTheReasonsApart(MultilingualScalingLaws student) {
        Answers.assertEqual("the control", student.control(), Control.PERMUTED_SHARES);
    }

    @Test
    @Question("g")
    @Points(5)
    @DisplayName("the name of the flaw")
    @Rejects({"g-leak", "g-missing-control", "g-one-lucky-seed", "g-unequal-conditions", "g-dependent-runs"})
    void theFlawIsNamed(MultilingualScalingLaws student) {
        Answers.assertEqual("the flaw", student.flaw(), Flaw.TUNED_ON_TEST);
    }

    @Test
    @Question("g")
    @Points(2)
    @DisplayName("random forecasters, and errors that are equal but for rounding")
    @Rejects({
        "g-chosen-on-held-out",
        "g-chosen-on-all",
        "g-reports-validation",
        "g-reports-best",
        "g-signed-error",
        "g-squared-error",
        "g-last-of-equals",
        "g-exact-ties"
    })
    void choosesWithoutTheRunsHeldOut(MultilingualScalingLaws student, Seed seed) {
        Answers.assertClose(
                "errors of 50 and 0 per cent against two of 30 per cent",
                student.chooseAndReport(
                        new double[][] {{1.3, 1.3, 1}, {1.5, 1, 1.25}},
                        new double[] {1, 1, 1},
                        new boolean[] {false, false, true}),
                new Report(1, 25),
                1e-9);
        Answers.assertClose(
                "two forecasters that are equally good but for rounding",
                student.chooseAndReport(
                        new double[][] {{1.5, 1.5}, {1.5 - 1e-13, 2}}, new double[] {1, 1}, new boolean[] {false, true
                        }),
                new Report(0, 50),
                1e-9);
        forecasters(student, seed).compareValues();
    }

    private static GeneratedInputs.Comparing forecasters(MultilingualScalingLaws student, Seed seed) {
        return GeneratedInputs.of(student, new MultilingualScalingLawsSolution.Answers(), seed)
                .method("chooseAndReport", random -> {
                    var runs = 2 + random.nextInt(3);
                    var truth = random.ints(runs, 0, 3).mapToDouble(i -> 1 << i).toArray();
                    var forecasts = new double[1 + random.nextInt(4)][];
                    Arrays.setAll(forecasts, f -> off(truth, random, random.nextInt(4)));
                    var heldOut = new boolean[runs];
                    for (var run = 0; run < runs; run++) {
                        // Mostly one run or more on each side.
                        heldOut[run] = run == 0 || run > 1 && random.nextBoolean();
                    }
                    return new Object[] {forecasts, truth, heldOut};
                })
                // Of numbers so large that rounding decides, the text says nothing.
                .where(arguments -> DoubleStream.concat(
                                Arrays.stream((double[][]) arguments[0]).flatMapToDouble(Arrays::stream),
                                Arrays.stream((double[]) arguments[1]))
                        .allMatch(x -> !Double.isFinite(x) || Math.abs(x) < 1e6 && !(x > 0 && x < 1e-6)));
    }

    @Test
    @Question("g")
    @Validation
    @DisplayName("bad input")
    @Rejects("g-no-validation")
    void refusesBadChoices(MultilingualScalingLaws student, Seed seed) {
        var one = new double[][] {{1, 2}};
        var truth = new double[] {1, 2};
        var split = new boolean[] {false, true};
        var none = new double[0][];
        var both = new boolean[] {true, true};
        Answers.assertRefuses("no forecasters", () -> student.chooseAndReport(none, truth, split));
        Answers.assertRefuses(
                "1 forecast of 2 runs", () -> student.chooseAndReport(new double[][] {{1}}, truth, split));
        Answers.assertRefuses("3 flags for 2 runs", () -> student.chooseAndReport(one, truth, new boolean[3]));
        Answers.assertRefuses("no run held out", () -> student.chooseAndReport(one, truth, new boolean[2]));
        Answers.assertRefuses("every run held out", () -> student.chooseAndReport(one, truth, both));
        Answers.assertRefuses("a true loss of 0", () -> student.chooseAndReport(one, new double[] {1, 0}, split));
        Answers.assertRefuses(
                "a forecast of NaN", () -> student.chooseAndReport(new double[][] {{1, Double.NaN}}, truth, split));
        forecasters(student, seed).compareRefusals();
    }
}
