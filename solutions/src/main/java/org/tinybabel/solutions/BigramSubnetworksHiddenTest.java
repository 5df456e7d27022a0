package org.tinybabel.solutions;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tinybabel.exercises.BigramSubnetworks;
import org.tinybabel.exercises.BigramSubnetworks.Control;
import org.tinybabel.exercises.BigramSubnetworks.Gain;
import org.tinybabel.exercises.BigramSubnetworks.Reading;
import org.tinybabel.exercises.Flaw;
import org.tinybabel.grader.api.Answers;
import org.tinybabel.grader.api.GeneratedInputs;
import org.tinybabel.grader.api.Points;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Rejects;
import org.tinybabel.grader.api.Seed;
import org.tinybabel.grader.api.TestsOf;
import org.tinybabel.grader.api.Validation;
import org.tinybabel.lab.stats.Intervals;

/** The cases where typical answers to paper 01 go wrong. */
@TestsOf(BigramSubnetworks.class)
public final class BigramSubnetworksHiddenTest {

    @Test
    @Question("a")
    @Points(2)
    @DisplayName("pairs across sequences")
    @Rejects("a-counts-across-borders")
    void pairsAreCountedInsideSequencesOnly(BigramSubnetworks student) {
        var p = student.bigramProbabilities(new int[][] {{0, 1}, {2, 0}}, 3, 0);
        Answers.assertClose("the row of word 0", p[0], new double[] {0, 1, 0}, 1e-12);
        Answers.assertClose("the row of word 1", p[1], new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, 1e-12);
        Answers.assertClose("the row of word 2", p[2], new double[] {1, 0, 0}, 1e-12);
    }

    @Test
    @Question("a")
    @DisplayName("unseen words without smoothing")
    @Rejects("a-nan-for-unseen")
    void unseenRowIsUniform(BigramSubnetworks student) {
        var p = student.bigramProbabilities(new int[][] {{0, 0}}, 4, 0);
        Answers.assertClose("the row of word 0", p[0], new double[] {1, 0, 0, 0}, 1e-12);
        Answers.assertClose("the row of word 3", p[3], new double[] {0.25, 0.25, 0.25, 0.25}, 1e-12);
    }

    @Test
    @Question("a")
    @DisplayName("very short sequences")
    @Rejects("a-short-sequences")
    void sequencesShorterThanTwoHoldNoPair(BigramSubnetworks student) {
        var p = student.bigramProbabilities(new int[][] {{}, {1}, {0, 1}, {0}}, 2, 1);
        Answers.assertClose("the row of word 0", p[0], new double[] {1 / 3.0, 2 / 3.0}, 1e-12);
        Answers.assertClose("the row of word 1", p[1], new double[] {0.5, 0.5}, 1e-12);
    }

    @Test
    @Question("a")
    @DisplayName("a large vocabulary")
    @Rejects({"a-alpha-once", "a-joint-probability"})
    void rowsOfALargeVocabularySumToOne(BigramSubnetworks student, Seed seed) {
        var random = new Random(seed.value());
        var sequences = new int[40][];
        for (var i = 0; i < sequences.length; i++) {
            sequences[i] = random.ints(2 + random.nextInt(30), 0, 300).toArray();
        }
        var p = student.bigramProbabilities(sequences, 300, 0.05);
        for (var row : p) {
            Answers.assertClose("the sum of a row", Arrays.stream(row).sum(), 1, 1e-9);
        }
    }

    @Test
    @Question("a")
    @Validation
    @DisplayName("bad input")
    @Rejects({"a-no-validation", "a-accepts-nan"})
    void refusesBadInput(BigramSubnetworks student, Seed seed) {
        var pair = new int[][] {{0, 1}};
        Answers.assertRefuses("a vocabulary of 0 words", () -> student.bigramProbabilities(pair, 0, 1));
        Answers.assertRefuses("alpha = −0.1", () -> student.bigramProbabilities(pair, 2, -0.1));
        Answers.assertRefuses("alpha is NaN", () -> student.bigramProbabilities(pair, 2, Double.NaN));
        Answers.assertRefuses("token 2 of 2", () -> student.bigramProbabilities(new int[][] {{0, 2}}, 2, 1));
        Answers.assertRefuses("token −1", () -> student.bigramProbabilities(new int[][] {{-1}}, 2, 1));
        Answers.assertThrows("no corpus", NullPointerException.class, () -> student.bigramProbabilities(null, 2, 1));
        corpora(student, seed).compareRefusals();
    }

