package org.tinybabel.solutions;

import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tinybabel.exercises.Flaw;
import org.tinybabel.exercises.ScriptBarrier;
import org.tinybabel.exercises.ScriptBarrier.Control;
import org.tinybabel.grader.api.Answers;
import org.tinybabel.grader.api.GeneratedInputs;
import org.tinybabel.grader.api.Points;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Rejects;
import org.tinybabel.grader.api.Seed;
import org.tinybabel.grader.api.TestsOf;
import org.tinybabel.grader.api.Validation;

/** The cases where typical answers to paper 21 go wrong. */
@TestsOf(ScriptBarrier.class)
public final class ScriptBarrierHiddenTest {

    @Test
    @Question("a")
    @Points(2)
    @DisplayName("random names, with a mask and the token for the whole sentence")
    @Rejects({"a-in-place", "a-divides-by-length", "a-excludes-mask", "a-includes-cls"})
    void randomNames(ScriptBarrier student, Seed seed) {
        var hidden = new double[][][] {{{1}, {2}, {4}, {64}}, {{16}, {3}, {5}, {32}}};
        Answers.assertClose(
                "a mask in the first, a token for the sentence at the end of the first and at the start of the second",
                student.meanPool(hidden, new int[][] {{7, 1, 8, 2}, {2, 9, 1, 0}}),
                new double[][] {{7 / 3.0}, {4}},
                1e-12);
        names(student, seed).compareValues();
    }

    private static GeneratedInputs.Comparing names(ScriptBarrier student, Seed seed) {
        return GeneratedInputs.of(student, new ScriptBarrierSolution.Answers(), seed)
                .method("meanPool", random -> {
                    var positions = 1 + random.nextInt(4);
                    var dimensions = 1 + random.nextInt(2);
                    var ids = new int[1 + random.nextInt(3)][];
                    Arrays.setAll(ids, b -> random.ints(positions, 0, 5).toArray());
                    // Mostly a position that counts.
                    Arrays.stream(ids)
                            .forEach(name -> name[0] = random.nextInt(8) == 0 ? name[0] : 1 + 2 * random.nextInt(2));
                    var hidden = new double[ids.length][][];
                    Arrays.setAll(hidden, b -> vectors(random, positions, dimensions));
                    return new Object[] {hidden, ids};
                })
                .mayThrow(NullPointerException.class)
                // The text speaks of arguments that are null, not of what is inside them.
                .where(arguments -> Arrays.stream(arguments)
                        .filter(Objects::nonNull)
                        .allMatch(ScriptBarrierHiddenTest::isWithoutNull));
    }

    private static boolean isWithoutNull(Object array) {
        return !(array instanceof Object[] elements)
                || Arrays.stream(elements).allMatch(element -> element != null && isWithoutNull(element));
    }

    /** Halves, so that some are equal. */
    private static double[][] vectors(Random random, int rows, int dimensions) {
        var vectors = new double[rows][];
        Arrays.setAll(
                vectors,
                i -> random.ints(dimensions, -2, 5).mapToDouble(x -> x / 2.0).toArray());
        return vectors;
    }

    @Test
    @Question("a")
    @Validation
    @DisplayName("bad input")
    @Rejects("a-no-validation")
    void refusesBadStates(ScriptBarrier student, Seed seed) {
        var ids = new int[][] {{3, 4}, {3, 0}};
        Answers.assertRefuses("states of 1 name, ids of 2", () -> student.meanPool(new double[1][2][3], ids));
        Answers.assertRefuses("3 states for 2 ids", () -> student.meanPool(new double[2][3][3], ids));
        Answers.assertRefuses(
                "names with 2 positions and with 1",
                () -> student.meanPool(new double[][][] {{{1}, {2}}, {{1}}}, new int[][] {{3, 4}, {3}}));
        Answers.assertRefuses(
                "states with 1 dimension and with 2",
                () -> student.meanPool(new double[][][] {{{1}, {2}}, {{1}, {2, 3}}}, ids));
        Answers.assertRefuses(
                "a name of which no position counts",
                () -> student.meanPool(new double[2][2][1], new int[][] {{3, 4}, {0, 2}}));
        Answers.assertRefuses("a name without positions", () -> student.meanPool(new double[1][0][], new int[1][0]));
        Answers.assertThrows("no states", NullPointerException.class, () -> student.meanPool(null, ids));
        Answers.assertThrows("no ids", NullPointerException.class, () -> student.meanPool(new double[2][2][1], null));
        names(student, seed).compareRefusals();
    }

    @Test
    @Question("b")
    @Points(2)
    @DisplayName("random pairs")
    @Rejects({"b-keeps-itself", "b-across-only", "b-one-direction", "b-dot-product"})
    void randomPairs(ScriptBarrier student, Seed seed) {
        pairs(student, seed).compareValues();
    }

