package org.tinybabel.solutions;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tinybabel.exercises.Flaw;
import org.tinybabel.exercises.LanguageSpecificKnowledge;
import org.tinybabel.exercises.LanguageSpecificKnowledge.Control;
import org.tinybabel.grader.api.Answers;
import org.tinybabel.grader.api.GeneratedInputs;
import org.tinybabel.grader.api.Points;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Rejects;
import org.tinybabel.grader.api.Seed;
import org.tinybabel.grader.api.TestsOf;
import org.tinybabel.grader.api.Validation;

/** The cases where typical answers to paper 20 go wrong. */
@TestsOf(LanguageSpecificKnowledge.class)
public final class LanguageSpecificKnowledgeHiddenTest {

    private static final boolean[][] TWO = {{true, false, true}, {false, true, true}};

    private static boolean[][] answers(Random random, int questions, int languages) {
        var right = new boolean[questions][languages];
        for (var row : right) {
            for (var l = 0; l < languages; l++) {
                row[l] = random.nextBoolean();
            }
        }
        return right;
    }

    @Test
    @Question("a")
    @DisplayName("ties, and a topic without questions")
    @Rejects({"a-last-of-equals", "a-no-usual", "a-empty-topic"})
    void tiesAndEmptyTopics(LanguageSpecificKnowledge student) {
        Answers.assertEqual(
                "topic 1 of 3 has no questions, and in topic 2 language 1 is as good as the usual one",
                student.expertLanguages(TWO, new int[] {0, 2}, 3, 2),
                new int[] {2, 2, 2});
        Answers.assertEqual(
                "languages 0 and 2 are right, the usual one is not",
                student.expertLanguages(TWO, new int[] {0, 0}, 2, 1),
                new int[] {2, 1});
    }

    @Test
    @Question("a")
    @DisplayName("random answers")
    @Rejects({"a-last-of-equals", "a-one-for-all", "a-no-usual", "a-empty-topic", "a-usual-is-0"})
    void randomAnswers(LanguageSpecificKnowledge student, Seed seed) {
        experts(student, seed).compareValues();
    }

    private static GeneratedInputs.Comparing experts(LanguageSpecificKnowledge student, Seed seed) {
        return GeneratedInputs.of(student, new LanguageSpecificKnowledgeSolution.Answers(), seed)
                .method("expertLanguages", random -> {
                    var questions = 1 + random.nextInt(8);
                    var languages = 1 + random.nextInt(4);
                    var topics = 1 + random.nextInt(3);
                    return new Object[] {
                        answers(random, questions, languages),
                        random.ints(questions, 0, topics).toArray(),
                        topics,
                        random.nextInt(languages)
                    };
                })
                .keeping(2);
    }

    @Test
    @Question("a")
    @Validation
    @DisplayName("bad input")
    @Rejects("a-no-validation")
    void refusesBadAnswers(LanguageSpecificKnowledge student, Seed seed) {
        var topic = new int[] {0, 1};
        Answers.assertRefuses("no questions", () -> student.expertLanguages(new boolean[0][], new int[0], 2, 0));
        Answers.assertRefuses("no topics", () -> student.expertLanguages(TWO, new int[2], 0, 0));
        Answers.assertRefuses(
                "two questions and one topic entry", () -> student.expertLanguages(TWO, new int[1], 2, 0));
        Answers.assertRefuses(
                "three languages, then two",
                () -> student.expertLanguages(new boolean[][] {{true, false, true}, {true, false}}, topic, 2, 0));
        Answers.assertRefuses("a question of topic -1", () -> student.expertLanguages(TWO, new int[] {0, -1}, 2, 0));
        Answers.assertRefuses("a question of topic 2 of 2", () -> student.expertLanguages(TWO, new int[] {0, 2}, 2, 0));
        Answers.assertRefuses("the usual language 3 of 3", () -> student.expertLanguages(TWO, topic, 2, 3));
        Answers.assertRefuses("the usual language -1", () -> student.expertLanguages(TWO, topic, 2, -1));
        experts(student, seed).compareRefusals();
    }

    @Test
    @Question("b")
    @DisplayName("cosines that are equal, almost equal, negative, and of length 0")
    @Rejects({"b-last-of-equals", "b-exact-ties", "b-nan-of-zero", "b-absolute"})
    void specialCosines(LanguageSpecificKnowledge student) {
        Answers.assertEqual(
                "centres whose cosines differ by less than 1e-10",
                student.nearestTopics(new double[][] {{1e-5, 1}}, new double[][] {{-1, 0}, {0, 2}, {1e-5, 1}}),
                new int[] {1});
        Answers.assertEqual(
                "centres whose cosines differ by 5e-9",
                student.nearestTopics(new double[][] {{1e-4, 1}}, new double[][] {{-1, 0}, {0, 2}, {1e-4, 1}}),
                new int[] {2});
        Answers.assertEqual(
                "a vector of length 0, and one whose cosines are -1, 0 and 0",
                student.nearestTopics(new double[][] {{0, 0}, {3, 0}}, new double[][] {{-1, 0}, {0, 2}, {0, 0}}),
                new int[] {0, 1});
        Answers.assertEqual(
                "a centre of length 0 beside one with a negative cosine",
                student.nearestTopics(new double[][] {{1, 1}}, new double[][] {{-1, 0}, {0, 0}}),
                new int[] {1});
    }