    @Test
    @Question("b")
    @Points(2)
    @DisplayName("agreement with finite differences")
    @Rejects({"b-penalty-not-divided", "b-no-beta", "b-straight-through", "b-no-weight", "b-penalty-sign"})
    void agreesWithFiniteDifferences(BigramSubnetworks student, Seed seed) {
        var random = new Random(seed.value());
        var n = 50;
        var w = random.doubles(n, -2, 2).toArray();
        var target = random.doubles(n, -2, 2).toArray();
        var s = random.doubles(n, -1.5, 1.5).toArray();
        var beta = 1.7;
        var lambda = 3.0;
        // Toy loss: CE(u) = ½ Σ (u − target)², with u = w·m, so that dCE/du = u − target.
        var g = new double[n];
        for (var j = 0; j < n; j++) {
            g[j] = w[j] * BigramSubnetworks.softMask(s[j], beta) - target[j];
        }
        var gradient = student.maskGradient(g, w, s, beta, lambda);
        var h = 1e-5;
        for (var j = 0; j < n; j++) {
            var up = toyLoss(w[j], target[j], s[j] + h, beta, lambda / n);
            var down = toyLoss(w[j], target[j], s[j] - h, beta, lambda / n);
            var difference = (up - down) / (2 * h);
            Answers.assertClose(
                    "the gradient of weight " + j + ", by finite differences",
                    gradient[j],
                    difference,
                    1e-5 * Math.max(1e-2, Math.abs(difference)));
        }
    }

    private static double toyLoss(double w, double target, double s, double beta, double penalty) {
        var m = BigramSubnetworks.softMask(s, beta);
        return 0.5 * (w * m - target) * (w * m - target) + penalty * m;
    }

    @Test
    @Question("b")
    @DisplayName("saturated masks")
    @Rejects("b-overflow")
    void saturatedMasksHaveNoGradient(BigramSubnetworks student) {
        var gradient = student.maskGradient(
                new double[] {1, -1, 1}, new double[] {1, 2, 3}, new double[] {1000, -1000, -800}, 1, 1);
        Answers.assertClose("the gradient", gradient, new double[] {0, 0, 0}, 1e-12);
    }

    @Test
    @Question("b")
    @DisplayName("the penalty alone")
    @Rejects({"b-penalty-not-divided", "b-penalty-sign"})
    void thePenaltyAlonePushesMasksDown(BigramSubnetworks student) {
        var gradient = student.maskGradient(new double[4], new double[] {1, -1, 5, 0}, new double[4], 1, 2);
        Answers.assertClose("the gradient", gradient, new double[] {0.125, 0.125, 0.125, 0.125}, 1e-12);
    }

    @Test
    @Question("b")
    @DisplayName("negative weights")
    @Rejects("b-absolute-weight")
    void aNegativeWeightTurnsTheSign(BigramSubnetworks student) {
        var gradient = student.maskGradient(new double[] {2, 2}, new double[] {-1, 1}, new double[2], 1, 0);
        Answers.assertClose("the gradient", gradient, new double[] {-0.5, 0.5}, 1e-12);
    }

    @Test
    @Question("b")
    @Validation
    @DisplayName("bad input")
    @Rejects("b-no-validation")
    void refusesBadMaskInput(BigramSubnetworks student, Seed seed) {
        var none = new double[0];
        var one = new double[] {1};
        Answers.assertRefuses("no weights", () -> student.maskGradient(none, none, none, 1, 1));
        Answers.assertRefuses("beta = 0", () -> student.maskGradient(one, one, one, 0, 1));
        Answers.assertRefuses("lambda = −1", () -> student.maskGradient(one, one, one, 1, -1));
        Answers.assertRefuses("one weight, two logits", () -> student.maskGradient(one, one, new double[2], 1, 1));
        weights(student, seed).compareRefusals();
    }

