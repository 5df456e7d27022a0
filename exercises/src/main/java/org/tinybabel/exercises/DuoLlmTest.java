package org.tinybabel.exercises;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.tinybabel.exercises.DuoLlm.Choice;
import org.tinybabel.grader.api.Answers;
import org.tinybabel.grader.api.Hint;
import org.tinybabel.grader.api.Points;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Rejects;
import org.tinybabel.grader.api.TestsOf;
import org.tinybabel.grader.api.Validation;

/** What students can check themselves: small cases worked out by hand. */
@TestsOf(DuoLlm.class)
public final class DuoLlmTest {

    @Test
    @Question("a")
    @Order(1)
    @DisplayName("gives ln 2 for a fair coin that is predicted rightly")
    @Hint({
        "Both sides have p = 1/2 and log q = ln(1/2): write the sum down.",
        "The expected loss of a right prediction is the entropy, which is not 0: subtract nothing.",
        "In nats the logarithm is Math.log, and logQ holds it already."
    })
    @Rejects({"a-kl", "a-base-2"})
    void fairCoin(DuoLlm student) {
        var half = Math.log(0.5);
        Answers.assertClose(
                "the expected loss of a fair coin",
                student.expectedLoss(new double[] {0.5, 0.5}, new double[] {half, half}),
                Math.log(2),
                1e-12);
    }

    @Test
    @Question("a")
    @Order(2)
    @DisplayName("refuses probabilities that add up to 0.9")
    @Hint("Add them up first, and throw IllegalArgumentException if the sum is not 1 within 1e-6.")
    @Validation
    @Rejects("a-no-validation")
    void probabilitiesThatDoNotAddUp(DuoLlm student) {
        Answers.assertRefuses(
                "the probabilities 0.5 and 0.4",
                () -> student.expectedLoss(new double[] {0.5, 0.4}, new double[] {-1, -1}));
    }

    @Test
    @Question("b")
    @Order(1)
    @Points(2)
    @DisplayName("chooses for two tokens among four routes")
    @Hint({
        "With exactly one big layer, routes 1 and 2 are admitted: token 0 takes route 2, token 1 takes route 1.",
        "With at most one big layer, route 0 is admitted too, and it is the best for token 0.",
        "Each token chooses for itself: the loop over tokens is the outer one."
    })
    @Rejects({"b-one-route-for-all", "b-ignores-exact", "b-off-by-one", "b-mean"})
    void fourRoutes(DuoLlm student) {
        var loss = new double[][] {{1.0, 4.0}, {3.0, 1.5}, {2.0, 2.5}, {0.5, 0.7}};
        var big = new int[] {0, 1, 1, 2};
        Answers.assertEqual("exactly 1 big layer", student.oracle(loss, big, 1, true), new Choice[] {
            new Choice(2, 2.0), new Choice(1, 1.5)
        });
        Answers.assertEqual("at most 1 big layer", student.oracle(loss, big, 1, false), new Choice[] {
            new Choice(0, 1.0), new Choice(1, 1.5)
        });
    }

    @Test
    @Question("b")
    @Order(2)
    @DisplayName("refuses a budget that no route has")
    @Hint("If no route is admitted there is nothing to choose: throw IllegalArgumentException.")
    @Validation
    @Rejects("b-no-validation")
    void noRouteAdmitted(DuoLlm student) {
        Answers.assertRefuses(
                "exactly 3 big layers, and no route has 3",
                () -> student.oracle(new double[][] {{1}, {2}}, new int[] {0, 1}, 3, true));
    }

    @Test
    @Question("c")
    @Order(1)
    @DisplayName("finds a share of one quarter in two tokens")
    @Hint({
        "The realised gains are 0.1 and 0.7, so their mean is 0.4; the expected gains are 0.2 and 0.4, mean 0.3.",
        "0.3 of 0.4 is there without hindsight: that is three quarters. The question asks for the rest.",
        "Take the means first, then divide them once."
    })
    @Rejects({"c-ratio", "c-mean-of-ratios"})
    void twoTokens(DuoLlm student) {
        Answers.assertClose(
                "1 − 0.3 / 0.4",
                student.hindsightShare(
                        new double[] {1.0, 2.0}, new double[] {0.9, 1.3}, new double[] {1.2, 2.2}, new double[] {
                            1.0, 1.8
                        }),
                0.25,
                1e-9);
    }

    @Test
    @Question("c")
    @Order(2)
    @DisplayName("refuses different numbers of tokens")
    @Hint("All four arrays belong to the same tokens: compare their lengths first.")
    @Validation
    @Rejects("c-no-validation")
    void differentNumbersOfTokens(DuoLlm student) {
        var two = new double[] {1, 2};
        Answers.assertRefuses(
                "2, 2, 2 and 3 tokens", () -> student.hindsightShare(two, new double[2], two, new double[3]));
    }

    @Test
    @Question("d")
    @Order(1)
    @Points(0)
    @DisplayName("names a control; whether it is the right one, only the hidden tests know")
    @Hint({
        "Return a constant, such as Control.MORE_ROUTES: the documentation of Control says what each of them compares.",
        "What did the oracle look at when it chose, and what is it scored by?"
    })
    @Rejects("d-no-control")
    void namesAControl(DuoLlm student) {
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
    void namesAFlaw(DuoLlm student) {
        Answers.assertGiven("the flaw", student.flaw());
    }

    @Test
    @Question("f")
    @Order(2)
    @DisplayName("chooses one of two candidates on two tokens and scores it on two others")
    @Hint({
        "Tokens 0 and 1 are for choosing: there the candidates gain 0.5 and 2 on average.",
        "Candidate 1 is chosen. On tokens 2 and 3 it gains −1 and 0.",
        "What the other candidate gains on tokens 2 and 3 must play no part: the choice is made."
    })
    @Rejects({"f-same-tokens", "f-swapped-sides", "f-best-on-the-rest", "f-sum"})
    void twoCandidates(DuoLlm student) {
        Answers.assertClose(
                "the mean of −1 and 0",
                student.heldOutGain(
                        new double[][] {{1, 0, 4, 2}, {2, 2, -1, 0}}, new boolean[] {true, true, false, false}),
                -0.5,
                1e-12);
    }
}
