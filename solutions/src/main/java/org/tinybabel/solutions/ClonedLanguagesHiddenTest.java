package org.tinybabel.solutions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tinybabel.exercises.ClonedLanguages;
import org.tinybabel.exercises.ClonedLanguages.Control;
import org.tinybabel.exercises.ClonedLanguages.Direction;
import org.tinybabel.exercises.ClonedLanguages.Judgement;
import org.tinybabel.exercises.Flaw;
import org.tinybabel.grader.api.Answers;
import org.tinybabel.grader.api.Points;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Rejects;
import org.tinybabel.grader.api.Seed;
import org.tinybabel.grader.api.TestsOf;
import org.tinybabel.lab.stats.Intervals;

/** The cases where typical answers to paper 02 go wrong. */
@TestsOf(ClonedLanguages.class)
public final class ClonedLanguagesHiddenTest {

    private static final int V = 7;

    @Test
    @Question("a")
    @DisplayName("whole sequences")
    @Rejects("a-clones-words")
    void aSequenceIsClonedAsAWhole(ClonedLanguages student, Seed seed) {
        var corpus = corpus(seed.random(), 100, 6, 12);
        var mixed = student.cloneCorpus(corpus, V, 0.5, seed.value());
        for (var sequence : mixed) {
            assertThat(Arrays.stream(sequence).filter(id -> id >= V).count())
                    .as("cloned words of a sequence of %s", sequence.length)
                    .isIn(0L, (long) sequence.length);
        }
    }

    @Test
    @Question("a")
    @Points(2)
    @DisplayName("the draws of a seed")
    @Rejects({"a-clones-words", "a-one-draw", "a-same-draw-each-time", "a-ignores-seed", "a-swapped-languages"})
    void theDrawsFollowFromTheSeed(ClonedLanguages student, Seed seed) {
        var random = seed.random();
        var corpus = corpus(random, 200, 1, 5);
        for (var p : new double[] {0.1, 0.5, 0.8}) {
            var draws = random.nextLong();
            Answers.assertEqual(
                    "a tenth, half and four fifths cloned",
                    student.cloneCorpus(corpus, V, p, draws),
                    mixed(corpus, p, draws));
        }
    }

    @Test
    @Question("a")
    @DisplayName("empty sequences")
    @Rejects("a-no-draw-for-empty")
    void emptySequencesTakeADraw(ClonedLanguages student, Seed seed) {
        var random = seed.random();
        var corpus = corpus(random, 100, 0, 2);
        var draws = random.nextLong();
        Answers.assertEqual("half cloned", student.cloneCorpus(corpus, V, 0.5, draws), mixed(corpus, 0.5, draws));
        assertThat(student.cloneCorpus(new int[0][], V, 0.5, draws)).isEmpty();
    }

    @Test
    @Question("a")
    @DisplayName("a draw equal to the probability")
    @Rejects("a-at-most")
    void aDrawEqualToTheProbabilityDoesNotClone(ClonedLanguages student, Seed seed) {
        var draw = new Random(seed.value()).nextDouble();
        Answers.assertEqual(
                "one sequence", student.cloneCorpus(new int[][] {{0, 1}}, V, draw, seed.value()), new int[][] {{0, 1}});
    }

