package org.tinybabel.solutions;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tinybabel.exercises.ClonedLanguages;
import org.tinybabel.exercises.ClonedLanguages.Control;
import org.tinybabel.exercises.Flaw;
import org.tinybabel.grader.api.Answers;
import org.tinybabel.grader.api.GeneratedInputs;
import org.tinybabel.grader.api.Points;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Rejects;
import org.tinybabel.grader.api.Seed;
import org.tinybabel.grader.api.TestsOf;
import org.tinybabel.grader.api.Validation;

/** The cases where typical answers to paper 02 go wrong. */
@TestsOf(ClonedLanguages.class)
public final class ClonedLanguagesHiddenTest {

    /** Larger vocabularies are left out: whether twice their size is still an int is not what the questions are about. */
    private static final int LARGEST_VOCABULARY = 1 << 20;

    @Test
    @Question("a")
    @DisplayName("random corpora")
    @Rejects({
        "a-clones-words",
        "a-one-draw",
        "a-same-draw-each-time",
        "a-ignores-seed",
        "a-swapped-languages",
        "a-no-draw-for-empty",
        "a-doubles-ids",
        "a-in-place"
    })
    void theDrawsFollowFromTheSeed(ClonedLanguages student, Seed seed) {
        corpora(student, seed).compareValues();
    }

    private static GeneratedInputs.Comparing corpora(ClonedLanguages student, Seed seed) {
        return GeneratedInputs.of(student, new ClonedLanguagesSolution.Answers(), seed)
                .method("cloneCorpus", random -> {
                    var vocabSize = 1 + random.nextInt(4);
                    var corpus = new int[1 + random.nextInt(6)][];
                    Arrays.setAll(corpus, i -> random.ints(random.nextInt(4), 0, vocabSize)
                            .toArray());
                    return new Object[] {corpus, vocabSize, random.nextInt(5) / 4.0, random.nextLong()};
                })
                .where(arguments -> (int) arguments[1] <= LARGEST_VOCABULARY);
    }

    @Test
    @Question("a")
    @DisplayName("a draw equal to the probability")
    @Rejects("a-at-most")
    void aDrawEqualToTheProbabilityDoesNotClone(ClonedLanguages student, Seed seed) {
        var draws = seed.random().nextLong();
        var draw = new Random(draws).nextDouble();
        Answers.assertEqual(
                "one sequence, whose draw is the probability",
                student.cloneCorpus(new int[][] {{0, 1}}, 2, draw, draws),
                new int[][] {{0, 1}});
    }

    @Test
    @Question("a")
    @Validation
    @DisplayName("bad input")
    @Rejects({"a-no-validation", "a-accepts-nan", "a-accepts-v"})
    void refusesBadCorpora(ClonedLanguages student, Seed seed) {
        var fine = new int[][] {{0, 1}, {}};
        Answers.assertRefuses("no words", () -> student.cloneCorpus(new int[0][], 0, 0.5, 1));
        Answers.assertRefuses("a probability of -0.1", () -> student.cloneCorpus(fine, 2, -0.1, 1));
        Answers.assertRefuses("a probability of 1.1", () -> student.cloneCorpus(fine, 2, 1.1, 1));
        Answers.assertRefuses("a probability that is NaN", () -> student.cloneCorpus(fine, 2, Double.NaN, 1));
        Answers.assertRefuses("word 1 of 1 word", () -> student.cloneCorpus(fine, 1, 0.5, 1));
        Answers.assertRefuses("word -1", () -> student.cloneCorpus(new int[][] {{0}, {-1}}, 2, 0, 1));
        corpora(student, seed).compareRefusals();
    }

    @Test
    @Question("b")
    @Points(2)
    @DisplayName("random curves")
    @Rejects({
        "b-no-running-minimum",
        "b-sorted-losses",
        "b-last-crossing",
        "b-linear-in-tokens",
        "b-all-tokens",
        "b-turned-share",
        "b-extrapolates"
    })
    void aNoisyCurveIsReadByItsRunningMinimum(ClonedLanguages student, Seed seed) {
        curves(student, seed).compareValues();
    }