    @Test
    @Question("c")
    @Points(2)
    @DisplayName("blocks of very different density")
    @Rejects({"c-global-density", "c-average-of-blocks"})
    void expectsPlacementInsideBlocks(BigramSubnetworks student) {
        var dense = mask(10, 9);
        var sparse = mask(1000, 10);
        var overlap = student.maskOverlap(blocks(dense, sparse), blocks(dense, sparse));
        // (9·9/10 + 10·10/1000) / 19; with one density for all it would be 19/1010.
        Answers.assertClose("the expected overlap", overlap.expected(), (8.1 + 0.1) / 19, 1e-12);
        Answers.assertClose("the overlap of a mask with itself", overlap.observed(), 1, 1e-12);
        Answers.assertClose("the ratio", overlap.ratio(), 19 / 8.2, 1e-9);
    }

    @Test
    @Question("c")
    @DisplayName("which mask comes first")
    @Rejects({"c-jaccard", "c-divides-by-b"})
    void isAShareOfTheFirstMask(BigramSubnetworks student) {
        var small = Map.of("mlp0", mask(8, 2));
        var large = Map.of("mlp0", mask(8, 6));
        var share = student.maskOverlap(small, large).observed();
        Answers.assertClose("of the small mask, the share inside the large one", share, 1, 1e-12);
        share = student.maskOverlap(large, small).observed();
        Answers.assertClose("of the large mask, the share inside the small one", share, 1 / 3.0, 1e-12);
    }

    @Test
    @Question("c")
    @DisplayName("disjoint and empty masks")
    @Rejects("c-ratio-of-nothing")
    void disjointAndEmptyMasks(BigramSubnetworks student) {
        var left = Map.of("mlp0", new boolean[] {true, false}, "att0", new boolean[0]);
        var right = Map.of("mlp0", new boolean[] {false, true}, "att0", new boolean[0]);
        Answers.assertClose(
                "the overlap of disjoint masks",
                student.maskOverlap(left, right).observed(),
                0,
                1e-12);
        var nothing = Map.of("mlp0", new boolean[2], "att0", new boolean[0]);
        var overlap = student.maskOverlap(left, nothing);
        Answers.assertClose("the expected overlap with an empty mask", overlap.expected(), 0, 1e-12);
        Answers.assertEqual("the ratio where nothing is expected", overlap.ratio(), Double.NaN);
    }

    @Test
    @Question("c")
    @Validation
    @DisplayName("bad input")
    @Rejects("c-no-validation")
    void refusesDifferentBlocks(BigramSubnetworks student, Seed seed) {
        var two = Map.of("mlp0", mask(2, 1));
        var named = Map.of("mlp1", mask(2, 1));
        var longer = Map.of("mlp0", mask(3, 1));
        var more = blocks(mask(2, 1), mask(2, 1));
        Answers.assertRefuses("blocks of other names", () -> student.maskOverlap(two, named));
        Answers.assertRefuses("blocks of other lengths", () -> student.maskOverlap(two, longer));
        Answers.assertRefuses("one block and two blocks", () -> student.maskOverlap(two, more));
        masks(student, seed).compareRefusals();
    }

    private static boolean[] mask(int size, int kept) {
        var mask = new boolean[size];
        Arrays.fill(mask, 0, kept, true);
        return mask;
    }

    private static Map<String, boolean[]> blocks(boolean[] first, boolean[] second) {
        var blocks = new LinkedHashMap<String, boolean[]>();
        blocks.put("mlp0", first);
        blocks.put("att0", second);
        return blocks;
    }

    @Test
    @Question("d")
    @Points(3)
    @DisplayName("the choice of a control")
    @Rejects({"d-random-mask", "d-second-pruning", "d-other-model", "d-other-share"})
    void theControlTellsTheReasonsApart(BigramSubnetworks student) {
        Answers.assertEqual("the control", student.control(), Control.OTHER_TARGET);
    }

    @Test
    @Question("e")
    @Points(2)
    @DisplayName("random seeds and the edges of an interval")
    @Rejects({
        "e-mean-only",
        "e-wrong-bound",
        "e-upper-end",
        "e-two-answers",
        "e-overlap",
        "e-one-sided",
        "e-touching",
        "e-one-seed"
    })
    void readsIntervalsOfPairedSeeds(BigramSubnetworks student, Seed seed) {
        var random = seed.random();
        for (var repeat = 0; repeat < 60; repeat++) {
            // Seeds differ much, the ratios of a seed little.
            var trained = random.doubles(3 + repeat % 4, 0.02, 0.2).toArray();
            var untrained = Arrays.stream(trained)
                    .map(share -> share * random.nextDouble(2, 4))
                    .toArray();
            var interval = Intervals.t(ratios(trained, untrained));
            var half = interval.high() - interval.mean();
            var factor = Math.max(0.1, interval.mean() + (repeat % 7 - 3) * 0.45 * half);
            var reading = interval.above(factor).holds()
                    ? Reading.HOLDS
                    : interval.below(factor).holds() ? Reading.FAILS : Reading.OPEN;
            Answers.assertEqual((3 + repeat % 4) + " seeds", student.readPrice(trained, untrained, factor), reading);
        }
        touches(student);
        prices(student, seed).compareValues();
    }

