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
@TestsOf(CjkDatasets.class)
public final class CjkDatasetsTest {

    @Test
    @Question("a")
    @Order(1)
    @Points(2)
    @DisplayName("gives 1 where one property tells the other, 0 where it tells nothing, and a case between them")
    @Hint({
        "Of 20 things, row and column both have 10: each expected count is 10 · 10 / 20 = 5.",
        "In the third case each cell adds (9 − 5)² / 5 or (1 − 5)² / 5: χ² = 12.8, and 12.8 / 20 is 0.8².",
        "Divide by n and by the smaller number of rows and columns minus 1, then take the root."
    })
    @Rejects({"a-not-the-root", "a-yates"})
    void perfectIndependentAndBetween(CjkDatasets student) {
        Answers.assertClose("a diagonal", student.cramersV(new int[][] {{10, 0}, {0, 10}}), 1.0, 1e-12);
        Answers.assertClose("equal rows", student.cramersV(new int[][] {{5, 5}, {5, 5}}), 0.0, 1e-12);
        Answers.assertClose("9 and 1, 1 and 9", student.cramersV(new int[][] {{9, 1}, {1, 9}}), 0.8, 1e-12);
    }

    @Test
    @Question("a")
    @Order(2)
    @Validation
    @DisplayName("refuses a table with one row")
    @Hint(
            "With one row there is nothing to compare: throw IllegalArgumentException before you divide by min(r, c) − 1 = 0.")
    @Rejects("a-no-validation")
    void oneRow(CjkDatasets student) {
        Answers.assertRefuses("one row", () -> student.cramersV(new int[][] {{3, 4, 5}}));
    }

    @Test
    @Question("b")
    @Order(1)
    @Points(2)
    @DisplayName("knows eight common names")
    @Hint({
        "Ask for UNKNOWN first, then for the restricted names, then for the permissive ones.",
        "cc-by-sa-4.0 and cc-by-nc-4.0 begin with cc-by, too: list the versions of the permissive one.",
        "Names are written in any case: compare in small letters, without blanks around them."
    })
    @Rejects({"b-cc-by-first", "b-case-sensitive", "b-empty-is-other"})
    void commonNames(CjkDatasets student) {
        var names = new String[][] {
            {"apache-2.0", "PERMISSIVE"},
            {"MIT", "PERMISSIVE"},
            {"cc-by-4.0", "PERMISSIVE"},
            {"cc0-1.0", "PERMISSIVE"},
            {"gpl-3.0", "RESTRICTED"},
            {"cc-by-sa-4.0", "RESTRICTED"},
            {"", "UNKNOWN"},
            {"other", "OTHER"}
        };
        for (var name : names) {
            Answers.assertEqual("the group of \"" + name[0] + "\"", student.licenseGroup(name[0]), name[1]);
        }
    }

    @Test
    @Question("c")
    @Order(1)
    @Points(2)
    @DisplayName("is the plain odds ratio for one stratum, and weighs two of them")
    @Hint({
        "With one stratum, n cancels: a · d / (b · c) = 10 · 40 / (20 · 5) = 4.",
        "With two strata: add up a · d / n over the strata, add up b · c / n over the strata, then divide once.",
        "The second case: 400/75 + 3 · 6/12 above, 100/75 + 2 · 1/12 below."
    })
    @Rejects({"c-inverted", "c-mean-of-ratios", "c-pooled"})
    void oneAndTwoStrata(CjkDatasets student) {
        var first = new int[][] {{10, 20}, {5, 40}};
        var second = new int[][] {{3, 2}, {1, 6}};
        Answers.assertClose("one stratum", student.mantelHaenszelOddsRatio(new int[][][] {first}), 4.0, 1e-12);
        Answers.assertClose(
                "two strata",
                student.mantelHaenszelOddsRatio(new int[][][] {first, second}),
                (400 / 75.0 + 18 / 12.0) / (100 / 75.0 + 2 / 12.0),
                1e-12);
    }

    @Test
    @Question("c")
    @Order(2)
    @Validation
    @DisplayName("refuses a denominator of 0")
    @Hint("If all b · c are 0, the ratio is infinite or unknown: throw IllegalArgumentException.")
    @Rejects("c-no-validation")
    void denominatorOfZero(CjkDatasets student) {
        Answers.assertRefuses(
                "b · c = 0 in the only stratum",
                () -> student.mantelHaenszelOddsRatio(new int[][][] {{{3, 0}, {0, 4}}}));
    }

    @Test
    @Question("d")
    @Order(1)
    @Points(0)
    @DisplayName("gives a number of bits; whether it is the right one, only the hidden tests know")
    @Hint({
        "The divergence lies between 0 and 1 bit. Divide each row of counts by its sum before you compare.",
        "Try your formula on (1, 0) and (0, 1), which have nothing in common: that is exactly 1 bit."
    })
    @Rejects("d-raw-counts")
    void aNumberOfBits(CjkDatasets student) {
        var bits = student.taskDivergence();
        Answers.assertHolds("the divergence", bits, "a number of bits from 0 to 1", bits >= 0 && bits <= 1);
    }

    @Test
    @Question("e")
    @Order(1)
    @Points(0)
    @DisplayName("names a control; whether it is the right one, only the hidden tests know")
    @Hint({
        "Return a constant, such as Control.BOOTSTRAP: the documentation of Control says what each of them compares.",
        "For which other reason could a Korean description lack an English word? Which comparison shares that reason, and only that?"
    })
    @Rejects("e-no-control")
    void namesAControl(CjkDatasets student) {
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
    void namesAFlaw(CjkDatasets student) {
        Answers.assertGiven("the flaw", student.flaw());
    }

    @Test
    @Question("g")
    @Order(2)
    @Points(2)
    @DisplayName("gives the standard error of four datasets of two accounts worked out by hand")
    @Hint({
        "Account 7 has 3 datasets and 3 hits, account 2 has 1 dataset and none. The share is p = 3/4.",
        "Account 7: 3 − 3/4 · 3 = 3/4. Account 2: 0 − 3/4 · 1 = −3/4. The sum of squares is 9/8.",
        "A/(A − 1) = 2, so the standard error is √(2 · 9/8) / 4 = 1.5 / 4."
    })
    @Rejects({"g-datasets-as-units", "g-one-vote-each", "g-no-correction"})
    void twoAccounts(CjkDatasets student) {
        Answers.assertClose(
                "√(2 · 9/8) / 4",
                student.accountStandardError(new int[] {7, 7, 7, 2}, new boolean[] {true, true, true, false}),
                0.375,
                1e-12);
    }
}