    private static GeneratedInputs.Comparing pairs(ScriptBarrier student, Seed seed) {
        return GeneratedInputs.of(student, new ScriptBarrierSolution.Answers(), seed)
                .method("tcmLoss", random -> {
                    var pairs = 2 + random.nextInt(2);
                    var dimensions = 2 + random.nextInt(2);
                    var taus = new double[] {0.0005, 0.07, 0.5, 1, 2};
                    return new Object[] {
                        vectors(random, pairs, dimensions), vectors(random, pairs, dimensions), taus[random.nextInt(5)]
                    };
                })
                .where(arguments -> isUsual((double[][]) arguments[0])
                        && isUsual((double[][]) arguments[1])
                        // The loss need not be finite for a tiny temperature.
                        && !((double) arguments[2] > 0 && (double) arguments[2] < 1e-4));
    }

    /** Vectors so long or so short that rounding decides are left out: of them the text says nothing. */
    private static boolean isUsual(double[][] vectors) {
        return Arrays.stream(vectors)
                .flatMapToDouble(Arrays::stream)
                .allMatch(x -> !Double.isFinite(x) || x == 0 || Math.abs(x) > 1e-6 && Math.abs(x) < 1e6);
    }

    @Test
    @Question("b")
    @DisplayName("a very low temperature")
    @Rejects("b-overflows")
    void aVeryLowTemperature(ScriptBarrier student) {
        var axes = new double[][] {{1, 0}, {0, 2}};
        Answers.assertClose("partners are equal", student.tcmLoss(axes, axes, 0.0005), 0, 1e-9);
        Answers.assertClose(
                "each partner is at a right angle, a stranger is equal",
                student.tcmLoss(axes, new double[][] {{0, 1}, {1, 0}}, 0.0005),
                2000,
                1e-6);
    }

    @Test
    @Question("b")
    @Validation
    @DisplayName("bad input")
    @Rejects({"b-no-validation", "b-accepts-nan"})
    void refusesBadPairs(ScriptBarrier student, Seed seed) {
        var fine = new double[][] {{1, 0}, {0, 1}};
        var nan = new double[][] {{1, 0}, {0, Double.NaN}};
        Answers.assertRefuses("τ = 0", () -> student.tcmLoss(fine, fine, 0));
        Answers.assertRefuses("τ = -1", () -> student.tcmLoss(fine, fine, -1));
        Answers.assertRefuses("τ = NaN", () -> student.tcmLoss(fine, fine, Double.NaN));
        Answers.assertRefuses("τ = Infinity", () -> student.tcmLoss(fine, fine, Double.POSITIVE_INFINITY));
        Answers.assertRefuses("2 names and 1", () -> student.tcmLoss(fine, new double[][] {{1, 0}}, 1));
        Answers.assertRefuses(
                "vectors of 2 and of 3 numbers", () -> student.tcmLoss(fine, new double[][] {{1, 0}, {0, 1, 2}}, 1));
        Answers.assertRefuses("a vector of zeros", () -> student.tcmLoss(fine, new double[][] {{1, 0}, {0, 0}}, 1));
        Answers.assertRefuses("a vector with NaN", () -> student.tcmLoss(fine, nan, 1));
        Answers.assertRefuses("one pair", () -> student.tcmLoss(new double[][] {{1, 0}}, new double[][] {{1, 0}}, 1));
        pairs(student, seed).compareRefusals();
    }

    @Test
    @Question("c")
    @Points(2)
    @DisplayName("random groups of different sizes")
    @Rejects({"c-unweighted", "c-ratio-of-within", "c-no-normalisation", "c-nan-for-equal"})
    void randomGroups(ScriptBarrier student, Seed seed) {
        var equal = new double[][] {{2, 0}, {1, 0}, {5, 0}};
        Answers.assertClose("one direction", student.betweenGroupShare(equal, new int[] {1, 2, 3}), 0, 1e-9);
        groups(student, seed).compareValues();
    }

    private static GeneratedInputs.Comparing groups(ScriptBarrier student, Seed seed) {
        return GeneratedInputs.of(student, new ScriptBarrierSolution.Answers(), seed)
                .method("betweenGroupShare", random -> {
                    var rows = 1 + random.nextInt(6);
                    return new Object[] {vectors(random, rows, 1 + random.nextInt(3)), numbers(random, rows)};
                })
                .where(arguments -> isUsual((double[][]) arguments[0]));
    }

    private static int[] numbers(Random random, int rows) {
        return random.ints(rows, 0, 3).map(i -> new int[] {7, 3, -5}[i]).toArray();
    }

    @Test
    @Question("c")
    @Points(2)
    @DisplayName("random clouds before and after, and scripts that shrank equally")
    @Rejects({"c-grew-most", "c-absolute", "c-last-of-equals", "c-exact-ties", "c-exact-zero-before"})
    void randomClouds(ScriptBarrier student, Seed seed) {
        var before = new double[][] {{1, 0}, {-1, 0}};
        var after = new double[][] {{1, 1}, {-1, 1}};
        Answers.assertEqual(
                "8 and 5 mirror each other", student.scriptsCloserAfter(before, after, new int[] {8, 5}), 5);
        // Seen from the mean, script 6 has come closer than script 4 by less than 1e-11.
        Answers.assertEqual(
                "two scripts that shrank equally but for rounding",
                student.scriptsCloserAfter(
                        new double[][] {at(0), at(120), at(240)},
                        new double[][] {at(30), at(-30 + 1e-9), at(180)},
                        new int[] {6, 4, 8}),
                4);
        Answers.assertEqual(
                "scripts whose distances were 0 but for 1e-12",
                student.scriptsCloserAfter(
                        new double[][] {{1, 1e-12}, {-1, 1e-12}, {1, -1e-12}, {-1, -1e-12}, {1, 0}, {-1, 0}},
                        new double[][] {{1, 1e-12}, {-1, 1e-12}, {1, 0}, {-1, 0}, {1, 0}, {-1, 0}},
                        new int[] {3, 3, 9, 9, 12, 12}),
                3);
        clouds(student, seed).compareValues();
    }

