package org.tinybabel.exercises;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.tinybabel.grader.api.Answers;
import org.tinybabel.grader.api.Hint;
import org.tinybabel.grader.api.Points;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Rejects;
import org.tinybabel.grader.api.TestsOf;
import org.tinybabel.grader.api.Validation;

/** What students can check themselves: small cases worked out by hand. */
@TestsOf(ScriptBarrier.class)
public final class ScriptBarrierTest {

    @Test
    @Question("a")
    @Order(1)
    @DisplayName("averages two characters and leaves two of padding out")
    @Hint({
        "The ids are 5, 9, 0, 0: only the states at the first two positions count.",
        "Add up the states of the positions that count, then divide by their number, which is 2 and not 4.",
        "The mean of (1, 4) and (3, 0) is (2, 2)."
    })
    @Rejects("a-divides-by-length")
    void twoOfFour(ScriptBarrier student) {
        var hidden = new double[][][] {{{1, 4}, {3, 0}, {100, 100}, {-7, 50}}};
        Answers.assertClose(
                "the mean of (1, 4) and (3, 0)",
                student.meanPool(hidden, new int[][] {{5, 9, 0, 0}}),
                new double[][] {{2, 2}},
                1e-12);
    }

    @Test
    @Question("a")
    @Order(2)
    @DisplayName("refuses a sentence of padding only")
    @Hint("There is no mean of nothing: throw IllegalArgumentException when no position counts.")
    @Validation
    @Rejects("a-no-validation")
    void onlyPadding(ScriptBarrier student) {
        Answers.assertRefuses("ids 0, 0", () -> student.meanPool(new double[1][2][3], new int[][] {{0, 0}}));
    }

    @Test
    @Question("b")
    @Order(1)
    @Points(2)
    @DisplayName("gives log(1 + 2 exp(−1/τ)) for two pairs at right angles")
    @Hint({
        "Four vectors: two equal ones along the first axis, two along the second. For each, the partner has cosine 1, and two others have 0.",
        "The denominator has three terms, exp(1/τ) + 1 + 1: all vectors but u itself, its partner included.",
        "−log(e^(1/τ) / (e^(1/τ) + 2)) = log(1 + 2 e^(−1/τ)). All four vectors give the same, so the mean does, too."
    })
    @Rejects({"b-keeps-itself", "b-across-only"})
    void rightAngles(ScriptBarrier student) {
        var vectors = new double[][] {{1, 0}, {0, 1}};
        for (var tau : new double[] {1, 0.5, 0.1}) {
            Answers.assertClose(
                    "two orthogonal pairs, τ = " + tau,
                    student.tcmLoss(vectors, vectors, tau),
                    Math.log(1 + 2 * Math.exp(-1 / tau)),
                    1e-9);
        }
    }

    @Test
    @Question("b")
    @Order(2)
    @DisplayName("refuses a single pair")
    @Hint("With one pair there is nobody to compete with: throw IllegalArgumentException if B is below 2.")
    @Validation
    @Rejects("b-no-validation")
    void onePair(ScriptBarrier student) {
        Answers.assertRefuses("one pair", () -> student.tcmLoss(new double[][] {{1, 2}}, new double[][] {{2, 1}}, 0.1));
    }

    @Test
    @Question("c")
    @Order(1)
    @DisplayName("finds the share of two groups worked out by hand")
    @Hint({
        "All rows have length 1 already. The mean of group 1 is (0.8, 0), that of group 2 is (−0.8, 0), that of all rows is (0, 0).",
        "Between: each group contributes 2 · 0.8². Total: each of the four rows has distance 1 from the mean.",
        "2.56 / 4 = 0.64."
    })
    @Rejects("c-ratio-of-within")
    void twoGroups(ScriptBarrier student) {
        var z = new double[][] {{0.8, 0.6}, {0.8, -0.6}, {-0.8, 0.6}, {-0.8, -0.6}};
        Answers.assertClose("2.56 / 4", student.betweenGroupShare(z, new int[] {1, 1, 2, 2}), 0.64, 1e-9);
    }

    @Test
    @Question("c")
    @Order(2)
    @DisplayName("sees which of three scripts has come closer")
    @Hint({
        "Before, the scripts 0, 1 and 2 lie at 0°, 120° and 240°: their mean is the origin, and all have distance 1 from it.",
        "After, script 2 has gone to 60°, between the two others. Compute the new mean first, then the three distances from it.",
        "The distance of script 2 has shrunk most."
    })
    @Rejects("c-grew-most")
    void threeScripts(ScriptBarrier student) {
        var before = new double[][] {at(0), at(120), at(240)};
        var after = new double[][] {at(0), at(120), at(60)};
        Answers.assertEqual(
                "the script that moved between the others",
                student.scriptsCloserAfter(before, after, new int[] {0, 1, 2}),
                2);
    }

    private static double[] at(double degrees) {
        return new double[] {Math.cos(Math.toRadians(degrees)), Math.sin(Math.toRadians(degrees))};
    }

    @Test
    @Question("d")
    @Order(1)
    @Points(0)
    @DisplayName("names a control; whether it is the right one, only the hidden tests know")
    @Hint({
        "Return a constant, such as Control.SAME_SCRIPT: the documentation of Control says what each of them compares.",
        "What else does the contrast do to the vectors of two scripts, besides telling the encoder which name sounds like which?"
    })
    @Rejects("d-no-control")
    void namesAControl(ScriptBarrier student) {
        Answers.assertGiven("the control", student.control());
    }

    @Test
    @Question("f")
    @Order(1)
    @Points(0)
    @DisplayName("names a flaw; whether it is the right one, only the hidden tests know")
    @Hint({
        "Return a constant, such as Flaw.LEAK: the documentation of Flaw says what each of them looks like.",
        "Run the experiment again with other seeds. What happens to the number, and what does its interval promise?"
    })
    @Rejects("f-no-flaw")
    void namesAFlaw(ScriptBarrier student) {
        Answers.assertGiven("the flaw", student.flaw());
    }

    @Test
    @Question("f")
    @Order(2)
    @DisplayName("takes the interval over two seeds, not over six pairs")
    @Hint({
        "The means of the two seeds are 0.2 and 0.4: only these two numbers go into the interval.",
        "Their mean is 0.3, their standard deviation (divisor n − 1) is √0.02, and √0.02 / √2 = 0.1.",
        "With n − 1 = 1 degree of freedom, t is 12.7062: the interval is 0.3 ± 1.27062."
    })
    @Rejects({"f-pools-pairs", "f-normal-quantile"})
    void twoSeeds(ScriptBarrier student) {
        Answers.assertClose(
                "0.3 ± 12.7062 · 0.1",
                student.intervalOverSeeds(new double[][] {{0.1, 0.2, 0.3}, {0.3, 0.4, 0.5}}),
                new double[] {0.3, -0.970620, 1.570620},
                1e-5);
    }
}