    private static GeneratedInputs.Comparing curves(ClonedLanguages student, Seed seed) {
        return GeneratedInputs.of(student, new ClonedLanguagesSolution.Answers(), seed)
                .method("tokenEfficiency", random -> {
                    var points = 2 + random.nextInt(4);
                    var tokens = random.doubles(points, 1, 4).toArray();
                    Arrays.parallelPrefix(tokens, Double::sum);
                    // Losses that fall, with noise: few values, so that parts are flat.
                    var loss = new double[points];
                    Arrays.setAll(loss, k -> 3 - k / 2.0 + random.nextInt(4) / 2.0);
                    return new Object[] {tokens, loss, 1 + random.nextInt(14) / 4.0, random.nextDouble(0.5, 3)};
                });
    }

    @Test
    @Question("b")
    @DisplayName("a curve with a flat part")
    @Rejects({"b-flat-late", "b-flat-nan"})
    void aFlatPartCountsWhereItBegins(ClonedLanguages student, Seed seed) {
        var flat = seed.random().nextDouble(1.2, 1.8);
        var tokens = new double[] {10, 20, 40, 80, 160};
        var losses = new double[] {2, flat, flat, flat, 1};
        Answers.assertClose("the flat loss", student.tokenEfficiency(tokens, losses, flat, 20), 1, 1e-9);
        Answers.assertClose(
                "half-way to the point above",
                student.tokenEfficiency(tokens, losses, (2 + flat) / 2, 20),
                Math.sqrt(10 * 20) / 20,
                1e-9);
        Answers.assertClose(
                "half-way to the point below",
                student.tokenEfficiency(tokens, losses, (1 + flat) / 2, 20),
                Math.sqrt(80 * 160) / 20,
                1e-9);
    }

    @Test
    @Question("b")
    @Validation
    @DisplayName("bad input")
    @Rejects({"b-no-validation", "b-accepts-nan"})
    void refusesBadCurves(ClonedLanguages student, Seed seed) {
        var tokens = new double[] {1, 2};
        var losses = new double[] {2, 1};
        Answers.assertRefuses(
                "three tokens and two losses", () -> student.tokenEfficiency(new double[] {1, 2, 3}, losses, 1, 1));
        Answers.assertRefuses(
                "a single point", () -> student.tokenEfficiency(new double[] {1}, new double[] {1}, 1, 1));
        Answers.assertRefuses(
                "a first point after 0 tokens", () -> student.tokenEfficiency(new double[] {0, 2}, losses, 1, 1));
        Answers.assertRefuses("tokens that fall", () -> student.tokenEfficiency(new double[] {2, 1}, losses, 1, 1));
        Answers.assertRefuses("0 tokens seen", () -> student.tokenEfficiency(tokens, losses, 1, 0));
        Answers.assertRefuses("NaN tokens seen", () -> student.tokenEfficiency(tokens, losses, 1, Double.NaN));
        Answers.assertRefuses("a loss that is NaN", () -> student.tokenEfficiency(tokens, losses, Double.NaN, 1));
        Answers.assertRefuses(
                "a point whose loss is NaN", () -> student.tokenEfficiency(tokens, new double[] {Double.NaN, 1}, 1, 1));
        Answers.assertRefuses(
                "a point after infinitely many tokens",
                () -> student.tokenEfficiency(new double[] {1, Double.POSITIVE_INFINITY}, losses, 1, 1));
        curves(student, seed).compareRefusals();
    }

    @Test
    @Question("c")
    @Points(2)
    @DisplayName("random states")
    @Rejects({
        "c-no-centring",
        "c-one-mean",
        "c-cosine-of-means",
        "c-dot-product",
        "c-one-norm",
        "c-flattened",
        "c-mean-over-layers",
        "c-adds-layers-up",
        "c-nan-for-zero",
        "c-leaves-zero-out"
    })
    void cosinesOfCentredStates(ClonedLanguages student, Seed seed) {
        layers(student, seed).compareValues();
    }