    @Test
    @Question("a")
    @DisplayName("bad input")
    @Rejects({"a-no-validation", "a-accepts-nan", "a-accepts-v"})
    void refusesBadCorpora(ClonedLanguages student) {
        var fine = new int[][] {{0, 1}, {}};
        assertThatIllegalArgumentException().isThrownBy(() -> student.cloneCorpus(new int[0][], 0, 0.5, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> student.cloneCorpus(fine, 2, -0.1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> student.cloneCorpus(fine, 2, 1.1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> student.cloneCorpus(fine, 2, Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> student.cloneCorpus(fine, 1, 0.5, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> student.cloneCorpus(new int[][] {{0}, {-1}}, 2, 0, 1));
    }

    private static int[][] corpus(RandomGenerator random, int sequences, int shortest, int longest) {
        var corpus = new int[sequences][];
        for (var i = 0; i < sequences; i++) {
            corpus[i] = random.ints(random.nextInt(shortest, longest + 1), 0, V).toArray();
        }
        return corpus;
    }

    private static int[][] mixed(int[][] corpus, double p, long seed) {
        var random = new Random(seed);
        return Arrays.stream(corpus)
                .map(sequence -> {
                    var shift = random.nextDouble() < p ? V : 0;
                    return Arrays.stream(sequence).map(id -> id + shift).toArray();
                })
                .toArray(int[][]::new);
    }

    @Test
    @Question("b")
    @Points(2)
    @DisplayName("a noisy curve")
    @Rejects({"b-no-running-minimum", "b-sorted-losses", "b-last-crossing", "b-linear-in-tokens", "b-all-tokens"})
    void aNoisyCurveIsReadByItsRunningMinimum(ClonedLanguages student, Seed seed) {
        var random = seed.random();
        var tokens = new double[60];
        var losses = new double[60];
        for (var k = 0; k < tokens.length; k++) {
            tokens[k] = 1000 * Math.pow(1.1, k) * random.nextDouble(1, 1.05);
            losses[k] = 3 - k / 25.0 + random.nextDouble(-0.4, 0.4);
        }
        for (var repeat = 0; repeat < 40; repeat++) {
            var loss = random.nextDouble(0.5, 3.5);
            var seen = random.nextDouble(100, 10_000);
            var expected = equivalent(tokens, losses, loss) / seen;
            Answers.assertClose(
                    "the token efficiency of loss " + loss,
                    student.tokenEfficiency(tokens, losses, loss, seen),
                    expected,
                    1e-9 * expected);
        }
    }

    private static double equivalent(double[] tokens, double[] losses, double loss) {
        var best = losses[0];
        for (var k = 0; k < tokens.length; k++) {
            if (losses[k] <= loss) {
                return k == 0 ? tokens[0] : between(tokens, k, (best - loss) / (best - losses[k]));
            }
            best = Math.min(best, losses[k]);
        }
        return tokens[tokens.length - 1];
    }

    private static double between(double[] tokens, int k, double share) {
        return Math.pow(tokens[k - 1], 1 - share) * Math.pow(tokens[k], share);
    }

    @Test
    @Question("b")
    @DisplayName("a curve with a flat part")
    @Rejects({"b-flat-late", "b-flat-nan"})
    void aFlatPartCountsWhereItBegins(ClonedLanguages student, Seed seed) {
        var random = seed.random();
        var flat = random.nextDouble(1.2, 1.8);
        var tokens = new double[] {10, 20, 40, 80, 160};
        var losses = new double[] {2, flat, flat, flat, 1};
        Answers.assertClose("the flat loss", student.tokenEfficiency(tokens, losses, flat, 20), 1, 1e-9);
        Answers.assertClose(
                "a little above",
                student.tokenEfficiency(tokens, losses, (2 + flat) / 2, 20),
                Math.sqrt(10 * 20) / 20,
                1e-9);
        Answers.assertClose(
                "a little below",
                student.tokenEfficiency(tokens, losses, (1 + flat) / 2, 20),
                Math.sqrt(80 * 160) / 20,
                1e-9);
    }

    @Test
    @Question("b")
    @DisplayName("losses of the curve itself")
    @Rejects({"b-turned-share", "b-all-tokens"})
    void thePointsOfTheCurveGiveTheirOwnTokens(ClonedLanguages student, Seed seed) {
        var random = seed.random();
        var tokens = new double[10];
        var losses = new double[10];
        for (var k = 0; k < 10; k++) {
            tokens[k] = Math.pow(3, k) * random.nextDouble(1, 2);
            losses[k] = 10 - k - random.nextDouble(0.5);
        }
        for (var k = 0; k < 10; k++) {
            Answers.assertClose(
                    "the monolingual run itself",
                    student.tokenEfficiency(tokens, losses, losses[k], tokens[k]),
                    1,
                    1e-9);
        }
    }

    @Test
    @Question("b")
    @DisplayName("losses outside the curve")
    @Rejects("b-extrapolates")
    void lossesOutsideTheCurveGiveItsEnds(ClonedLanguages student) {
        var tokens = new double[] {100, 1000, 10_000};
        var losses = new double[] {3, 2, 1};
        Answers.assertClose("worse than ever", student.tokenEfficiency(tokens, losses, 3.5, 100), 1, 1e-9);
        Answers.assertClose("better than ever", student.tokenEfficiency(tokens, losses, 0.5, 10_000), 1, 1e-9);
    }

    @Test
    @Question("b")
    @DisplayName("bad input")
    @Rejects({"b-no-validation", "b-accepts-nan"})
    void refusesBadCurves(ClonedLanguages student) {
        var tokens = new double[] {1, 2};
        var losses = new double[] {2, 1};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.tokenEfficiency(new double[] {1, 2, 3}, losses, 1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.tokenEfficiency(new double[] {1}, new double[] {1}, 1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.tokenEfficiency(new double[] {0, 2}, losses, 1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.tokenEfficiency(new double[] {2, 1}, losses, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> student.tokenEfficiency(tokens, losses, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> student.tokenEfficiency(tokens, losses, 1, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> student.tokenEfficiency(tokens, losses, Double.NaN, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.tokenEfficiency(tokens, new double[] {Double.NaN, 1}, 1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.tokenEfficiency(new double[] {1, Double.POSITIVE_INFINITY}, losses, 1, 1));
    }

    @Test
    @Question("c")
    @Points(2)
    @DisplayName("a common offset")
    @Rejects({"c-no-centring", "c-one-mean", "c-cosine-of-means"})
    void aCommonOffsetDoesNotMatter(ClonedLanguages student, Seed seed) {
        var random = seed.random();
        var a = states(random, 3, 20, 8);
        var b = states(random, 3, 20, 8);
        var cosines = student.centredCosineByLayer(a, b);
        for (var shifted : student.centredCosineByLayer(scaled(a, 1, 100), scaled(b, 1, -50))) {
            assertThat(shifted).as("two unrelated clouds of points").isBetween(-0.6, 0.6);
        }
        Answers.assertClose(
                "100 added to the states of one language",
                student.centredCosineByLayer(scaled(a, 1, 100), b),
                cosines,
                1e-9);
    }

    @Test
    @Question("c")
    @DisplayName("identical and opposite states")
    @Rejects({"c-dot-product", "c-one-norm"})
    void identicalAndOppositeStates(ClonedLanguages student, Seed seed) {
        var a = states(seed.random(), 2, 9, 5);
        Answers.assertClose(
                "states 3 times as long", student.centredCosineByLayer(a, scaled(a, 3, 1)), new double[] {1, 1}, 1e-9);
        Answers.assertClose(
                "opposite states", student.centredCosineByLayer(a, scaled(a, -2, 4)), new double[] {-1, -1}, 1e-9);
    }

    @Test
    @Question("c")
    @DisplayName("tokens in another order")
    @Rejects({"c-flattened", "c-cosine-of-means"})
    void theOrderOfTheTokensMatters(ClonedLanguages student, Seed seed) {
        var a = states(seed.random(), 1, 12, 6);
        var turned = new double[][][] {a[0].clone()};
        for (var t = 0; t < 12; t++) {
            turned[0][t] = a[0][(t + 1) % 12];
        }
        Answers.assertClose(
                "every token against its neighbour",
                student.centredCosineByLayer(a, turned),
                new double[] {meanCosine(a[0], turned[0])},
                1e-9);
    }

    @Test
    @Question("c")
    @DisplayName("layers of their own")
    @Rejects({"c-mean-over-layers", "c-adds-layers-up"})
    void layersAreSeparate(ClonedLanguages student, Seed seed) {
        var random = seed.random();
        var a = new double[][][] {states(random, 1, 4, 3)[0], states(random, 1, 30, 2)[0], states(random, 1, 7, 9)[0]};
        var b = new double[][][] {states(random, 1, 4, 3)[0], states(random, 1, 30, 2)[0], states(random, 1, 7, 9)[0]};
        var expected = new double[] {meanCosine(a[0], b[0]), meanCosine(a[1], b[1]), meanCosine(a[2], b[2])};
        Answers.assertClose("three layers", student.centredCosineByLayer(a, b), expected, 1e-9);
    }

    @Test
    @Question("c")
    @DisplayName("states equal to their mean")
    @Rejects({"c-nan-for-zero", "c-leaves-zero-out"})
    void aZeroVectorCountsAsZero(ClonedLanguages student) {
        var a = new double[][][] {{{1, 0}, {3, 0}, {2, 0}, {2, 0}}, {{5, 5}}};
        var b = new double[][][] {{{0, 2}, {2, 2}, {1, 2}, {1, 2}}, {{1, 2}}};
        Answers.assertClose(
                "two of four tokens of layer 0, and a layer with one token",
                student.centredCosineByLayer(a, b),
                new double[] {0.5, 0},
                1e-12);
    }

    @Test
    @Question("c")
    @DisplayName("bad input")
    @Rejects("c-no-validation")
    void refusesDifferentShapes(ClonedLanguages student) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.centredCosineByLayer(new double[2][3][4], new double[1][3][4]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.centredCosineByLayer(new double[1][3][4], new double[1][2][4]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.centredCosineByLayer(new double[1][3][4], new double[1][3][5]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.centredCosineByLayer(new double[1][0][], new double[1][0][]));
    }

    private static double[][][] states(RandomGenerator random, int layers, int tokens, int dimensions) {
        var states = new double[layers][tokens][dimensions];
        for (var layer : states) {
            for (var token : layer) {
                Arrays.setAll(token, i -> random.nextGaussian());
            }
        }
        return states;
    }

    private static double[][][] scaled(double[][][] states, double factor, double offset) {
        return Arrays.stream(states)
                .map(layer -> Arrays.stream(layer)
                        .map(token -> Arrays.stream(token)
                                .map(x -> factor * x + offset)
                                .toArray())
                        .toArray(double[][]::new))
                .toArray(double[][][]::new);
    }

    private static double meanCosine(double[][] a, double[][] b) {
        var sum = 0.0;
        for (var t = 0; t < a.length; t++) {
            var x = centred(a, t);
            var y = centred(b, t);
            sum += dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y));
        }
        return sum / a.length;
    }

    private static double[] centred(double[][] states, int t) {
        var state = states[t].clone();
        for (var i = 0; i < state.length; i++) {
            var dimension = i;
            state[i] -= Arrays.stream(states)
                    .mapToDouble(other -> other[dimension])
                    .average()
                    .orElseThrow();
        }
        return state;
    }

    private static double dot(double[] x, double[] y) {
        var sum = 0.0;
        for (var i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    @Test
    @Question("d")
    @Points(2)
    @DisplayName("intervals of random differences")
    @Rejects({"d-unpaired", "d-normal-quantile", "d-divides-by-n", "d-degrees-of-freedom", "d-standard-deviation"})
    void givesStudentsIntervalOfTheDifferences(ClonedLanguages student, Seed seed) {
        var random = seed.random();
        for (var n = 2; n <= 8; n++) {
            var fifty = random.doubles(n, -1, 1).toArray();
            var ninety = random.doubles(n, -1, 1).toArray();
            Answers.assertClose(n + " seeds", student.judge(fifty, ninety), judgement(fifty, ninety), 1e-9);
        }
    }

    private static Judgement judgement(double[] fifty, double[] ninety) {
        var differences = new double[fifty.length];
        Arrays.setAll(differences, i -> ninety[i] - fifty[i]);
        var interval = Intervals.t(differences);
        var direction = interval.above(0).holds()
                ? Direction.MORE_ALIGNED
                : interval.below(0).holds() ? Direction.LESS_ALIGNED : Direction.UNDECIDED;
        return new Judgement(interval.mean(), interval.low(), interval.high(), direction);
    }

    @Test
    @Question("d")
    @DisplayName("pairs that all differ by about the same")
    @Rejects({"d-unpaired", "d-never-less"})
    void pairsTakeOutWhatSeedsShare(ClonedLanguages student, Seed seed) {
        var random = seed.random();
        var fifty = random.doubles(5, -1, 1).toArray();
        var ninety =
                Arrays.stream(fifty).map(x -> x + random.nextDouble(0.1, 0.13)).toArray();
        assertThat(student.judge(fifty, ninety).direction())
                .as("seeds differ much, pairs by 0.10 to 0.13")
                .isEqualTo(Direction.MORE_ALIGNED);
        assertThat(student.judge(ninety, fifty).direction())
                .as("seeds differ much, pairs by −0.10 to −0.13")
                .isEqualTo(Direction.LESS_ALIGNED);
    }

    @Test
    @Question("d")
    @DisplayName("too few seeds to decide")
    @Rejects({"d-sign-of-mean", "d-normal-quantile", "d-never-undecided"})
    void threeSeedsThatDoNotDecide(ClonedLanguages student, Seed seed) {
        var random = seed.random();
        var fifty = random.doubles(3, 0, 0.5).toArray();
        var size = random.nextDouble(0.5, 2);
        // The mean is about 3 standard errors away from 0: beyond 1.96, within 4.30.
        var up = new double[] {fifty[0] + 0.13 * size, fifty[1] + 0.30 * size, fifty[2] + 0.47 * size};
        var down = new double[] {fifty[0] - 0.13 * size, fifty[1] - 0.30 * size, fifty[2] - 0.47 * size};
        assertThat(student.judge(fifty, up).direction())
                .as("three differences above 0 that scatter much")
                .isEqualTo(Direction.UNDECIDED);
        assertThat(student.judge(fifty, down).direction())
                .as("three differences below 0 that scatter much")
                .isEqualTo(Direction.UNDECIDED);
    }

    @Test
    @Question("d")
    @DisplayName("bad input")
    @Rejects({"d-no-validation", "d-accepts-nan"})
    void refusesBadMeasurements(ClonedLanguages student) {
        var two = new double[] {0.1, 0.2};
        assertThatIllegalArgumentException().isThrownBy(() -> student.judge(new double[0], new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> student.judge(new double[1], new double[1]));
        assertThatIllegalArgumentException().isThrownBy(() -> student.judge(two, new double[3]));
        assertThatIllegalArgumentException().isThrownBy(() -> student.judge(new double[3], two));
        assertThatIllegalArgumentException().isThrownBy(() -> student.judge(two, new double[] {0.1, Double.NaN}));
    }

    @Test
    @Question("e")
    @DisplayName("the choice of a control")
    @Rejects({"e-raw-cosine", "e-new-sentences", "e-balanced-model", "e-other-seed"})
    void theControlTellsTheReasonsApart(ClonedLanguages student) {
        assertThat(student.control()).isEqualTo(Control.OTHER_SENTENCE);
    }

    @Test
    @Question("g")
    @DisplayName("the name of the flaw")
    @Rejects({"g-tuned-on-test", "g-missing-control", "g-one-lucky-seed", "g-unequal-conditions", "g-dependent-runs"})
    void theFlawIsNamed(ClonedLanguages student) {
        assertThat(student.flaw()).isEqualTo(Flaw.LEAK);
    }

    @Test
    @Question("g")
    @DisplayName("splits of random sentences")
    @Rejects({
        "g-each-alone",
        "g-same-ids",
        "g-neighbours",
        "g-swapped-sides",
        "g-draws-again",
        "g-bag-of-words",
        "g-no-validation"
    })
    void whatSaysTheSameIsOnOneSide(ClonedLanguages student, Seed seed) {
        var random = seed.random();
        for (var repeat = 0; repeat < 30; repeat++) {
            var words = 2 + repeat % 3;
            var sentences = new int[40][];
            // Few words and short sentences: many say the same, some in another order.
            Arrays.setAll(
                    sentences, i -> random.ints(random.nextInt(4), 0, 2 * words).toArray());
            var share = random.nextDouble(0.2, 0.8);
            Answers.assertEqual(
                    "the split",
                    student.heldOut(sentences, words, share, repeat),
                    heldOut(sentences, words, share, repeat));
        }
        refusesBadSplits(student);
    }

    private static boolean[] heldOut(int[][] sentences, int words, double share, long seed) {
        var random = new Random(seed);
        var decided = new HashMap<List<Integer>, Boolean>();
        var heldOut = new boolean[sentences.length];
        for (var i = 0; i < sentences.length; i++) {
            var meaning = Arrays.stream(sentences[i]).mapToObj(id -> id % words).toList();
            heldOut[i] = decided.computeIfAbsent(meaning, first -> random.nextDouble() < share);
        }
        return heldOut;
    }

    private static void refusesBadSplits(ClonedLanguages student) {
        var sentences = new int[][] {{0, 3}};
        assertThatIllegalArgumentException().isThrownBy(() -> student.heldOut(sentences, 0, 0.5, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> student.heldOut(sentences, 2, -0.1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> student.heldOut(sentences, 2, 1.1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> student.heldOut(sentences, 2, Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> student.heldOut(new int[][] {{4}}, 2, 0.5, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> student.heldOut(new int[][] {{-1}}, 2, 0.5, 1));
    }
}
