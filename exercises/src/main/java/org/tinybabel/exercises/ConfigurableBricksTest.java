package org.tinybabel.exercises;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.tinybabel.exercises.ConfigurableBricks.Pair;
import org.tinybabel.grader.api.Answers;
import org.tinybabel.grader.api.Hint;
import org.tinybabel.grader.api.Points;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Rejects;
import org.tinybabel.grader.api.TestsOf;
import org.tinybabel.grader.api.Validation;

/** What students can check themselves: small cases worked out by hand. */
@TestsOf(ConfigurableBricks.class)
public final class ConfigurableBricksTest {

    @Test
    @Question("a")
    @Order(1)
    @Points(2)
    @DisplayName("is 5/6 for three questions worked out by hand, and 1 if all positives come first")
    @Hint({
        "Sorted by score: positive, negative, positive. Which share of the first one is positive, which of the first three?",
        "The precisions at the two positives are 1/1 and 2/3; their mean is 5/6.",
        "Divide by the number of positives, not by the number of questions."
    })
    @Rejects({"a-roc-auc", "a-divides-by-n", "a-ascending"})
    void threeQuestions(ConfigurableBricks student) {
        Answers.assertClose(
                "(1 + 2/3) / 2",
                student.averagePrecision(new double[] {0.9, 0.8, 0.1}, new boolean[] {true, false, true}),
                5 / 6.0,
                1e-12);
        Answers.assertClose(
                "positives first",
                student.averagePrecision(new double[] {0.1, 0.7, 0.2, 0.9}, new boolean[] {false, true, false, true}),
                1.0,
                1e-12);
    }

    @Test
    @Question("a")
    @Order(2)
    @Validation
    @DisplayName("refuses questions none of which is positive")
    @Hint("A mean over no positives is 0/0: throw IllegalArgumentException first.")
    @Rejects("a-no-validation")
    void noPositives(ConfigurableBricks student) {
        Answers.assertRefuses(
                "no positive question",
                () -> student.averagePrecision(new double[] {1, 2}, new boolean[] {false, false}));
    }

    @Test
    @Question("b")
    @Order(1)
    @Points(2)
    @DisplayName("ranks four neurons by their average precision for one ability")
    @Hint({
        "Row 0 is (0.3, 0.9, 0.9, 0.5): neurons 1 and 2 lead, with equal values.",
        "Their margins over the other ability are 0.9 − 0.8 and 0.9 − 0.2: neuron 2 comes first.",
        "Comparator.comparingDouble(…).thenComparingDouble(…): negate what should come first when large."
    })
    @Rejects({"b-mean-over-abilities", "b-ties-by-index", "b-lowest"})
    void fourNeurons(ConfigurableBricks student) {
        var ap = new double[][] {{0.3, 0.9, 0.9, 0.5}, {0.9, 0.8, 0.2, 0.1}};
        Answers.assertEqual("the best three for ability 0", student.specialists(ap, 0, 3), new int[] {2, 1, 3});
    }

    @Test
    @Question("b")
    @Order(2)
    @DisplayName("removes the rows of two neurons")
    @Hint({
        "A neuron is a row of the output weights.",
        "Copy each row with clone(), then fill the rows of the removed neurons with 0."
    })
    @Rejects("b-columns")
    void twoRows(ConfigurableBricks student) {
        var weights = new double[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}};
        Answers.assertClose(
                "without neurons 0 and 2",
                student.pruneRows(weights, new int[] {2, 0}),
                new double[][] {{0, 0, 0}, {4, 5, 6}, {0, 0, 0}},
                0);
    }

    @Test
    @Question("c")
    @Order(1)
    @Points(2)
    @DisplayName("is the own damage minus the mean of the others, and names the pair with the largest of these")
    @Hint({
        "Row 0: 1.0 − (0.2 + 0.4)/2 = 0.7. Row 1: 0.6 − (0.1 + 0.3)/2 = 0.4. Row 2: 0.8 − (0.5 + 0.1)/2 = 0.5.",
        "The mean over the other abilities leaves the diagonal out: divide by the number of abilities minus 1.",
        "The largest entry outside the diagonal is 0.5: row 2, column 0."
    })
    @Rejects({"c-divides-by-row", "c-diagonal-in-mean", "c-diagonal-pair"})
    void threeAbilities(ConfigurableBricks student) {
        var m = new double[][] {{1.0, 0.2, 0.4}, {0.1, 0.6, 0.3}, {0.5, 0.1, 0.8}};
        Answers.assertClose("(0.7 + 0.4 + 0.5) / 3", student.selectivity(m), 1.6 / 3, 1e-12);
        Answers.assertEqual("the largest entry outside the diagonal", student.mostShared(m), new Pair(2, 0));
    }

    @Test
    @Question("d")
    @Order(1)
    @Points(0)
    @DisplayName("names a control; whether it is the right one, only the hidden tests know")
    @Hint({
        "Return a constant, such as Control.MORE_QUESTIONS: the documentation of Control says what each of them compares.",
        "The claim says learned. In which comparison has nothing been learned, while everything else is the same?"
    })
    @Rejects("d-no-control")
    void namesAControl(ConfigurableBricks student) {
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
    void namesAFlaw(ConfigurableBricks student) {
        Answers.assertGiven("the flaw", student.flaw());
    }

    @Test
    @Question("f")
    @Order(2)
    @Points(2)
    @DisplayName("finds controls for two of six neurons")
    @Hint({
        "Neurons 0 and 1 are chosen, so only 2 to 5 are free.",
        "Neuron 0 has activity 0.9: neuron 2 with 0.8 is nearest. Neuron 1 has 0.7: neuron 2 is taken, neuron 4 with 0.4 is next.",
        "Mark neurons as taken when you give them away."
    })
    @Rejects({"f-with-replacement", "f-takes-the-chosen"})
    void twoOfSix(ConfigurableBricks student) {
        Answers.assertEqual(
                "controls of neurons 0 and 1",
                student.matchedControls(new double[] {0.9, 0.7, 0.8, 0, 0.4, 0}, new int[] {0, 1}),
                new int[] {2, 4});
    }
}
