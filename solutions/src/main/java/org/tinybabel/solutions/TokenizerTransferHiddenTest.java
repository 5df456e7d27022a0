package org.tinybabel.solutions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tinybabel.exercises.Flaw;
import org.tinybabel.exercises.TokenizerTransfer;
import org.tinybabel.exercises.TokenizerTransfer.Control;
import org.tinybabel.exercises.TokenizerTransfer.Reading;
import org.tinybabel.grader.api.Answers;
import org.tinybabel.grader.api.GeneratedInputs;
import org.tinybabel.grader.api.Points;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Rejects;
import org.tinybabel.grader.api.Seed;
import org.tinybabel.grader.api.TestsOf;
import org.tinybabel.grader.api.Validation;

/** The cases where typical answers to paper 04 go wrong. */
@TestsOf(TokenizerTransfer.class)
public final class TokenizerTransferHiddenTest {

    private static final String EMOJI = "\uD83D\uDE00";

    private static GeneratedInputs inputs(TokenizerTransfer student, Seed seed) {
        return GeneratedInputs.of(student, new TokenizerTransferSolution.Answers(), seed);
    }

    private static String letters(Random random, int length) {
        return Stream.generate(() -> random.nextInt(8) == 0 ? EMOJI : Character.toString('a' + random.nextInt(3)))
                .limit(length)
                .collect(Collectors.joining());
    }

