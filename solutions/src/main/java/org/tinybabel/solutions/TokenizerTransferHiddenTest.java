package org.tinybabel.solutions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hipparchus.analysis.interpolation.LinearInterpolator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tinybabel.exercises.Flaw;
import org.tinybabel.exercises.TokenizerTransfer;
import org.tinybabel.exercises.TokenizerTransfer.Control;
import org.tinybabel.exercises.TokenizerTransfer.Reading;
import org.tinybabel.grader.api.Answers;
import org.tinybabel.grader.api.Points;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Rejects;
import org.tinybabel.grader.api.Seed;
import org.tinybabel.grader.api.TestsOf;

/** The cases where typical answers to paper 04 go wrong. */
@TestsOf(TokenizerTransfer.class)
public final class TokenizerTransferHiddenTest {

    @Test
    @Question("a")
    @Points(2)
    @DisplayName("random texts, cut anywhere")
    @Rejects({"a-per-token", "a-nats"})
    void randomTextsCutAnywhere(TokenizerTransfer student, Seed seed) {
        var random = seed.random();
        for (var repeat = 0; repeat < 20; repeat++) {
            var text = letters(random, random.nextInt(5, 30));
            var logs = random.doubles(random.nextInt(1, 5), -9, 0).toArray();
            var bits = Arrays.stream(logs).map(log -> -log / Math.log(2)).sum() / text.length();
            Answers.assertClose("bits per character", student.bitsPerCharacter(logs, text), bits, 1e-9);
        }
    }

    private static String letters(RandomGenerator random, int length) {
        return random.ints(length, 'a', 'd' + 1).mapToObj(Character::toString).collect(Collectors.joining());
    }

    @Test
    @Question("a")
    @DisplayName("characters that take two places")
    @Rejects("a-utf16-length")
    void charactersThatTakeTwoPlaces(TokenizerTransfer student) {
        var bits = student.bitsPerCharacter(new double[] {-Math.log(2), -Math.log(8)}, "\uD83D\uDE00a\uD83D\uDE00b");
        Answers.assertClose("4 bits for 4 characters", bits, 1.0, 1e-12);
    }

