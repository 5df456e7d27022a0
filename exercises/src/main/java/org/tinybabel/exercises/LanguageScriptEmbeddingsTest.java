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
@TestsOf(LanguageScriptEmbeddings.class)
public final class LanguageScriptEmbeddingsTest {

    /** Cosines: .6 of languages 0 and 1, 0 of 0 and 2, .8 of 1 and 2. */
    private static final double[][] THREE = {{1, 0}, {3, 4}, {0, 2}};

    @Test
    @Question("a")
    @Order(1)
    @DisplayName("tells two tokens their language and script")
    @Hint({
        "Token 0 is of language 1 and script 0: add row 1 of the languages and row 0 of the scripts.",
        "Token 1 is of language 0 and of no known script: -1 adds nothing.",
        "Languages and scripts have tables of their own: do not look up the script by the number of the language."
    })
    @Rejects({"a-script-by-language", "a-unknown-is-first", "a-first-for-all", "a-language-only"})
    void twoTokens(LanguageScriptEmbeddings student) {
        Answers.assertClose(
                "two tokens",
                student.addLanguageScript(
                        new double[][] {{1, 2}, {3, 4}},
                        new int[] {1, 0},
                        new int[] {0, -1},
                        new double[][] {{10, 20}, {30, 40}},
                        new double[][] {{100, 200}, {5, 5}}),
                new double[][] {{131, 242}, {13, 24}},
                1e-9);
    }

    @Test
    @Question("a")
    @Order(2)
    @DisplayName("refuses a language that there is not")
    @Hint("With two rows in the table, a language is -1, 0 or 1: throw IllegalArgumentException for all others.")
    @Validation
    @Rejects("a-no-validation")
    void noSuchLanguage(LanguageScriptEmbeddings student) {
        Answers.assertRefuses(
                "language 2 of a table of two rows",
                () -> student.addLanguageScript(
                        new double[][] {{1}},
                        new int[] {2},
                        new int[] {-1},
                        new double[][] {{1}, {2}},
                        new double[0][]));
    }

    @Test
    @Question("b")
    @Order(1)
    @DisplayName("finds the gap of three languages in two families")
    @Hint({
        "There are three pairs: languages 0 and 1 are of one family, with a cosine of 0.6.",
        "The other two pairs are across families, with cosines 0 and 0.8: their mean is 0.4.",
        "A language makes no pair with itself: its cosine with itself would be 1."
    })
    @Rejects({"b-with-itself", "b-dot-product", "b-all-pairs"})
    void threeLanguages(LanguageScriptEmbeddings student) {
        Answers.assertClose("0.6 - 0.4", student.familyGap(THREE, new int[] {5, 5, 9}), 0.2, 1e-9);
    }

    @Test
    @Question("b")
    @Order(2)
    @DisplayName("never finds a p of 0")
    @Hint({
        "Languages 0 and 1 point the same way, 2 and 3 the opposite way: no other families have a larger gap.",
        "With one draw, p is 1/2 or 1: the observed families count as one of the draws.",
        "Seed 0 deals out other families with its first draw, whose gap is smaller: (1 + 0) / (1 + 1)."
    })
    @Rejects("b-p-of-0")
    void oneDraw(LanguageScriptEmbeddings student) {
        Answers.assertClose(
                "one draw with seed 0",
                student.permutationP(new double[][] {{1, 0}, {2, 0}, {-1, 0}, {-3, 0}}, new int[] {0, 0, 1, 1}, 1, 0),
                0.5,
                1e-9);
    }

    @Test
    @Question("b")
    @Order(3)
    @DisplayName("refuses families without a pair within")
    @Hint("Three languages of three families have no pair within a family: there is no mean to take.")
    @Validation
    @Rejects("b-no-validation")
    void noPairWithin(LanguageScriptEmbeddings student) {
        Answers.assertRefuses("three families", () -> student.familyGap(THREE, new int[] {1, 2, 3}));
    }

