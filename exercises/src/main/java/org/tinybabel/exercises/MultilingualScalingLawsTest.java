package org.tinybabel.exercises;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.tinybabel.exercises.MultilingualScalingLaws.Contest;
import org.tinybabel.exercises.MultilingualScalingLaws.Law;
import org.tinybabel.exercises.MultilingualScalingLaws.Report;
import org.tinybabel.exercises.MultilingualScalingLaws.Winner;
import org.tinybabel.grader.api.Answers;
import org.tinybabel.grader.api.Hint;
import org.tinybabel.grader.api.Points;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Rejects;
import org.tinybabel.grader.api.TestsOf;
import org.tinybabel.grader.api.Validation;

/** What students can check themselves: small cases worked out by hand, and one fit without noise. */
@TestsOf(MultilingualScalingLaws.class)
public final class MultilingualScalingLawsTest {

    @Test
    @Question("a")
    @Order(1)
    @DisplayName("gives the loss of a family that is read alone")
    @Hint({
        "With p = 1 the factor p^(−gamma) is 1. What do the other three terms give?",
        "n^alpha is 4^0.5 = 2 and d^beta is 9^0.5 = 3.",
        "Both terms are divided by the power: more parameters and more tokens make the loss smaller."
    })
    @Rejects({"a-size-exponent-sign", "a-training-exponent-sign", "a-swapped-exponents"})
    void aFamilyAlone(MultilingualScalingLaws student) {
        var law = new Law(1, 0.5, 0.5, 0.9, 1, 0.1);
        Answers.assertClose("1 + 0.5 / √4 + 0.9 / 9", student.predict(law, 4, 9, 1), 1.35, 1e-12);
    }

    @Test
    @Question("a")
    @Order(2)
    @DisplayName("refuses a share of 0")
    @Hint("A family that is never read has no loss by this law: p must lie above 0. 1 is allowed.")
    @Validation
    @Rejects({"a-no-validation", "a-accepts-share-zero"})
    void shareOfZero(MultilingualScalingLaws student) {
        Answers.assertRefuses("p = 0", () -> student.predict(new Law(1, 1, 1, 1, 1, 0.1), 1, 1, 0));
    }

    @Test
    @Question("b")
    @Order(1)
    @DisplayName("divides equally between two equal families, unequally between two others")
    @Hint({
        "Two families with the same c and gamma are the same to the formula: each gets one half.",
        "With gamma = 1 for both, p(i) = √(c(i) / mu): the shares are as 1 to 3 for c = 1 and 9.",
        "Try values of mu: when the shares sum to more than 1, mu must grow."
    })
    @Rejects({"b-forgets-exponent", "b-ignores-loss"})
    void twoFamilies(MultilingualScalingLaws student) {
        Answers.assertClose(
                "two equal families",
                student.optimalRatios(new double[] {2, 2}, new double[] {0.3, 0.3}),
                new double[] {0.5, 0.5},
                1e-9);
        Answers.assertClose(
                "c = 1 and 9, gamma = 1",
                student.optimalRatios(new double[] {1, 9}, new double[] {1, 1}),
                new double[] {0.25, 0.75},
                1e-9);
    }

    @Test
    @Question("b")
    @Order(2)
    @DisplayName("refuses an exponent of 0")
    @Hint("With gamma = 0 the loss of a family does not depend on its share, and its best share would be 0.")
    @Validation
    @Rejects("b-no-validation")
    void exponentOfZero(MultilingualScalingLaws student) {
        Answers.assertRefuses(
                "gamma = 0 for one of two families",
                () -> student.optimalRatios(new double[] {1, 1}, new double[] {0, 0.1}));
    }

    @Test
    @Question("c")
    @Order(1)
    @Points(2)
    @DisplayName("predicts a larger model from a grid without noise")
    @Hint({
        "Print the law and compare: does it predict the runs of the grid themselves?",
        "Start from e, a and b near the smallest loss, alpha and beta near 0.5, gamma near 0.1.",
        "Let the optimiser start again from what it found, and from a second place; keep the best."
    })
    @Rejects({"c-no-share", "c-no-training-term", "c-stops-early"})
    void aGridWithoutNoise(MultilingualScalingLaws student) {
        var n = new double[36];
        var d = new double[36];
        var p = new double[36];
        var loss = new double[36];
        for (var i = 0; i < 36; i++) {
            n[i] = new double[] {1, 4, 16}[i / 12];
            d[i] = new double[] {0.25, 1, 4}[i / 4 % 3];
            p[i] = new double[] {0.1, 0.2, 0.5, 1}[i % 4];
            loss[i] = truth(n[i], d[i], p[i]);
        }
        var law = student.fitLaw(n, d, p, loss);
        var off = 0.0;
        for (var i = 24; i < 36; i++) {
            off += Math.abs(formula(law, 64, d[i], p[i]) / truth(64, d[i], p[i]) - 1) / 12;
        }
        Answers.assertHolds(
                "the mean error in per cent for n = 64, four times the largest n of the grid, by the law " + law,
                100 * off,
                "at most 1",
                100 * off <= 1);
    }