    private static GeneratedInputs.Comparing layers(ClonedLanguages student, Seed seed) {
        return GeneratedInputs.of(student, new ClonedLanguagesSolution.Answers(), seed)
                .method("centredCosineByLayer", random -> {
                    var layers = 1 + random.nextInt(2);
                    var a = new double[layers][][];
                    var b = new double[layers][][];
                    for (var layer = 0; layer < layers; layer++) {
                        var tokens = 1 + random.nextInt(4);
                        var dimensions = 1 + random.nextInt(3);
                        a[layer] = states(random, tokens, dimensions);
                        b[layer] = states(random, tokens, dimensions);
                    }
                    return new Object[] {a, b};
                })
                // Of states so long that rounding decides, and of those that are no numbers, the text says nothing.
                .where(arguments -> Arrays.stream(arguments)
                        .flatMap(states -> Arrays.stream((double[][][]) states))
                        .flatMap(Arrays::stream)
                        .flatMapToDouble(Arrays::stream)
                        .allMatch(x -> Math.abs(x) < 1e10));
    }

    /** Halves, so that some states are exactly the mean. */
    private static double[][] states(Random random, int tokens, int dimensions) {
        var states = new double[tokens][];
        Arrays.setAll(
                states,
                t -> random.ints(dimensions, -2, 5).mapToDouble(i -> i / 2.0).toArray());
        return states;
    }

    @Test
    @Question("c")
    @DisplayName("states equal to their mean")
    @Rejects({"c-nan-for-zero", "c-leaves-zero-out", "c-exact-zero"})
    void aZeroVectorCountsAsZero(ClonedLanguages student) {
        var a = new double[][][] {{{1, 0}, {3, 0}, {2, 0}, {2, 0}}, {{5, 5}}, {{1 + 1e-12}, {1}}};
        var b = new double[][][] {{{0, 2}, {2, 2}, {1, 2}, {1, 2}}, {{1, 2}}, {{2}, {1}}};
        Answers.assertClose(
                "two of four tokens, a layer with one token, and a layer that is centred but for rounding",
                student.centredCosineByLayer(a, b),
                new double[] {0.5, 0, 0},
                1e-12);
    }

    @Test
    @Question("c")
    @Validation
    @DisplayName("bad input")
    @Rejects("c-no-validation")
    void refusesDifferentShapes(ClonedLanguages student, Seed seed) {
        Answers.assertRefuses(
                "2 layers and 1", () -> student.centredCosineByLayer(new double[2][3][4], new double[1][3][4]));
        Answers.assertRefuses(
                "3 tokens and 2", () -> student.centredCosineByLayer(new double[1][3][4], new double[1][2][4]));
        Answers.assertRefuses(
                "4 dimensions and 5", () -> student.centredCosineByLayer(new double[1][3][4], new double[1][3][5]));
        Answers.assertRefuses(
                "a layer without tokens", () -> student.centredCosineByLayer(new double[1][0][], new double[1][0][]));
        layers(student, seed).compareRefusals();
    }

    @Test
    @Question("d")
    @Points(2)
    @DisplayName("intervals of random differences, and intervals that touch 0")
    @Rejects({
        "d-unpaired",
        "d-normal-quantile",
        "d-divides-by-n",
        "d-degrees-of-freedom",
        "d-standard-deviation",
        "d-one-sided",
        "d-swapped-difference",
        "d-never-less",
        "d-never-undecided",
        "d-sign-of-mean",
        "d-touching"
    })
    void givesStudentsIntervalOfTheDifferences(ClonedLanguages student, Seed seed) {
        pairs(student, seed).compareValues();
    }

    private static GeneratedInputs.Comparing pairs(ClonedLanguages student, Seed seed) {
        return GeneratedInputs.of(student, new ClonedLanguagesSolution.Answers(), seed)
                .method("judge", random -> {
                    var seeds = 2 + random.nextInt(4);
                    var fifty =
                            random.ints(seeds, 0, 4).mapToDouble(i -> i / 4.0).toArray();
                    // Pairs differ by about the same, or by nothing, though seeds differ much.
                    var by = random.nextInt(3) - 1;
                    var ninety = Arrays.stream(fifty)
                            .map(x -> x + by + random.nextInt(2) * random.nextInt(3) / 8.0)
                            .toArray();
                    return new Object[] {fifty, ninety};
                });
    }