    private static double[] ratios(double[] trained, double[] untrained) {
        var ratios = new double[trained.length];
        Arrays.setAll(ratios, i -> untrained[i] / trained[i]);
        return ratios;
    }

    private static void touches(BigramSubnetworks student) {
        var trained = new double[] {0.125, 0.0625};
        var twice = new double[] {0.25, 0.125};
        Answers.assertEqual(
                "twice as many with each seed, more than 2", student.readPrice(trained, twice, 2), Reading.OPEN);
        Answers.assertEqual(
                "twice as many with each seed, more than 1.99", student.readPrice(trained, twice, 1.99), Reading.HOLDS);
        Answers.assertEqual(
                "twice as many with each seed, more than 2.01", student.readPrice(trained, twice, 2.01), Reading.FAILS);
        Answers.assertEqual("one seed", student.readPrice(new double[] {0.1}, new double[] {0.9}, 2), Reading.OPEN);
    }

    @Test
    @Question("e")
    @Validation
    @DisplayName("bad input")
    @Rejects("e-no-validation")
    void refusesBadPrices(BigramSubnetworks student, Seed seed) {
        var none = new double[0];
        var one = new double[] {0.1};
        var two = new double[] {0.1, 0.2};
        Answers.assertRefuses("no seeds", () -> student.readPrice(none, none, 2));
        Answers.assertRefuses("one seed and two", () -> student.readPrice(one, two, 2));
        Answers.assertRefuses("two seeds and one", () -> student.readPrice(two, one, 2));
        Answers.assertRefuses("factor 0", () -> student.readPrice(two, two, 0));
        Answers.assertRefuses("a factor that is NaN", () -> student.readPrice(two, two, Double.NaN));
        Answers.assertRefuses(
                "one seed and an infinite factor", () -> student.readPrice(one, one, Double.POSITIVE_INFINITY));
        Answers.assertRefuses("shares of 0", () -> student.readPrice(new double[2], two, 2));
        Answers.assertRefuses("a share of 1.1", () -> student.readPrice(two, new double[] {0.1, 1.1}, 2));
        Answers.assertRefuses("a share that is NaN", () -> student.readPrice(two, new double[] {0.1, Double.NaN}, 2));
        prices(student, seed).compareRefusals();
    }

    @Test
    @Question("f")
    @Points(2)
    @DisplayName("the name of the flaw")
    @Rejects({"f-leak", "f-tuned-on-test", "f-missing-control", "f-unequal-conditions", "f-dependent-runs"})
    void theFlawIsNamed(BigramSubnetworks student) {
        Answers.assertEqual("the flaw", student.flaw(), Flaw.ONE_LUCKY_SEED);
    }

    @Test
    @Question("f")
    @DisplayName("gains of random seeds")
    @Rejects({"f-best-seed", "f-no-control", "f-unpaired", "f-only-successes", "f-sorted"})
    void theGainIsThatOfAllSeeds(BigramSubnetworks student, Seed seed) {
        var random = seed.random();
        for (var seeds = 2; seeds <= 20; seeds++) {
            var found = random.doubles(seeds, 0, 1).toArray();
            var control = random.doubles(seeds, 0, 1).toArray();
            var differences = new double[seeds];
            Arrays.setAll(differences, i -> found[i] - control[i]);
            var interval = Intervals.t(differences);
            Answers.assertClose(
                    seeds + " seeds",
                    student.gainOverControl(found, control),
                    new Gain(interval.mean(), interval.low(), interval.high()),
                    1e-9);
        }
        scores(student, seed).compareValues();
    }