    /** A law with simple exponents: alpha = beta = gamma = 1/2. */
    private static double truth(double n, double d, double p) {
        return (1.5 + 1 / Math.sqrt(n) + 0.5 / Math.sqrt(d)) / Math.sqrt(p);
    }

    private static double formula(Law law, double n, double d, double p) {
        var alone = law.e()
                + Math.exp(Math.log(law.a()) - law.alpha() * Math.log(n))
                + Math.exp(Math.log(law.b()) - law.beta() * Math.log(d));
        return alone * Math.exp(-law.gamma() * Math.log(p));
    }

    @Test
    @Question("c")
    @Order(2)
    @DisplayName("refuses six runs for six numbers")
    @Hint("Six runs fit any six numbers and leave nothing to test them: throw IllegalArgumentException below 7.")
    @Validation
    @Rejects("c-no-validation")
    void sixRuns(MultilingualScalingLaws student) {
        var six = new double[] {0.1, 0.2, 0.3, 0.4, 0.5, 0.6};
        Answers.assertRefuses("six runs", () -> student.fitLaw(six, six, six, six));
    }

    @Test
    @Question("d")
    @Order(1)
    @DisplayName("compares forecasts for three seeds worked out by hand")
    @Hint({
        "Seed 0: the law is off by 2 % and 0 %, so its error is 1 %; the naive forecast is off by 5 % and 3 %, so 4 %.",
        "The differences of the three seeds are 3, 2 and 4 per cent: one number for each seed.",
        "t(0.975, 2) is 4.3027, and s = 1."
    })
    @Rejects({
        "d-signed-error",
        "d-fraction",
        "d-divides-by-prediction",
        "d-swapped-difference",
        "d-normal-quantile",
        "d-divides-by-n",
        "d-standard-deviation",
        "d-pools-runs"
    })
    void threeSeeds(MultilingualScalingLaws student) {
        var truth = new double[][] {{2, 1}, {1, 2}, {4, 2}};
        var law = new double[][] {{2.04, 1}, {0.97, 2.02}, {4, 1.96}};
        var naive = new double[][] {{2.1, 0.97}, {1.02, 1.88}, {4.2, 2.1}};
        Answers.assertClose(
                "3 ± 4.3027 · 1 / √3 per cent, all of it above 0",
                student.compareForecasts(truth, law, naive),
                new Contest(3, 0.515862, 5.484138, Winner.LAW),
                1e-5);
    }

    @Test
    @Question("d")
    @Order(2)
    @DisplayName("refuses to judge from one seed")
    @Hint("However many runs it has, one seed says nothing about other seeds: throw IllegalArgumentException.")
    @Validation
    @Rejects("d-no-validation")
    void oneSeed(MultilingualScalingLaws student) {
        var runs = new double[][] {{2, 1, 3}};
        Answers.assertRefuses("one seed with three runs", () -> student.compareForecasts(runs, runs, runs));
    }

    @Test
    @Question("e")
    @Order(1)
    @Points(0)
    @DisplayName("names a control; whether it is the right one, only the hidden tests know")
    @Hint({
        "Return a constant, such as Control.OTHER_SEEDS: the documentation of Control says what each of them compares.",
        "The claim names a reason. Which comparison takes away that reason, and leaves all else as it is?"
    })
    @Rejects("e-no-control")
    void namesAControl(MultilingualScalingLaws student) {
        Answers.assertGiven("the control", student.control());
    }

    @Test
    @Question("g")
    @Order(1)
    @Points(0)
    @DisplayName("names a flaw; whether it is the right one, only the hidden tests know")
    @Hint({
        "Return a constant, such as Flaw.LEAK: the documentation of Flaw says what each of them looks like.",
        "Ask of each flaw: what would I see in the code, or when I run it again, if it were this one?"
    })
    @Rejects("g-no-flaw")
    void namesAFlaw(MultilingualScalingLaws student) {
        Answers.assertGiven("the flaw", student.flaw());
    }

    @Test
    @Question("g")
    @Order(2)
    @DisplayName("chooses between two forecasters worked out by hand")
    @Hint({
        "Forecaster 0 is off by 10 % in both runs that are not held out, forecaster 1 by 2 %: choose forecaster 1.",
        "On the two runs held out, forecaster 1 is off by 20 % and 10 %. Forecaster 0 is better there; nobody may know.",
        "Look at the held-out runs once, after the choice, and report the mean error of the chosen forecaster."
    })
    @Rejects({"g-chosen-on-held-out", "g-chosen-on-all", "g-reports-validation", "g-reports-best"})
    void twoForecasters(MultilingualScalingLaws student) {
        var forecasts = new double[][] {{1.1, 2.2, 4, 4}, {1.02, 1.96, 4.8, 4.4}};
        Answers.assertClose(
                "forecaster 1, off by (20 + 10) / 2 per cent",
                student.chooseAndReport(forecasts, new double[] {1, 2, 4, 4}, new boolean[] {false, false, true, true}),
                new Report(1, 15),
                1e-9);
    }
}
