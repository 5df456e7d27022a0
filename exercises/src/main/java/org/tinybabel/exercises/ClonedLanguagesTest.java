package org.tinybabel.exercises;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.tinybabel.exercises.ClonedLanguages.Direction;
import org.tinybabel.exercises.ClonedLanguages.Judgement;
import org.tinybabel.grader.api.Answers;
import org.tinybabel.grader.api.Hint;
import org.tinybabel.grader.api.Points;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Rejects;
import org.tinybabel.grader.api.TestsOf;
import org.tinybabel.grader.api.Validation;

/** What students can check themselves: small cases worked out by hand. */
@TestsOf(ClonedLanguages.class)
public final class ClonedLanguagesTest {

    @Test
    @Question("a")
    @Order(1)
    @DisplayName("clones nothing with probability 0, everything with probability 1")
    @Hint({
        "With pClone = 0 the result holds the same ids; with pClone = 1 every id is V larger.",
        "nextDouble() returns 0 or more and less than 1, so that nextDouble() < 1 is always true.",
        "In a vocabulary of 5 words, the clone of word 2 is word 7."
    })
    @Rejects({"a-doubles-ids", "a-swapped-languages"})
    void nothingOrEverything(ClonedLanguages student) {
        var corpus = new int[][] {{0, 1, 4}, {2, 2}, {3}};
        Answers.assertEqual("nothing is cloned", student.cloneCorpus(corpus, 5, 0, 1), corpus);
        Answers.assertEqual(
                "everything is cloned", student.cloneCorpus(corpus, 5, 1, 1), new int[][] {{5, 6, 9}, {7, 7}, {8}});
    }

    @Test
    @Question("a")
    @Order(2)
    @DisplayName("refuses a probability above 1")
    @Hint("Throw IllegalArgumentException before drawing anything if pClone lies outside 0 to 1.")
    @Validation
    @Rejects("a-no-validation")
    void probabilityAboveOne(ClonedLanguages student) {
        Answers.assertRefuses("pClone = 1.5", () -> student.cloneCorpus(new int[][] {{0, 1}}, 2, 1.5, 1));
    }

    @Test
    @Question("b")
    @Order(1)
    @Points(2)
    @DisplayName("reads a curve of three points half-way between two of them")
    @Hint({
        "Loss 1.5 lies half-way between the losses 2 and 1: go half-way between log 1,000 and log 10,000.",
        "Half-way between two logarithms is the logarithm of √(1,000 · 10,000), about 3,162 tokens.",
        "TEff = MLTE / tokensSeen: a model that needed fewer tokens than the monolingual one has more than 1."
    })
    @Rejects({"b-linear-in-tokens", "b-log-of-loss", "b-nearest-point", "b-inverted", "b-all-tokens"})
    void threePoints(ClonedLanguages student) {
        var tokens = new double[] {100, 1000, 10_000};
        var loss = new double[] {3, 2, 1};
        Answers.assertClose(
                "√(1,000 · 10,000) / 500", student.tokenEfficiency(tokens, loss, 1.5, 500), 6.324555320336759, 1e-9);
    }

    @Test
    @Question("b")
    @Order(2)
    @DisplayName("refuses a curve whose tokens do not increase")
    @Hint("Each entry of monoTokens must be larger than the one before: throw IllegalArgumentException if not.")
    @Validation
    @Rejects("b-no-validation")
    void tokensThatDoNotIncrease(ClonedLanguages student) {
        Answers.assertRefuses(
                "tokens 100, 100",
                () -> student.tokenEfficiency(new double[] {100, 100}, new double[] {2, 1}, 1.5, 10));
    }

    @Test
    @Question("c")
    @Order(1)
    @Points(2)
    @DisplayName("gives the cosines of two layers with two tokens worked out by hand")
    @Hint({
        "Layer 0 of the original: the mean of (3, 1) and (1, 3) is (2, 2), so the centred states are (1, −1) and (−1, 1).",
        "The mean of the clone is another one: centre each language by its own mean.",
        "Take the cosine of each token first, then the mean of the cosines."
    })
    @Rejects({"c-no-centring", "c-one-mean", "c-cosine-of-means", "c-centres-dimensions", "c-dot-product"})
    void twoLayers(ClonedLanguages student) {
        var a = new double[][][] {{{3, 1}, {1, 3}}, {{2, 0}, {-2, 0}}};
        var b = new double[][][] {{{5, 4}, {5, 2}}, {{1, 0}, {-1, 0}}};
        // Layer 0: (1, −1)·(0, 1) / √2 and (−1, 1)·(0, −1) / √2. Layer 1 is centred already.
        Answers.assertClose(
                "the mean cosine of each layer",
                student.centredCosineByLayer(a, b),
                new double[] {-Math.sqrt(0.5), 1},
                1e-12);
    }