    @Test
    @Question("c")
    @Order(1)
    @DisplayName("chooses sources for three languages")
    @Hint({
        "Language 0 has cosines 0.6 with language 1 and 0 with language 2: its source is language 1.",
        "Language 1 has cosines 0.6 and 0.8: its source is language 2.",
        "No language is its own source."
    })
    @Rejects({"c-itself", "c-least-similar"})
    void threeSources(LanguageScriptEmbeddings student) {
        Answers.assertEqual("the sources", student.chooseSources(THREE), new int[] {1, 2, 1});
    }

    @Test
    @Question("c")
    @Order(2)
    @DisplayName("finds what three sources gain")
    @Hint({
        "Target 0: from source 1 it is 0.7, from 1 and 2 on average 0.6, so it gains 0.1.",
        "Targets 1 and 2 gain 0.2 and -0.1. The mean of the three is 0.2 / 3.",
        "accuracy[s][t] is learned in s and tested in t: the source is the row."
    })
    @Rejects({"c-transposed", "c-mean-with-itself", "c-best-source"})
    void threeGains(LanguageScriptEmbeddings student) {
        Answers.assertClose(
                "0.1, 0.2 and -0.1",
                student.sourceGain(new double[][] {{1, 0.2, 0.5}, {0.7, 1, 0.3}, {0.5, 0.6, 1}}, new int[] {1, 2, 1}),
                0.2 / 3,
                1e-9);
    }

    @Test
    @Question("c")
    @Order(3)
    @DisplayName("refuses a language as its own source")
    @Hint("The source of target 1 must not be 1: throw IllegalArgumentException.")
    @Validation
    @Rejects("c-no-validation")
    void ownSource(LanguageScriptEmbeddings student) {
        Answers.assertRefuses(
                "source 1 of target 1",
                () -> student.sourceGain(new double[][] {{1, 0.2}, {0.7, 1}}, new int[] {1, 1}));
    }

    @Test
    @Question("d")
    @Order(1)
    @Points(0)
    @DisplayName("names a control; whether it is the right one, only the hidden tests know")
    @Hint({
        "Return a constant, such as Control.OTHER_SEED: the documentation of Control says what each of them compares.",
        "Which of them has as many parameters as the model of the claim, but does not know what that model is told?"
    })
    @Rejects("d-no-control")
    void namesAControl(LanguageScriptEmbeddings student) {
        Answers.assertGiven("the control", student.control());
    }

    @Test
    @Question("f")
    @Order(1)
    @Points(0)
    @DisplayName("names a flaw; whether it is the right one, only the hidden tests know")
    @Hint({
        "Return a constant, such as Flaw.LEAK: the documentation of Flaw says what each of them looks like.",
        "Ask of each flaw: what would I see in the code, or when I run it again, if it were this one?"
    })
    @Rejects("f-no-flaw")
    void namesAFlaw(LanguageScriptEmbeddings student) {
        Answers.assertGiven("the flaw", student.flaw());
    }

    @Test
    @Question("f")
    @Order(2)
    @DisplayName("leaves out each of four languages")
    @Hint({
        "Without language 0 only the pair (2, 3) is within a family: g(0) = 0.6 - (0.1 + 0.2) / 2 = 0.45.",
        "The four gaps are 0.45, 0.55, 0.65 and 0.75, their mean is 0.6.",
        "The sum of their squared differences from the mean is 0.05: multiply it by 3/4, and take the root."
    })
    @Rejects({"f-divided-by-n", "f-no-factor", "f-leaves-pairs", "f-square"})
    void fourLanguages(LanguageScriptEmbeddings student) {
        Answers.assertClose(
                "the root of 3/4 of 0.05",
                student.jackknifeError(
                        new double[][] {{1, 0.8, 0.0, 0.1}, {0, 1, 0.1, 0.2}, {0, 0, 1, 0.6}, {0, 0, 0, 1}},
                        new int[] {4, 4, 7, 7}),
                Math.sqrt(0.75 * 0.05),
                1e-9);
    }
}