    private static double[] at(double degrees) {
        return new double[] {Math.cos(Math.toRadians(degrees)), Math.sin(Math.toRadians(degrees))};
    }

    private static GeneratedInputs.Comparing clouds(ScriptBarrier student, Seed seed) {
        return GeneratedInputs.of(student, new ScriptBarrierSolution.Answers(), seed)
                .method("scriptsCloserAfter", random -> {
                    var rows = 2 + random.nextInt(5);
                    return new Object[] {vectors(random, rows, 2), vectors(random, rows, 2), numbers(random, rows)};
                })
                .where(arguments -> isUsual((double[][]) arguments[0]) && isUsual((double[][]) arguments[1]));
    }

    @Test
    @Question("c")
    @Validation
    @DisplayName("bad input")
    @Rejects("c-no-validation")
    void refusesBadGroups(ScriptBarrier student, Seed seed) {
        var fine = new double[][] {{1, 0}, {0, 1}};
        var zero = new double[][] {{1, 0}, {0, 0}};
        var nan = new double[][] {{1, 0}, {0, Double.NaN}};
        var ragged = new double[][] {{1, 0}, {1}};
        var one = new double[][] {{1, 0}};
        var group = new int[] {1, 2};
        Answers.assertRefuses("a row of zeros", () -> student.betweenGroupShare(zero, group));
        Answers.assertRefuses("a row with NaN", () -> student.betweenGroupShare(nan, group));
        Answers.assertRefuses("2 rows and 1 group", () -> student.betweenGroupShare(fine, new int[] {1}));
        Answers.assertRefuses("2 rows and 3 groups", () -> student.betweenGroupShare(fine, new int[] {1, 2, 3}));
        Answers.assertRefuses("rows of 2 numbers and of 1", () -> student.betweenGroupShare(ragged, group));
        Answers.assertRefuses("no rows", () -> student.betweenGroupShare(new double[0][], new int[0]));
        for (var bad : new double[][][] {zero, nan, ragged, one}) {
            var words = Arrays.deepToString(bad);
            Answers.assertRefuses(words + " before", () -> student.scriptsCloserAfter(bad, fine, group));
            Answers.assertRefuses(words + " after", () -> student.scriptsCloserAfter(fine, bad, group));
        }
        groups(student, seed).compareRefusals();
        clouds(student, seed).compareRefusals();
    }

    @Test
    @Question("d")
    @Points(4)
    @DisplayName("the choice of a control")
    @Rejects({"d-same-script", "d-training-names", "d-longer-list", "d-other-seed"})
    void theControlTellsTheReasonsApart(ScriptBarrier student) {
        Answers.assertEqual("the control", student.control(), Control.WRONG_PARTNER);
    }

    @Test
    @Question("f")
    @Points(4)
    @DisplayName("the name of the flaw")
    @Rejects({"f-leak", "f-tuned-on-test", "f-missing-control", "f-one-lucky-seed", "f-unequal-conditions"})
    void theFlawIsNamed(ScriptBarrier student) {
        Answers.assertEqual("the flaw", student.flaw(), Flaw.DEPENDENT_RUNS);
    }

    @Test
    @Question("f")
    @Points(2)
    @DisplayName("random gains, with missing pairs")
    @Rejects({"f-pools-pairs", "f-normal-quantile", "f-divides-by-n"})
    void randomGains(ScriptBarrier student, Seed seed) {
        gains(student, seed).compareValues();
    }

    private static GeneratedInputs.Comparing gains(ScriptBarrier student, Seed seed) {
        return GeneratedInputs.of(student, new ScriptBarrierSolution.Answers(), seed)
                .method("intervalOverSeeds", random -> {
                    var gains = new double[2 + random.nextInt(4)][];
                    Arrays.setAll(gains, s -> vectors(random, 1, 1 + random.nextInt(4))[0]);
                    return new Object[] {gains};
                });
    }

    @Test
    @Question("f")
    @Validation
    @DisplayName("bad input")
    @Rejects("f-no-validation")
    void refusesBadGains(ScriptBarrier student, Seed seed) {
        Answers.assertRefuses("one seed", () -> student.intervalOverSeeds(new double[][] {{1, 2}}));
        Answers.assertRefuses("a seed without pairs", () -> student.intervalOverSeeds(new double[][] {{1}, {}}));
        Answers.assertRefuses("a gain of NaN", () -> student.intervalOverSeeds(new double[][] {{1}, {Double.NaN}}));
        gains(student, seed).compareRefusals();
    }
}
