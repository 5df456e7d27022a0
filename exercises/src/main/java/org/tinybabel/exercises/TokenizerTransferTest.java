package org.tinybabel.exercises;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
@TestsOf(TokenizerTransfer.class)
public final class TokenizerTransferTest {

    @Test
    @Question("a")
    @Order(1)
    @Points(2)
    @DisplayName("gives the same for two ways of cutting a text that the model holds equally likely")
    @Hint({
        "Two tokens with probability 1/4 are 2 bits each: 4 bits for the 4 characters of \"kana\".",
        "Four tokens with probability 1/2 are 1 bit each: again 4 bits for 4 characters.",
        "The logarithms are natural ones: divide by Math.log(2) to get bits."
    })
    @Rejects({"a-per-token", "a-nats"})
    void twoWaysOfCutting(TokenizerTransfer student) {
        var quarter = Math.log(0.25);
        var half = Math.log(0.5);
        Answers.assertClose(
                "two tokens", student.bitsPerCharacter(new double[] {quarter, quarter}, "kana"), 1.0, 1e-12);
        Answers.assertClose(
                "four tokens", student.bitsPerCharacter(new double[] {half, half, half, half}, "kana"), 1.0, 1e-12);
    }

    @Test
    @Question("a")
    @Order(2)
    @Validation
    @DisplayName("refuses a positive log probability")
    @Hint("A probability is at most 1, so its logarithm is at most 0. NaN is no logarithm either.")
    @Rejects("a-no-validation")
    void positiveLogProbability(TokenizerTransfer student) {
        Answers.assertRefuses("a log probability of 0.1", () -> student.bitsPerCharacter(new double[] {-1, 0.1}, "ka"));
    }

    @Test
    @Question("b")
    @Order(1)
    @Points(2)
    @DisplayName("takes the longest token each time")
    @Hint({
        "At the start of \"kanakan\" the tokens k, ka and kan fit: kan is the longest.",
        "Then \"akan\" is left: a is the only token that fits. Then \"kan\" again.",
        "The order of the vocabulary must not matter."
    })
    @Rejects({"b-shortest", "b-set-order"})
    void longestEachTime(TokenizerTransfer student) {
        var vocabulary = new LinkedHashSet<>(List.of("k", "a", "n", "ka", "kan"));
        Answers.assertEqual("\"kanakan\" cut", student.longestMatch("kanakan", vocabulary), List.of("kan", "a", "kan"));
    }

    @Test
    @Question("b")
    @Order(2)
    @DisplayName("gives the mean of two pieces")
    @Hint({
        "(1, 4) and (3, 0) add up to (4, 4). There are two pieces.",
        "Divide each number by the number of pieces, not by the length of an embedding."
    })
    @Rejects("b-sum")
    void meanOfTwoPieces(TokenizerTransfer student) {
        var embeddings = Map.of("ka", new double[] {1, 4}, "n", new double[] {3, 0}, "a", new double[] {9, 9});
        Answers.assertClose(
                "ka and n", student.meanOfPieces(List.of("ka", "n"), embeddings), new double[] {2, 2}, 1e-12);
    }

    @Test
    @Question("c")
    @Order(1)
    @Points(2)
    @DisplayName("gives the share of the gap")
    @Hint({
        "The gap goes from 5 down to 1: it is 4 wide. The hypernetwork comes down from 5 to 2.",
        "Divide by the gap, not by the loss of the original: 3 / 4."
    })
    @Rejects("c-ratio-to-original")
    void shareOfTheGap(TokenizerTransfer student) {
        Answers.assertClose("1, 5 and 2 bits", student.gapClosed(1, 5, 2), 0.75, 1e-12);
    }

    @Test
    @Question("c")
    @Order(2)
    @Points(2)
    @DisplayName("finds the step between two points, and says so if there is none")
    @Hint({
        "At step 10 the curve is at 2, at step 20 at 1. A straight line is at 1.25 after three quarters of the way.",
        "The curve never gets down to 0.5: return Optional.empty()."
    })
    @Rejects({"c-first-point", "c-minus-one"})
    void betweenTwoPoints(TokenizerTransfer student) {
        var steps = new double[] {0, 10, 20};
        var bpc = new double[] {3, 2, 1};
        Answers.assertClose(
                "down to 1.25", student.stepsToReach(steps, bpc, 1.25).stream().toList(), List.of(17.5), 1e-12);
        Answers.assertEqual("down to 0.5", student.stepsToReach(steps, bpc, 0.5), Optional.empty());
    }

    @Test
    @Question("d")
    @Order(1)
    @Points(0)
    @DisplayName("names a reading; whether it is the right one, only the hidden tests know")
    @Hint({
        "Return a constant, such as Reading.BOTH_OPEN: the documentation of Reading says what each of them means.",
        "Ask both claims the same question: does all of the interval lie on one side of the bar?"
    })
    @Rejects("d-no-reading")
    void namesAReading(TokenizerTransfer student) {
        Answers.assertGiven("the reading", student.reading());
    }

    @Test
    @Question("e")
    @Order(1)
    @Points(0)
    @DisplayName("names a control; whether it is the right one, only the hidden tests know")
    @Hint({
        "Return a constant, such as Control.MORE_STEPS: the documentation of Control says what each of them compares.",
        "What else, besides the hypernetwork, might have brought the loss down? Which comparison has that, and not the hypernetwork?"
    })
    @Rejects("e-no-control")
    void namesAControl(TokenizerTransfer student) {
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
    void namesAFlaw(TokenizerTransfer student) {
        Answers.assertGiven("the flaw", student.flaw());
    }

    @Test
    @Question("g")
    @Order(2)
    @Points(2)
    @DisplayName("keeps what no tokenizer of the training has")
    @Hint({
        "ka is in the first tokenizer, no in the second: one is enough to have seen a token.",
        "k is a single character: it is in every tokenizer and shows nothing.",
        "Keep the order of the target: san, then ton."
    })
    @Rejects({"g-in-all", "g-last-tokenizer"})
    void keepsWhatNoneHas(TokenizerTransfer student) {
        var sampled = List.of(List.of("k", "a", "ka", "to"), List.of("k", "a", "no"));
        var target = List.of("k", "san", "ka", "no", "ton");
        Answers.assertEqual("the unseen tokens", student.unseenTokens(sampled, target), List.of("san", "ton"));
    }
}
