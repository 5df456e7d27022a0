package org.tinybabel.exercises;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.tinybabel.exercises.BigramSubnetworks.Gain;
import org.tinybabel.exercises.BigramSubnetworks.Reading;
import org.tinybabel.grader.api.Answers;
import org.tinybabel.grader.api.Hint;
import org.tinybabel.grader.api.Points;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Rejects;
import org.tinybabel.grader.api.TestsOf;
import org.tinybabel.grader.api.Validation;

/** What students can check themselves: small cases worked out by hand. */
@TestsOf(BigramSubnetworks.class)
public final class BigramSubnetworksTest {

    @Test
    @Question("a")
    @Order(1)
    @Points(2)
    @DisplayName("gives the probabilities of a four-word corpus worked out by hand")
    @Hint({
        "Count the pairs of the first row by hand: which words follow word 0?",
        "The denominator of a row is the number of pairs that begin with its word, plus alpha for each word.",
        "Row = current word, column = next word."
    })
    @Rejects({"a-joint-probability", "a-alpha-once", "a-swapped-axes", "a-no-smoothing"})
    void fourWords(BigramSubnetworks student) {
        // Pairs: 0→1, 1→0, 0→1, 1→2, so word 0 is followed twice by 1; word 1 once by 0, once by 2; words 2, 3 by
        // nothing.
        var p = student.bigramProbabilities(new int[][] {{0, 1, 0, 1, 2}}, 4, 0.5);
        var byHand = new double[][] {
            {0.125, 0.625, 0.125, 0.125}, // (0 + ½)/(2 + 2), (2 + ½)/(2 + 2), …
            {0.375, 0.125, 0.375, 0.125}, // (1 + ½)/(2 + 2), (0 + ½)/(2 + 2), …
            {0.25, 0.25, 0.25, 0.25},
            {0.25, 0.25, 0.25, 0.25}
        };
        Answers.assertClose("how often the word of a column follows that of a row", p, byHand, 1e-12);
    }

    @Test
    @Question("a")
    @Validation
    @Order(2)
    @DisplayName("refuses a token outside the vocabulary")
    @Hint("Token ids run from 0 to vocabSize − 1. Throw IllegalArgumentException before counting anything.")
    @Rejects("a-no-validation")
    void tokenOutsideVocabulary(BigramSubnetworks student) {
        Answers.assertRefuses(
                "token 3 in a vocabulary of 3 words", () -> student.bigramProbabilities(new int[][] {{0, 3}}, 3, 1));
    }

    @Test
    @Question("b")
    @Order(1)
    @Points(2)
    @DisplayName("gives the gradient of one weight worked out by hand")
    @Hint({
        "At s = 0 the soft mask is 1/2, so m(1 − m) is 1/4.",
        "Chain rule: s changes m, m changes the effective weight and the penalty.",
        "The penalty is the mean of the masks: divide lambda by the number of weights."
    })
    @Rejects({"b-no-beta", "b-no-weight", "b-straight-through", "b-penalty-sign"})
    void oneWeight(BigramSubnetworks student) {
        var gradient = student.maskGradient(new double[] {3}, new double[] {0.5}, new double[] {0}, 2, 0.1);
        // (3 · ½ + 0.1 / 1) · 2 · ¼
        Answers.assertClose("(g·w + λ/n)·β·m·(1 − m)", gradient, new double[] {0.8}, 1e-12);
    }

    @Test
    @Question("b")
    @Validation
    @Order(2)
    @DisplayName("refuses vectors of different lengths")
    @Hint("gradEffective, weight and s have one entry for each weight: compare their lengths first.")
    @Rejects("b-no-validation")
    void differentLengths(BigramSubnetworks student) {
        Answers.assertRefuses(
                "2 gradients, 1 weight, 1 logit",
                () -> student.maskGradient(new double[2], new double[1], new double[1], 1, 1));
    }