    @Test
    @Question("f")
    @Validation
    @DisplayName("bad input")
    @Rejects("f-no-validation")
    void refusesBadScores(BigramSubnetworks student, Seed seed) {
        var one = new double[1];
        var two = new double[] {0.1, 0.2};
        var three = new double[3];
        Answers.assertRefuses("one seed", () -> student.gainOverControl(one, one));
        Answers.assertRefuses("two seeds and three", () -> student.gainOverControl(two, three));
        Answers.assertRefuses("three seeds and two", () -> student.gainOverControl(three, two));
        Answers.assertRefuses(
                "a score that is NaN", () -> student.gainOverControl(two, new double[] {0.1, Double.NaN}));
        scores(student, seed).compareRefusals();
    }

    @Test
    @Question("a")
    @DisplayName("generated corpora")
    @Rejects({"a-no-smoothing", "a-nan-for-unseen"})
    void generatedCorpora(BigramSubnetworks student, Seed seed) {
        corpora(student, seed).compareValues();
    }

    private static GeneratedInputs.Comparing corpora(BigramSubnetworks student, Seed seed) {
        return GeneratedInputs.of(student, new BigramSubnetworksSolution.Answers(), seed)
                .method("bigramProbabilities", random -> {
                    var v = 1 + random.nextInt(6);
                    var sequences = new int[random.nextInt(4)][];
                    Arrays.setAll(
                            sequences, i -> random.ints(random.nextInt(6), 0, v).toArray());
                    return new Object[] {sequences, v, random.nextInt(3) * 0.5};
                })
                .mayThrow(NullPointerException.class)
                // The size of a table: a huge one needs more memory than there is.
                .where(arguments -> (int) arguments[1] <= 17);
    }

    @Test
    @Question("b")
    @DisplayName("generated weights")
    @Rejects({"b-overflow", "b-penalty-sign"})
    void generatedWeights(BigramSubnetworks student, Seed seed) {
        weights(student, seed).compareValues();
    }

    private static GeneratedInputs.Comparing weights(BigramSubnetworks student, Seed seed) {
        return GeneratedInputs.of(student, new BigramSubnetworksSolution.Answers(), seed)
                .method("maskGradient", random -> {
                    var n = 1 + random.nextInt(4);
                    return new Object[] {
                        random.doubles(n, -3, 3).toArray(),
                        random.doubles(n, -2, 2).toArray(),
                        random.doubles(n, -2, 2).toArray(),
                        0.1 + 3 * random.nextDouble(),
                        random.nextInt(3) * random.nextDouble()
                    };
                });
    }

    @Test
    @Question("c")
    @DisplayName("generated masks")
    @Rejects({"c-ratio-of-nothing", "c-jaccard"})
    void generatedMasks(BigramSubnetworks student, Seed seed) {
        masks(student, seed).compareValues();
    }

    private static GeneratedInputs.Comparing masks(BigramSubnetworks student, Seed seed) {
        return GeneratedInputs.of(student, new BigramSubnetworksSolution.Answers(), seed)
                .method("maskOverlap", random -> {
                    var a = new TreeMap<String, boolean[]>();
                    var b = new LinkedHashMap<String, boolean[]>();
                    for (var block = 1 + random.nextInt(3); block > 0; block--) {
                        var size = random.nextInt(6);
                        a.put("mlp" + block, mask(random, size));
                        b.put("mlp" + block, mask(random, size));
                    }
                    return new Object[] {a, b};
                });
    }

    private static boolean[] mask(Random random, int size) {
        var mask = new boolean[size];
        for (var i = 0; i < size; i++) {
            mask[i] = random.nextBoolean();
        }
        return mask;
    }

    private static GeneratedInputs.Comparing prices(BigramSubnetworks student, Seed seed) {
        return GeneratedInputs.of(student, new BigramSubnetworksSolution.Answers(), seed)
                .method("readPrice", random -> {
                    var n = 1 + random.nextInt(4);
                    return new Object[] {
                        random.doubles(n, 0.05, 0.2).toArray(),
                        random.doubles(n, 0.2, 1).toArray(),
                        1.0 + random.nextInt(8)
                    };
                });
    }

    private static GeneratedInputs.Comparing scores(BigramSubnetworks student, Seed seed) {
        return GeneratedInputs.of(student, new BigramSubnetworksSolution.Answers(), seed)
                .method("gainOverControl", random -> {
                    var n = 2 + random.nextInt(4);
                    return new Object[] {
                        random.doubles(n).toArray(), random.doubles(n).toArray()
                    };
                });
    }
}