    @Test
    @Question("c")
    @Order(2)
    @DisplayName("refuses different numbers of tokens")
    @Hint("Compare the numbers of layers, of tokens in each layer, and of dimensions of each token.")
    @Validation
    @Rejects("c-no-validation")
    void differentNumbersOfTokens(ClonedLanguages student) {
        Answers.assertRefuses(
                "one layer with 2 and with 3 tokens",
                () -> student.centredCosineByLayer(new double[1][2][4], new double[1][3][4]));
    }

    @Test
    @Question("d")
    @Order(1)
    @DisplayName("judges three pairs of models worked out by hand")
    @Hint({
        "The differences are 0.3, 0.2 and 0.4. What are their mean and their standard deviation (divisor n − 1)?",
        "Half the width is t · s / √n, with s = 0.1 and n = 3.",
        "t is the 97.5 % quantile of Student's distribution with n − 1 = 2 degrees of freedom: 4.3027."
    })
    @Rejects({
        "d-unpaired",
        "d-normal-quantile",
        "d-divides-by-n",
        "d-degrees-of-freedom",
        "d-one-sided",
        "d-standard-deviation",
        "d-swapped-difference"
    })
    void threePairs(ClonedLanguages student) {
        var judgement = student.judge(new double[] {0.1, 0.2, 0.3}, new double[] {0.4, 0.4, 0.7});
        Answers.assertClose(
                "0.3 ± 4.3027 · 0.1 / √3, all of it above 0",
                judgement,
                new Judgement(0.3, 0.0515862, 0.5484138, Direction.MORE_ALIGNED),
                1e-6);
    }

    @Test
    @Question("d")
    @Order(2)
    @DisplayName("refuses to judge from one seed")
    @Hint("One difference says nothing about how much differences scatter: throw IllegalArgumentException.")
    @Validation
    @Rejects("d-no-validation")
    void oneSeed(ClonedLanguages student) {
        Answers.assertRefuses("one seed", () -> student.judge(new double[] {0.1}, new double[] {0.2}));
    }

    @Test
    @Question("e")
    @Order(1)
    @Points(0)
    @DisplayName("names a control; whether it is the right one, only the hidden tests know")
    @Hint({
        "Return a constant, such as Control.RAW_COSINE: the documentation of Control says what each of them compares.",
        "What do a sentence and its clone have in common besides what they say? Which comparison keeps that, and only that?"
    })
    @Rejects("e-no-control")
    void namesAControl(ClonedLanguages student) {
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
    void namesAFlaw(ClonedLanguages student) {
        Answers.assertGiven("the flaw", student.flaw());
    }

    @Test
    @Question("g")
    @Order(2)
    @DisplayName("keeps a sentence, its repetition and its clone on one side")
    @Hint({
        "Sentences 0, 2 and 3 say the same: words 0, 1 and, as clone, 3, 4.",
        "Replace each id by id % V and remember what you have decided for this list of words.",
        "An int[] is a bad key of a map, for two equal arrays are two keys; a List<Integer> is a good one."
    })
    @Rejects({"g-each-alone", "g-same-ids", "g-neighbours", "g-swapped-sides"})
    void clonesStayTogether(ClonedLanguages student) {
        var sentences = new int[][] {{0, 1}, {1, 0}, {3, 4}, {0, 1}, {2}};
        for (var seed = 0; seed < 8; seed++) {
            var heldOut = student.heldOut(sentences, 3, 0.5, seed);
            Answers.assertHolds("the split with seed " + seed, heldOut, "5 flags", heldOut.length == 5);
            Answers.assertHolds(
                    "the split with seed " + seed,
                    heldOut,
                    "one side for sentences 0, 2 and 3",
                    heldOut[0] == heldOut[2] && heldOut[0] == heldOut[3]);
        }
        Answers.assertEqual("share 0", student.heldOut(sentences, 3, 0, 1), new boolean[5]);
        Answers.assertEqual(
                "share 1", student.heldOut(sentences, 3, 1, 1), new boolean[] {true, true, true, true, true});
    }
}