    @Test
    @Question("c")
    @Order(1)
    @Points(2)
    @DisplayName("gives the overlap of two small blocks worked out by hand")
    @Hint({
        "observed: of all weights that a keeps, which share does b keep too?",
        "expected: in a block of n weights, a random placement of b hits each weight of a with probability |b| / n.",
        "Sum over the blocks before you divide by |a|: do not average the blocks' shares."
    })
    @Rejects({"c-jaccard", "c-global-density", "c-average-of-blocks", "c-divides-by-b"})
    void twoBlocks(BigramSubnetworks student) {
        var a = Map.of(
                "mlp0", new boolean[] {true, true, true, false, false},
                "att0", new boolean[] {true, false});
        var b = Map.of(
                "mlp0", new boolean[] {true, true, false, true, false},
                "att0", new boolean[] {false, false});
        var overlap = student.maskOverlap(a, b);
        // |a| = 4; a and b share 2 weights.
        Answers.assertClose("observed = 2 of 4", overlap.observed(), 0.5, 1e-12);
        Answers.assertClose("expected = (3·3/5 + 1·0/2) / 4", overlap.expected(), 0.45, 1e-12);
        Answers.assertClose("ratio = 0.5 / 0.45", overlap.ratio(), 0.5 / 0.45, 1e-12);
    }

    @Test
    @Question("c")
    @Validation
    @Order(2)
    @DisplayName("refuses a first mask that keeps nothing")
    @Hint("A share of nothing has no meaning: throw IllegalArgumentException when |a| is 0.")
    @Rejects("c-no-validation")
    void emptyFirstMask(BigramSubnetworks student) {
        var nothing = Map.of("mlp0", new boolean[3]);
        Answers.assertRefuses("the first mask keeps 0 of 3 weights", () -> student.maskOverlap(nothing, nothing));
    }

    @Test
    @Question("d")
    @Order(1)
    @Points(0)
    @DisplayName("names a control; whether it is the right one, only the hidden tests know")
    @Hint({
        "Return a constant, such as Control.RANDOM_MASK: the documentation of Control says what each of them compares.",
        "Imagine a model in which the claim is false and the overlap just as high. Which comparison sees the difference?"
    })
    @Rejects("d-no-control")
    void namesAControl(BigramSubnetworks student) {
        Answers.assertGiven("one of the constants of Control", student.control());
    }

    @Test
    @Question("e")
    @Order(1)
    @DisplayName("reads the interval of three seeds worked out by hand, for three criteria")
    @Hint({
        "The ratios of the three seeds are 2, 3 and 4: their mean is 3, and their standard deviation 1.",
        "The interval is 3 ± 4.3027 · 1 / √3, so it reaches from 0.52 to 5.48. Intervals.t(2, 3, 4) says so, too.",
        "Compare its lower end with the factor, then its upper end: two comparisons give three answers."
    })
    @Rejects({"e-mean-only", "e-wrong-bound", "e-upper-end", "e-two-answers"})
    void threeSeedsThreeCriteria(BigramSubnetworks student) {
        var trained = new double[] {0.04, 0.05, 0.04};
        var untrained = new double[] {0.08, 0.15, 0.16};
        Answers.assertEqual("0.52 to 5.48, more than 0.5", student.readPrice(trained, untrained, 0.5), Reading.HOLDS);
        Answers.assertEqual("0.52 to 5.48, more than 2", student.readPrice(trained, untrained, 2), Reading.OPEN);
        Answers.assertEqual("0.52 to 5.48, more than 6", student.readPrice(trained, untrained, 6), Reading.FAILS);
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
    void namesAFlaw(BigramSubnetworks student) {
        Answers.assertGiven("one of the constants of Flaw", student.flaw());
    }

    @Test
    @Question("f")
    @Order(2)
    @DisplayName("gives the gain of three seeds worked out by hand")
    @Hint({
        "The differences of the three seeds are 0.3, −0.1 and 0.1: one number for each seed.",
        "Intervals.t(0.3, −0.1, 0.1) gives 0.1 ± 4.3027 · 0.2 / √3."
    })
    @Rejects({"f-best-seed", "f-no-control", "f-unpaired", "f-only-successes", "f-sorted"})
    void gainOfThreeSeeds(BigramSubnetworks student) {
        Answers.assertClose(
                "0.1 ± 4.3027 · 0.2 / √3",
                student.gainOverControl(new double[] {0.8, 0.5, 0.7}, new double[] {0.5, 0.6, 0.6}),
                new Gain(0.1, -0.396828, 0.596828),
                1e-5);
    }
}