    @Test
    @Question("d")
    @Validation
    @DisplayName("bad input")
    @Rejects({"d-no-validation", "d-accepts-nan"})
    void refusesBadMeasurements(ClonedLanguages student, Seed seed) {
        var two = new double[] {0.1, 0.2};
        Answers.assertRefuses("no seeds", () -> student.judge(new double[0], new double[0]));
        Answers.assertRefuses("one seed", () -> student.judge(new double[1], new double[1]));
        Answers.assertRefuses("2 seeds and 3", () -> student.judge(two, new double[3]));
        Answers.assertRefuses("3 seeds and 2", () -> student.judge(new double[3], two));
        Answers.assertRefuses("a measurement that is NaN", () -> student.judge(two, new double[] {0.1, Double.NaN}));
        pairs(student, seed).compareRefusals();
    }

    @Test
    @Question("e")
    @Points(5)
    @DisplayName("the choice of a control")
    @Rejects({"e-raw-cosine", "e-new-sentences", "e-balanced-model", "e-other-seed"})
    void theControlTellsTheReasonsApart(ClonedLanguages student) {
        Answers.assertEqual("the control", student.control(), Control.OTHER_SENTENCE);
    }

    @Test
    @Question("g")
    @Points(5)
    @DisplayName("the name of the flaw")
    @Rejects({"g-tuned-on-test", "g-missing-control", "g-one-lucky-seed", "g-unequal-conditions", "g-dependent-runs"})
    void theFlawIsNamed(ClonedLanguages student) {
        Answers.assertEqual("the flaw", student.flaw(), Flaw.LEAK);
    }

    @Test
    @Question("g")
    @Points(2)
    @DisplayName("splits of random sentences")
    @Rejects({
        "g-each-alone",
        "g-same-ids",
        "g-neighbours",
        "g-swapped-sides",
        "g-draws-again",
        "g-bag-of-words",
        "g-at-most"
    })
    void whatSaysTheSameIsOnOneSide(ClonedLanguages student, Seed seed) {
        var random = seed.random();
        for (var repeat = 0; repeat < 20; repeat++) {
            var draws = random.nextLong();
            var own = new Random(draws);
            Answers.assertEqual(
                    "two sentences with the same words in another order",
                    student.heldOut(new int[][] {{0, 1}, {1, 0}}, 2, 0.5, draws),
                    new boolean[] {own.nextDouble() < 0.5, own.nextDouble() < 0.5});
        }
        var draws = random.nextLong();
        Answers.assertEqual(
                "a sentence whose draw is the share",
                student.heldOut(new int[][] {{0}}, 1, new Random(draws).nextDouble(), draws),
                new boolean[] {false});
        splits(student, seed).compareValues();
    }

    private static GeneratedInputs.Comparing splits(ClonedLanguages student, Seed seed) {
        return GeneratedInputs.of(student, new ClonedLanguagesSolution.Answers(), seed)
                .method("heldOut", random -> {
                    var words = 1 + random.nextInt(3);
                    var sentences = new int[1 + random.nextInt(6)][];
                    // Few words and short sentences: many say the same, some in another order.
                    Arrays.setAll(sentences, i -> random.ints(random.nextInt(3), 0, 2 * words)
                            .toArray());
                    return new Object[] {sentences, words, random.nextInt(5) / 4.0, random.nextLong()};
                })
                .where(arguments -> (int) arguments[1] <= LARGEST_VOCABULARY);
    }

    @Test
    @Question("g")
    @Validation
    @DisplayName("bad input")
    @Rejects("g-no-validation")
    void refusesBadSplits(ClonedLanguages student, Seed seed) {
        var sentences = new int[][] {{0, 3}};
        Answers.assertRefuses("no words", () -> student.heldOut(new int[0][], 0, 0.5, 1));
        Answers.assertRefuses("a share of -0.1", () -> student.heldOut(sentences, 2, -0.1, 1));
        Answers.assertRefuses("a share of 1.1", () -> student.heldOut(sentences, 2, 1.1, 1));
        Answers.assertRefuses("a share that is NaN", () -> student.heldOut(sentences, 2, Double.NaN, 1));
        Answers.assertRefuses("id 4 of 2 words and their clones", () -> student.heldOut(new int[][] {{4}}, 2, 0.5, 1));
        Answers.assertRefuses("id -1", () -> student.heldOut(new int[][] {{-1}}, 2, 0.5, 1));
        splits(student, seed).compareRefusals();
    }
}