    @Test
    @Question("a")
    @DisplayName("impossible tokens, and what is no log probability")
    @Rejects("a-no-validation")
    void impossibleTokensAndBadInput(TokenizerTransfer student) {
        var impossible = student.bitsPerCharacter(new double[] {-1, Double.NEGATIVE_INFINITY}, "ka");
        assertThat(impossible).as("an impossible token").isEqualTo(Double.POSITIVE_INFINITY);
        assertThatIllegalArgumentException().isThrownBy(() -> student.bitsPerCharacter(new double[] {-1}, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> student.bitsPerCharacter(new double[0], "ka"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.bitsPerCharacter(new double[] {-1, Double.NaN}, "ka"));
    }

    @Test
    @Question("b")
    @Points(2)
    @DisplayName("greedy is not optimal")
    @Rejects({"b-fewest-tokens", "b-shortest"})
    void greedyIsNotOptimal(TokenizerTransfer student) {
        var vocabulary = new LinkedHashSet<>(List.of("a", "b", "c", "d", "ab", "abc", "bcd", "cd"));
        Answers.assertEqual("\"abcd\"", student.longestMatch("abcd", vocabulary), List.of("abc", "d"));
        vocabulary.remove("abc");
        vocabulary.add("bcda");
        Answers.assertEqual("\"abcda\"", student.longestMatch("abcda", vocabulary), List.of("ab", "cd", "a"));
    }

    @Test
    @Question("b")
    @Points(2)
    @DisplayName("random texts and vocabularies in any order")
    @Rejects({"b-shortest", "b-set-order"})
    void randomTextsAndVocabularies(TokenizerTransfer student, Seed seed) {
        var random = seed.random();
        for (var repeat = 0; repeat < 20; repeat++) {
            var vocabulary = vocabulary(random);
            var text = letters(random, random.nextInt(0, 30));
            Answers.assertEqual('"' + text + '"', student.longestMatch(text, vocabulary), cut(text, vocabulary));
        }
    }

    private static Set<String> vocabulary(RandomGenerator random) {
        var all = new HashSet<>(List.of("a", "b", "c", "d", "\uD83D\uDE00"));
        Stream.generate(() -> letters(random, random.nextInt(2, 5))).limit(25).forEach(all::add);
        var order = all.stream().sorted().collect(Collectors.toList());
        Collections.shuffle(order, new java.util.Random(random.nextLong()));
        return new LinkedHashSet<>(order);
    }

    /** A regular expression takes the first alternative that fits: put the longest first. */
    private static List<String> cut(String text, Set<String> vocabulary) {
        var longestFirst = vocabulary.stream()
                .sorted(Comparator.comparingInt(token -> -token.length()))
                .collect(Collectors.joining("|"));
        return Pattern.compile(longestFirst)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    @Question("b")
    @DisplayName("what cannot be cut")
    @Rejects("b-skips")
    void refusesWhatCannotBeCut(TokenizerTransfer student) {
        var vocabulary = Set.of("ka", "n", "k");
        Answers.assertEqual("an empty text", student.longestMatch("", vocabulary), List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.longestMatch("kanx", vocabulary))
                .withMessageContaining("x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.longestMatch("ka\uD83D\uDE00", vocabulary))
                .withMessageContaining("\uD83D\uDE00");
        assertThatIllegalArgumentException().isThrownBy(() -> student.longestMatch("ka", Set.of("ka", "")));
    }

    @Test
    @Question("b")
    @Points(2)
    @DisplayName("random embeddings, some pieces twice")
    @Rejects({"b-sum", "b-changes-the-map"})
    void randomEmbeddingsSomePiecesTwice(TokenizerTransfer student, Seed seed) {
        var random = seed.random();
        for (var repeat = 0; repeat < 10; repeat++) {
            var embeddings = new HashMap<String, double[]>();
            for (var piece : List.of("ka", "no", "ti", "s")) {
                embeddings.put(piece, random.doubles(6, -1, 1).toArray());
            }
            for (var pieces : List.of(List.of("ka", "no", "ka"), List.of("ti", "ti", "s", "ti"), List.of("no"))) {
                var mean = student.meanOfPieces(pieces, embeddings);
                Answers.assertClose("the mean of " + pieces, mean, mean(pieces, embeddings), 1e-12);
            }
        }
    }

    private static double[] mean(List<String> pieces, Map<String, double[]> embeddings) {
        var mean = new double[6];
        for (var piece : pieces) {
            for (var i = 0; i < mean.length; i++) {
                mean[i] += embeddings.get(piece)[i] / pieces.size();
            }
        }
        return mean;
    }

    @Test
    @Question("b")
    @DisplayName("pieces without a mean")
    @Rejects("b-no-validation")
    void refusesPiecesWithoutMean(TokenizerTransfer student) {
        var embeddings = Map.of("ka", new double[] {1, 2}, "no", new double[] {1, 2, 3}, "a", new double[] {1});
        assertThatIllegalArgumentException().isThrownBy(() -> student.meanOfPieces(List.of(), embeddings));
        assertThatIllegalArgumentException().isThrownBy(() -> student.meanOfPieces(List.of("ka", "s"), embeddings));
        assertThatIllegalArgumentException().isThrownBy(() -> student.meanOfPieces(List.of("ka", "no"), embeddings));
        assertThatIllegalArgumentException().isThrownBy(() -> student.meanOfPieces(List.of("ka", "a"), embeddings));
    }

    @Test
    @Question("c")
    @DisplayName("shares below 0 and above 1, and no gap")
    @Rejects({"c-ratio-to-original", "c-no-validation"})
    void sharesBeyondTheGap(TokenizerTransfer student) {
        Answers.assertClose("worse than the heuristic", student.gapClosed(1, 3, 4), -0.5, 1e-12);
        Answers.assertClose("better than the original", student.gapClosed(1, 3, 0.5), 1.25, 1e-12);
        assertThatIllegalArgumentException().isThrownBy(() -> student.gapClosed(2, 2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> student.gapClosed(2, 1, 1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> student.gapClosed(1, 3, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> student.gapClosed(1, Double.POSITIVE_INFINITY, 2));
    }

    @Test
    @Question("c")
    @Points(2)
    @DisplayName("curves that rise again, and curves that begin at the target")
    @Rejects({"c-last-crossing", "c-first-point"})
    void curvesThatRiseAgain(TokenizerTransfer student) {
        var steps = new double[] {2, 4, 8, 16};
        var bpc = new double[] {3, 1, 2.5, 0.5};
        Answers.assertClose("the first time", reached(student, steps, bpc, 2), List.of(3.0), 1e-12);
        Answers.assertClose("the bottom", reached(student, steps, bpc, 1), List.of(4.0), 1e-12);
        Answers.assertClose("only later", reached(student, steps, bpc, 0.75), List.of(15.0), 1e-12);
        Answers.assertClose("at the start", reached(student, steps, bpc, 3), List.of(2.0), 1e-12);
        Answers.assertClose("below at the start", reached(student, steps, bpc, 5), List.of(2.0), 1e-12);
    }

    private static List<Double> reached(TokenizerTransfer student, double[] steps, double[] bpc, double target) {
        return student.stepsToReach(steps, bpc, target).stream().toList();
    }

    @Test
    @Question("c")
    @Points(2)
    @DisplayName("random curves")
    @Rejects({"c-first-point", "c-minus-one"})
    void randomCurves(TokenizerTransfer student, Seed seed) {
        var random = seed.random();
        for (var repeat = 0; repeat < 20; repeat++) {
            var steps = random.doubles(6, 1, 20).toArray();
            Arrays.parallelPrefix(steps, Double::sum);
            var bpc = random.doubles(6, 1, 4).map(x -> -x).sorted().map(x -> -x).toArray();
            var curve = new LinearInterpolator().interpolate(steps, bpc);
            var step = random.nextDouble(steps[0], steps[5]);
            var reached = reached(student, steps, bpc, curve.value(step));
            Answers.assertClose("a falling curve", reached, List.of(step), 1e-6);
            Answers.assertEqual("out of reach", reached(student, steps, bpc, 0.9), List.of());
        }
    }

    @Test
    @Question("c")
    @DisplayName("what is no curve")
    @Rejects("c-no-validation")
    void refusesWhatIsNoCurve(TokenizerTransfer student) {
        var two = new double[] {2, 1};
        var up = new double[] {1, 2};
        assertThatIllegalArgumentException().isThrownBy(() -> student.stepsToReach(new double[0], new double[0], 1));
        assertThatIllegalArgumentException().isThrownBy(() -> student.stepsToReach(new double[] {1, 2, 3}, two, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> student.stepsToReach(new double[] {2, 2}, two, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> student.stepsToReach(new double[] {3, 2}, two, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.stepsToReach(up, new double[] {2, Double.NaN}, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.stepsToReach(new double[] {1, Double.POSITIVE_INFINITY}, two, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> student.stepsToReach(up, two, Double.NaN));
    }

    @Test
    @Question("d")
    @DisplayName("the reading of the interval")
    @Rejects({"d-both-hold", "d-second-open"})
    void theIntervalIsRead(TokenizerTransfer student) {
        assertThat(student.reading()).isEqualTo(Reading.FIRST_HOLDS_SECOND_FAILS);
    }

    @Test
    @Question("e")
    @DisplayName("the choice of a control")
    @Rejects({"e-without-steps", "e-original"})
    void theControlTellsTheReasonsApart(TokenizerTransfer student) {
        assertThat(student.control()).isEqualTo(Control.MEAN_WITH_SAME_STEPS);
    }

    @Test
    @Question("g")
    @DisplayName("the name of the flaw")
    @Rejects({"g-missing-control", "g-unequal-conditions"})
    void theFlawIsNamed(TokenizerTransfer student) {
        assertThat(student.flaw()).isEqualTo(Flaw.LEAK);
    }

    @Test
    @Question("g")
    @Points(2)
    @DisplayName("random tokenizers")
    @Rejects({"g-in-all", "g-last-tokenizer", "g-keeps-characters"})
    void randomTokenizers(TokenizerTransfer student, Seed seed) {
        var random = seed.random();
        for (var repeat = 0; repeat < 20; repeat++) {
            var sampled = Stream.generate(() -> List.copyOf(vocabulary(random)))
                    .limit(3)
                    .toList();
            var target = Stream.concat(vocabulary(random).stream(), Stream.of("aaaaa", "\uD83D\uDE01"))
                    .toList();
            var seen = sampled.stream().flatMap(List::stream).collect(Collectors.toSet());
            var unseen = target.stream()
                    .filter(token -> token.codePointCount(0, token.length()) > 1 && !seen.contains(token))
                    .toList();
            Answers.assertEqual("the unseen tokens", student.unseenTokens(sampled, target), unseen);
        }
    }

    @Test
    @Question("g")
    @DisplayName("nothing unseen")
    @Rejects("g-keeps-characters")
    void refusesIfNothingIsUnseen(TokenizerTransfer student) {
        var sampled = List.of(List.of("k", "ka"), List.of("k", "no"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.unseenTokens(sampled, List.of("no", "k", "ka", "\uD83D\uDE00")));
    }
}