    @Test
    @Question("b")
    @DisplayName("random vectors")
    @Rejects({"b-dot-product", "b-euclid", "b-absolute", "b-last-of-equals"})
    void randomVectors(LanguageSpecificKnowledge student, Seed seed) {
        vectors(student, seed).compareValues();
    }

    private static GeneratedInputs.Comparing vectors(LanguageSpecificKnowledge student, Seed seed) {
        return GeneratedInputs.of(student, new LanguageSpecificKnowledgeSolution.Answers(), seed)
                .method("nearestTopics", random -> {
                    var width = 1 + random.nextInt(3);
                    var vectors = new double[1 + random.nextInt(3)][];
                    Arrays.setAll(vectors, i -> small(random, width));
                    var centres = new double[1 + random.nextInt(4)][];
                    Arrays.setAll(centres, i -> small(random, width));
                    return new Object[] {vectors, centres};
                })
                // What squares beyond the range of double do is not what the question is about.
                .where(arguments -> Arrays.stream(arguments)
                        .flatMap(rows -> Arrays.stream((double[][]) rows))
                        .flatMapToDouble(Arrays::stream)
                        .map(Math::abs)
                        .allMatch(x -> x == 0 || !Double.isFinite(x) || x > 1e-9 && x < 1e60));
    }

    private static double[] small(Random random, int n) {
        return random.ints(n, -4, 5).mapToDouble(i -> i / 2.0).toArray();
    }

    @Test
    @Question("b")
    @DisplayName("random maps")
    @Rejects({"b-mean-of-topics", "b-count", "b-any-language"})
    void randomMaps(LanguageSpecificKnowledge student, Seed seed) {
        routed(student, seed).compareValues();
    }

    private static GeneratedInputs.Comparing routed(LanguageSpecificKnowledge student, Seed seed) {
        return GeneratedInputs.of(student, new LanguageSpecificKnowledgeSolution.Answers(), seed)
                .method("routedAccuracy", random -> {
                    var questions = 1 + random.nextInt(6);
                    var languages = 1 + random.nextInt(4);
                    var topics = 1 + random.nextInt(3);
                    return new Object[] {
                        answers(random, questions, languages),
                        random.ints(questions, 0, topics).toArray(),
                        random.ints(topics, 0, languages).toArray()
                    };
                });
    }

    @Test
    @Question("b")
    @Validation
    @DisplayName("bad input")
    @Rejects("b-no-validation")
    void refusesBadVectorsAndMaps(LanguageSpecificKnowledge student, Seed seed) {
        var one = new double[][] {{1, 2}};
        var none = new double[0][];
        Answers.assertRefuses("no vectors", () -> student.nearestTopics(none, one));
        Answers.assertRefuses("no centres", () -> student.nearestTopics(one, none));
        Answers.assertRefuses(
                "vectors and centres without numbers", () -> student.nearestTopics(new double[1][0], new double[1][0]));
        Answers.assertRefuses(
                "a number that is NaN", () -> student.nearestTopics(one, new double[][] {{1, Double.NaN}}));
        vectors(student, seed).compareRefusals();
        Answers.assertRefuses(
                "no questions", () -> student.routedAccuracy(new boolean[0][], new int[0], new int[] {0}));
        Answers.assertRefuses(
                "two questions and one topic entry", () -> student.routedAccuracy(TWO, new int[] {0}, new int[] {0}));
        Answers.assertRefuses(
                "a question of topic 1, and one topic",
                () -> student.routedAccuracy(TWO, new int[] {0, 1}, new int[1]));
        Answers.assertRefuses(
                "a question of topic -1", () -> student.routedAccuracy(TWO, new int[] {0, -1}, new int[1]));
        Answers.assertRefuses(
                "language 3 of 3, for a topic without questions",
                () -> student.routedAccuracy(TWO, new int[] {0, 0}, new int[] {0, 3}));
        Answers.assertRefuses("language -1", () -> student.routedAccuracy(TWO, new int[] {0, 0}, new int[] {0, -1}));
        routed(student, seed).compareRefusals();
    }