    /** Half of an emoji is no character, and does not survive the way to another process. */
    private static boolean isWhole(String text) {
        return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    private static double[] halves(Random random, int n) {
        return random.ints(n, 0, 7).mapToDouble(x -> x / 2.0).toArray();
    }

    private static GeneratedInputs.Comparing losses(TokenizerTransfer student, Seed seed) {
        return inputs(student, seed)
                .method("bitsPerCharacter", random -> new Object[] {
                    Arrays.stream(halves(random, 1 + random.nextInt(4)))
                            .map(x -> -x)
                            .toArray(),
                    letters(random, 1 + random.nextInt(6))
                })
                .where(arguments -> isWhole((String) arguments[1]));
    }

    @Test
    @Question("a")
    @Points(2)
    @DisplayName("generated texts and probabilities, some of them 0 or 1")
    @Rejects({"a-per-token", "a-nats", "a-utf16-length"})
    void generatedTexts(TokenizerTransfer student, Seed seed) {
        losses(student, seed).compareValues();
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
    @DisplayName("impossible tokens")
    @Rejects("a-skips-impossible")
    void impossibleTokens(TokenizerTransfer student) {
        var impossible = student.bitsPerCharacter(new double[] {-1, Double.NEGATIVE_INFINITY}, "ka");
        Answers.assertEqual("the loss with an impossible token", impossible, Double.POSITIVE_INFINITY);
    }

    @Test
    @Question("a")
    @Validation
    @DisplayName("what is no log probability")
    @Rejects("a-no-validation")
    void refusesWhatIsNoLogProbability(TokenizerTransfer student, Seed seed) {
        losses(student, seed).compareRefusals();
        Answers.assertRefuses("an empty text", () -> student.bitsPerCharacter(new double[] {-1}, ""));
        Answers.assertRefuses("no token", () -> student.bitsPerCharacter(new double[0], "ka"));
        Answers.assertRefuses("NaN", () -> student.bitsPerCharacter(new double[] {-1, Double.NaN}, "ka"));
    }

    @Test
    @Question("b")
    @DisplayName("greedy is not optimal")
    @Rejects({"b-fewest-tokens", "b-shortest"})
    void greedyIsNotOptimal(TokenizerTransfer student) {
        var vocabulary = new LinkedHashSet<>(List.of("a", "b", "c", "d", "ab", "abc", "bcd", "cd"));
        Answers.assertEqual("\"abcd\"", student.longestMatch("abcd", vocabulary), List.of("abc", "d"));
        vocabulary.remove("abc");
        vocabulary.add("bcda");
        Answers.assertEqual("\"abcda\"", student.longestMatch("abcda", vocabulary), List.of("ab", "cd", "a"));
    }

    private static GeneratedInputs.Comparing cuts(TokenizerTransfer student, Seed seed) {
        return inputs(student, seed)
                .method("longestMatch", random -> new Object[] {letters(random, random.nextInt(8)), vocabulary(random)})
                .where(arguments -> isWhole((String) arguments[0])
                        && ((Set<?>) arguments[1]).stream().allMatch(token -> isWhole((String) token)));
    }

    /** Most characters, and some longer tokens, in any order. */
    private static Set<String> vocabulary(Random random) {
        var all = new TreeSet<>(Set.of("a", "b", "c", EMOJI));
        Stream.generate(() -> letters(random, 2 + random.nextInt(3))).limit(6).forEach(all::add);
        var order = new ArrayList<>(all);
        Collections.shuffle(order, random);
        return new LinkedHashSet<>(order.subList(random.nextInt(2), order.size()));
    }

    @Test
    @Question("b")
    @Points(2)
    @DisplayName("generated texts and vocabularies in any order")
    @Rejects({"b-shortest", "b-set-order"})
    void generatedVocabularies(TokenizerTransfer student, Seed seed) {
        cuts(student, seed).compareValues();
    }

    private static GeneratedInputs.Comparing means(TokenizerTransfer student, Seed seed) {
        return inputs(student, seed).method("meanOfPieces", random -> {
            var known = List.of("ka", "no", "ti", "s").subList(0, 1 + random.nextInt(4));
            var dimensions = 1 + random.nextInt(3);
            var embeddings = new LinkedHashMap<String, double[]>();
            known.forEach(piece -> embeddings.put(piece, halves(random, dimensions)));
            var pieces = random.ints(1 + random.nextInt(4), 0, known.size())
                    .mapToObj(known::get)
                    .toList();
            return new Object[] {pieces, embeddings};
        });
    }

    @Test
    @Question("b")
    @Points(2)
    @DisplayName("generated embeddings, some pieces twice")
    @Rejects({"b-sum", "b-changes-the-map", "b-each-once", "b-mean-over-numbers"})
    void generatedEmbeddings(TokenizerTransfer student, Seed seed) {
        means(student, seed).compareValues();
    }

    @Test
    @Question("b")
    @Validation
    @DisplayName("what cannot be cut, with the character in the message, and pieces without a mean")
    @Rejects({"b-no-validation", "b-skips", "b-half-character"})
    void refusesWhatCannotBeCut(TokenizerTransfer student, Seed seed) {
        cuts(student, seed).compareRefusals();
        means(student, seed).compareRefusals();
        var vocabulary = Set.of("ka", "n", "k");
        for (var unknown : List.of("x", EMOJI)) {
            var message = message(student, "ka" + unknown + "n", vocabulary);
            Answers.assertHolds(
                    "the message for ka" + unknown + "n",
                    message,
                    "one that names " + unknown,
                    message.contains(unknown));
        }
        Answers.assertRefuses("an empty token", () -> student.longestMatch("ka", Set.of("ka", "")));
        var embeddings = Map.of("ka", new double[] {1, 2}, "no", new double[] {1, 2, 3}, "a", new double[] {1});
        for (var pieces : List.of(List.<String>of(), List.of("ka", "s"), List.of("ka", "no"), List.of("ka", "a"))) {
            Answers.assertRefuses("the pieces " + pieces, () -> student.meanOfPieces(pieces, embeddings));
        }
    }

    private static String message(TokenizerTransfer student, String text, Set<String> vocabulary) {
        try {
            var tokens = student.longestMatch(text, vocabulary);
            throw new AssertionError("\"" + text + "\": expected an IllegalArgumentException, got " + tokens);
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static GeneratedInputs.Comparing gaps(TokenizerTransfer student, Seed seed) {
        return inputs(student, seed).method("gapClosed", random -> {
            var losses = halves(random, 3);
            var gap = random.nextInt(5) == 0 ? 0 : 0.5 + losses[1];
            return new Object[] {losses[0], losses[0] + gap, losses[2]};
        });
    }

    @Test
    @Question("c")
    @DisplayName("generated shares, some below 0 and above 1")
    @Rejects({"c-ratio-to-original", "c-cut-off"})
    void generatedShares(TokenizerTransfer student, Seed seed) {
        gaps(student, seed).compareValues();
    }

    @Test
    @Question("c")
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

    private static GeneratedInputs.Comparing curves(TokenizerTransfer student, Seed seed) {
        return inputs(student, seed)
                .method("stepsToReach", random -> {
                    var steps = random.ints(1 + random.nextInt(5), 1, 4)
                            .asDoubleStream()
                            .toArray();
                    Arrays.parallelPrefix(steps, Double::sum);
                    return new Object[] {steps, halves(random, steps.length), halves(random, 1)[0]};
                })
                .satisfying((arguments, reached) -> differsFrom(
                        new TokenizerTransferSolution.Answers()
                                .stepsToReach((double[]) arguments[0], (double[]) arguments[1], (double) arguments[2]),
                        (Optional<?>) reached));
    }

    /** The step may be off by rounding. */
    private static Optional<String> differsFrom(Optional<Double> expected, Optional<?> reached) {
        var close = reached != null
                && reached.isPresent() == expected.isPresent()
                && expected.stream()
                        .allMatch(
                                step -> Math.abs((Double) reached.get() - step) <= 1e-9 * Math.max(1, Math.abs(step)));
        return close ? Optional.empty() : Optional.of("expected " + expected + ", got " + reached);
    }

    @Test
    @Question("c")
    @Points(3)
    @DisplayName("generated curves")
    @Rejects({"c-first-point", "c-minus-one", "c-last-crossing", "c-below-only", "c-extrapolates"})
    void generatedCurves(TokenizerTransfer student, Seed seed) {
        curves(student, seed).compareValues();
    }

    @Test
    @Question("c")
    @Validation
    @DisplayName("no gap, and what is no curve")
    @Rejects({"c-no-validation", "c-gap-no-validation"})
    void refusesWhatIsNoCurve(TokenizerTransfer student, Seed seed) {
        gaps(student, seed).compareRefusals();
        curves(student, seed).compareRefusals();
        Answers.assertRefuses("1, infinite and 2 bits", () -> student.gapClosed(1, Double.POSITIVE_INFINITY, 2));
        Answers.assertRefuses("2, 1 and 1.5 bits", () -> student.gapClosed(2, 1, 1.5));
        var two = new double[] {2, 1};
        Answers.assertRefuses("no steps", () -> student.stepsToReach(new double[0], new double[0], 1));
        for (var bad : new double[][] {{1, 2, 3}, {2, 2}, {3, 2}, {1, Double.POSITIVE_INFINITY}}) {
            Answers.assertRefuses(
                    "two losses at the steps " + Arrays.toString(bad), () -> student.stepsToReach(bad, two, 1));
        }
    }

    @Test
    @Question("d")
    @Points(3)
    @DisplayName("the reading of the interval")
    @Rejects({"d-both-hold", "d-second-open", "d-no-reading"})
    void theIntervalIsRead(TokenizerTransfer student) {
        Answers.assertEqual("the reading", student.reading(), Reading.FIRST_HOLDS_SECOND_FAILS);
    }

    @Test
    @Question("e")
    @Points(4)
    @DisplayName("the choice of a control")
    @Rejects({"e-without-steps", "e-original", "e-no-control"})
    void theControlTellsTheReasonsApart(TokenizerTransfer student) {
        Answers.assertEqual("the control", student.control(), Control.MEAN_WITH_SAME_STEPS);
    }

    @Test
    @Question("g")
    @Points(4)
    @DisplayName("the name of the flaw")
    @Rejects({"g-missing-control", "g-unequal-conditions", "g-no-flaw"})
    void theFlawIsNamed(TokenizerTransfer student) {
        Answers.assertEqual("the flaw", student.flaw(), Flaw.LEAK);
    }

    private static GeneratedInputs.Comparing tokenizers(TokenizerTransfer student, Seed seed) {
        return inputs(student, seed)
                .method("unseenTokens", random -> {
                    List<List<String>> sampled = new ArrayList<>();
                    for (var i = random.nextInt(4); i > 0; i--) {
                        sampled.add(List.copyOf(vocabulary(random)));
                    }
                    var target = new ArrayList<>(vocabulary(random));
                    target.add(random.nextInt(target.size()), "aaaaa");
                    return new Object[] {sampled, target.subList(0, 1 + random.nextInt(target.size()))};
                })
                // A tokenizer has each of its tokens once.
                .where(arguments -> {
                    var target = (List<?>) arguments[1];
                    return Set.copyOf(target).size() == target.size()
                            && target.stream().allMatch(token -> isWhole((String) token));
                });
    }

    @Test
    @Question("g")
    @Points(3)
    @DisplayName("generated tokenizers")
    @Rejects({"g-in-all", "g-last-tokenizer", "g-keeps-characters", "g-sorted"})
    void generatedTokenizers(TokenizerTransfer student, Seed seed) {
        tokenizers(student, seed).compareValues();
    }

    @Test
    @Question("g")
    @Validation
    @DisplayName("nothing unseen")
    @Rejects({"g-no-validation", "g-keeps-characters"})
    void refusesIfNothingIsUnseen(TokenizerTransfer student, Seed seed) {
        tokenizers(student, seed).compareRefusals();
        var sampled = List.of(List.of("k", "ka"), List.of("k", "no"));
        Answers.assertRefuses(
                "seen tokens and single characters",
                () -> student.unseenTokens(sampled, List.of("no", "k", "ka", EMOJI)));
    }
}
