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
@TestsOf(LanguageSpecificKnowledge.class)
public final class LanguageSpecificKnowledgeTest {

    private static final boolean X = true;
    private static final boolean O = false;

    /** Six questions in three languages. */
    private static final boolean[][] SIX = {{X, O, O}, {X, X, O}, {O, X, X}, {O, O, X}, {X, O, X}, {O, O, X}};

    @Test
    @Question("a")
    @Order(1)
    @DisplayName("finds the experts of two topics in six questions")
    @Hint({
        "Topic 0 has the questions 0, 1 and 2: language 0 is right twice, language 1 twice, language 2 once.",
        "Language 1 is not better than the usual language 0, only as good: topic 0 keeps language 0.",
        "Count for each topic and each language how many of its questions are right."
    })
    @Rejects({"a-last-of-equals", "a-one-for-all", "a-no-usual"})
    void sixQuestions(LanguageSpecificKnowledge student) {
        Answers.assertEqual(
                "the usual language is 0",
                student.expertLanguages(SIX, new int[] {0, 0, 0, 1, 1, 1}, 2, 0),
                new int[] {0, 2});
        Answers.assertEqual(
                "the usual language is 1",
                student.expertLanguages(SIX, new int[] {0, 0, 0, 1, 1, 1}, 2, 1),
                new int[] {1, 2});
    }

    @Test
    @Question("a")
    @Order(2)
    @DisplayName("refuses a topic that there is not")
    @Hint("With 2 topics, a question may belong to topic 0 or 1: throw IllegalArgumentException for all others.")
    @Validation
    @Rejects("a-no-validation")
    void noSuchTopic(LanguageSpecificKnowledge student) {
        Answers.assertRefuses(
                "a question of topic 2, and 2 topics",
                () -> student.expertLanguages(SIX, new int[] {0, 0, 0, 1, 1, 2}, 2, 0));
    }

    @Test
    @Question("b")
    @Order(1)
    @DisplayName("finds the nearest of two centres by direction")
    @Hint({
        "The cosine is the dot product divided by both lengths; a long centre is not nearer than a short one.",
        "(2, 1) has the cosine 2/√5 with (1, 0), and 3/√10 with (9, 9): the second is larger."
    })
    @Rejects({"b-dot-product", "b-euclid"})
    void twoCentres(LanguageSpecificKnowledge student) {
        Answers.assertEqual(
                "vectors (2, 1), (9, 1) and (1, 2)",
                student.nearestTopics(new double[][] {{2, 1}, {9, 1}, {1, 2}}, new double[][] {{1, 0}, {9, 9}}),
                new int[] {1, 0, 1});
    }

    @Test
    @Question("b")
    @Order(2)
    @DisplayName("routes six questions")
    @Hint({
        "The questions 0 to 4 belong to topic 0 and are asked in language 0: three of them are right.",
        "Question 5 belongs to topic 1 and is asked in language 2: it is right, so 4 of 6 are.",
        "Each question counts the same: do not take the mean of the topics' shares."
    })
    @Rejects("b-mean-of-topics")
    void sixRouted(LanguageSpecificKnowledge student) {
        Answers.assertClose(
                "4 of 6 right",
                student.routedAccuracy(SIX, new int[] {0, 0, 0, 0, 0, 1}, new int[] {0, 2}),
                4 / 6.0,
                1e-9);
    }

    @Test
    @Question("b")
    @Order(3)
    @DisplayName("refuses centres of another width")
    @Hint("All vectors and all centres must have equally many numbers, and at least one.")
    @Validation
    @Rejects("b-no-validation")
    void otherWidth(LanguageSpecificKnowledge student) {
        Answers.assertRefuses(
                "a vector of 2 numbers and a centre of 3",
                () -> student.nearestTopics(new double[][] {{1, 2}}, new double[][] {{1, 2, 3}}));
    }

    @Test
    @Question("c")
    @Order(1)
    @DisplayName("leaves one of two questions out, in turn")
    @Hint({
        "With two questions in two parts, each map is made from one question and judged on the other.",
        "Made from question 0, the map takes language 1, which gains 1 there and loses 1 on question 1.",
        "Made from question 1, it keeps the usual language and gains nothing anywhere: the means are 1/2 and −1/2."
    })
    @Rejects({"c-all-data", "c-no-usual", "c-swapped"})
    void twoQuestions(LanguageSpecificKnowledge student) {
        var gains = student.gains(new boolean[][] {{O, X}, {X, O}}, new int[] {0, 0}, 1, 0, 2, 5);
        Answers.assertGiven("the gains", gains);
        Answers.assertClose("the gain on the training question", gains.onTraining(), 0.5, 1e-9);
        Answers.assertClose("the gain on the question left out", gains.onOthers(), -0.5, 1e-9);
    }

    @Test
    @Question("c")
    @Order(2)
    @DisplayName("refuses a single part")
    @Hint("If all questions were one part, none would be left to make a map from.")
    @Validation
    @Rejects("c-no-validation")
    void onePart(LanguageSpecificKnowledge student) {
        Answers.assertRefuses("1 part", () -> student.gains(SIX, new int[6], 1, 0, 1, 5));
    }

    @Test
    @Question("d")
    @Order(1)
    @Points(0)
    @DisplayName("names a control; whether it is the right one, only the hidden tests know")
    @Hint({
        "Return a constant, such as Control.MORE_TOPICS: the documentation of Control says what each of them compares.",
        "What is different in the two worlds of the claim: the languages of the map, or where they stand?"
    })
    @Rejects("d-no-control")
    void namesAControl(LanguageSpecificKnowledge student) {
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
    void namesAFlaw(LanguageSpecificKnowledge student) {
        Answers.assertGiven("the flaw", student.flaw());
    }

    @Test
    @Question("f")
    @Order(2)
    @DisplayName("compares two choices on the questions that both answer")
    @Hint({
        "Question 2 has no language in the second choice: it counts for nobody.",
        "On question 0 only the first is right, on question 1 both are: 1 and 0, so the mean is 1/2.",
        "Do not divide by the number of all questions."
    })
    @Rejects({"f-all-questions", "f-unpaired", "f-swapped"})
    void twoChoices(LanguageSpecificKnowledge student) {
        Answers.assertClose(
                "1 and 0",
                student.pairedGain(
                        new boolean[][] {{X, O, O}, {X, X, O}, {O, X, X}}, new int[] {0, 0, 0}, new int[] {1, 1, -1}),
                0.5,
                1e-9);
    }
}