    @Test
    @Question("c")
    @Points(4)
    @DisplayName("random answers")
    @Rejects({"c-all-data", "c-no-usual", "c-swapped", "c-other-shuffle", "c-blocks", "c-pooled", "c-not-shuffled"})
    void randomGains(LanguageSpecificKnowledge student, Seed seed) {
        gains(student, seed).compareValues();
    }

    private static GeneratedInputs.Comparing gains(LanguageSpecificKnowledge student, Seed seed) {
        return GeneratedInputs.of(student, new LanguageSpecificKnowledgeSolution.Answers(), seed)
                .method("gains", random -> {
                    var questions = 2 + random.nextInt(8);
                    var languages = 1 + random.nextInt(4);
                    var topics = 1 + random.nextInt(3);
                    return new Object[] {
                        answers(random, questions, languages),
                        random.ints(questions, 0, topics).toArray(),
                        topics,
                        random.nextInt(languages),
                        2 + random.nextInt(questions - 1),
                        random.nextLong()
                    };
                })
                .keeping(2, 4);
    }

    @Test
    @Question("c")
    @Validation
    @DisplayName("bad input")
    @Rejects("c-no-validation")
    void refusesBadParts(LanguageSpecificKnowledge student, Seed seed) {
        var topic = new int[] {0, 1};
        Answers.assertRefuses("3 parts of 2 questions", () -> student.gains(TWO, topic, 2, 0, 3, 1));
        Answers.assertRefuses("1 part", () -> student.gains(TWO, topic, 2, 0, 1, 1));
        Answers.assertRefuses("0 parts", () -> student.gains(TWO, topic, 2, 0, 0, 1));
        Answers.assertRefuses("a question of topic 2 of 2", () -> student.gains(TWO, new int[] {0, 2}, 2, 0, 2, 1));
        Answers.assertRefuses("the usual language 3 of 3", () -> student.gains(TWO, topic, 2, 3, 2, 1));
        gains(student, seed).compareRefusals();
    }

    @Test
    @Question("d")
    @Points(4)
    @DisplayName("the choice of a control")
    @Rejects({"d-more-topics", "d-more-questions", "d-best-of-all", "d-other-seed"})
    void theControlMovesTheLanguagesAlone(LanguageSpecificKnowledge student) {
        Answers.assertEqual("the control", student.control(), Control.SHUFFLED_MAP);
    }

    @Test
    @Question("f")
    @Points(4)
    @DisplayName("the name of the flaw")
    @Rejects({"f-leak", "f-missing-control", "f-one-lucky-seed", "f-tuned-on-test", "f-dependent-runs"})
    void theFlawIsNamed(LanguageSpecificKnowledge student) {
        Answers.assertEqual("the flaw", student.flaw(), Flaw.UNEQUAL_CONDITIONS);
    }

    @Test
    @Question("f")
    @Points(2)
    @DisplayName("random choices, some of which name no language")
    @Rejects({"f-all-questions", "f-unpaired", "f-swapped", "f-absolute"})
    void randomChoices(LanguageSpecificKnowledge student, Seed seed) {
        choices(student, seed).compareValues();
    }

    private static GeneratedInputs.Comparing choices(LanguageSpecificKnowledge student, Seed seed) {
        return GeneratedInputs.of(student, new LanguageSpecificKnowledgeSolution.Answers(), seed)
                .method("pairedGain", random -> {
                    var questions = 1 + random.nextInt(6);
                    var languages = 1 + random.nextInt(4);
                    return new Object[] {
                        answers(random, questions, languages),
                        named(random, questions, languages),
                        named(random, questions, languages)
                    };
                });
    }

    /** Mostly a language, sometimes none. */
    private static int[] named(Random random, int questions, int languages) {
        return IntStream.range(0, questions)
                .map(q -> random.nextInt(4) == 0 ? -1 : random.nextInt(languages))
                .toArray();
    }

    @Test
    @Question("f")
    @Validation
    @DisplayName("bad input")
    @Rejects("f-no-validation")
    void refusesBadChoices(LanguageSpecificKnowledge student, Seed seed) {
        var first = new int[] {0, -1};
        Answers.assertRefuses("no question that both answer", () -> student.pairedGain(TWO, first, new int[] {-1, 0}));
        Answers.assertRefuses("no questions", () -> student.pairedGain(new boolean[0][], new int[0], new int[0]));
        Answers.assertRefuses("one language for two questions", () -> student.pairedGain(TWO, first, new int[1]));
        Answers.assertRefuses("language 3 of 3", () -> student.pairedGain(TWO, first, new int[] {0, 3}));
        Answers.assertRefuses("language -2", () -> student.pairedGain(TWO, first, new int[] {0, -2}));
        Answers.assertRefuses(
                "three languages, then two",
                () -> student.pairedGain(new boolean[][] {{true, false, true}, {true, false}}, first, first));
        choices(student, seed).compareRefusals();
    }
}
