package org.tinybabel.solutions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tinybabel.exercises.Flaw;
import org.tinybabel.exercises.ScriptBarrier;
import org.tinybabel.exercises.ScriptBarrier.Control;
import org.tinybabel.grader.api.Answers;
import org.tinybabel.grader.api.Points;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Rejects;
import org.tinybabel.grader.api.Seed;
import org.tinybabel.grader.api.TestsOf;
import org.tinybabel.lab.metrics.GroupVariance;
import org.tinybabel.lab.metrics.UnitLength;
import org.tinybabel.lab.stats.Intervals;

/** The cases where typical answers to paper 21 go wrong. */
@TestsOf(ScriptBarrier.class)
public final class ScriptBarrierHiddenTest {

    @Test
    @Question("a")
    @DisplayName("the mask counts, the token for the whole sentence does not")
    @Rejects({"a-excludes-mask", "a-includes-cls"})
    void maskAndClassToken(ScriptBarrier student) {
        var hidden = new double[][][] {{{1}, {2}, {4}, {64}}, {{16}, {3}, {5}, {32}}};
        Answers.assertClose(
                "a mask in the first, a token for the sentence at the end of the first and at the start of the second",
                student.meanPool(hidden, new int[][] {{7, 1, 8, 2}, {2, 9, 1, 0}}),
                new double[][] {{7 / 3.0}, {4}},
                1e-12);
    }

    @Test
    @Question("a")
    @Points(2)
    @DisplayName("random sentences")
    @Rejects({"a-divides-by-length", "a-excludes-mask", "a-includes-cls"})
    void randomSentences(ScriptBarrier student, Seed seed) {
        var random = seed.random();
        for (var repeat = 0; repeat < 20; repeat++) {
            var ids = new int[5][];
            Arrays.setAll(ids, b -> random.ints(9, 0, 6).toArray());
            Arrays.stream(ids).forEach(sentence -> sentence[4] = 5);
            var hidden = new double[5][9][];
            Arrays.stream(hidden).forEach(states -> Arrays.setAll(states, t -> gaussian(random, 3)));
            Answers.assertClose("means", student.meanPool(hidden, ids), means(hidden, ids), 1e-9);
        }
    }

    private static double[][] means(double[][][] hidden, int[][] ids) {
        var means = new double[ids.length][hidden[0][0].length];
        for (var b = 0; b < ids.length; b++) {
            var sentence = ids[b];
            var counted = IntStream.range(0, sentence.length)
                    .filter(t -> sentence[t] != 0 && sentence[t] != 2)
                    .toArray();
            for (var t : counted) {
                for (var i = 0; i < means[b].length; i++) {
                    means[b][i] += hidden[b][t][i] / counted.length;
                }
            }
        }
        return means;
    }

    @Test
    @Question("a")
    @DisplayName("bad input")
    @Rejects("a-no-validation")
    void refusesBadStates(ScriptBarrier student) {
        var ids = new int[][] {{3, 4}, {3, 0}};
        assertThatIllegalArgumentException().isThrownBy(() -> student.meanPool(new double[1][2][3], ids));
        assertThatIllegalArgumentException().isThrownBy(() -> student.meanPool(new double[2][3][3], ids));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.meanPool(new double[][][] {{{1}, {2}}, {{1}}}, new int[][] {{3, 4}, {3}}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.meanPool(new double[][][] {{{1}, {2}}, {{1}, {2, 3}}}, ids));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.meanPool(new double[2][2][1], new int[][] {{3, 4}, {0, 2}}));
        assertThatNullPointerException().isThrownBy(() -> student.meanPool(null, ids));
        assertThatNullPointerException().isThrownBy(() -> student.meanPool(new double[2][2][1], null));
    }

    @Test
    @Question("b")
    @Points(2)
    @DisplayName("random pairs")
    @Rejects({"b-keeps-itself", "b-across-only", "b-one-direction", "b-dot-product"})
    void randomPairs(ScriptBarrier student, Seed seed) {
        var random = seed.random();
        for (var pairs = 2; pairs < 8; pairs++) {
            var orig = vectors(random, pairs, 5);
            var latin = vectors(random, pairs, 5);
            var tau = random.nextDouble(0.05, 2);
            Answers.assertClose(pairs + " pairs", student.tcmLoss(orig, latin, tau), loss(orig, latin, tau), 1e-9);
        }
    }

    private static double loss(double[][] orig, double[][] latin, double tau) {
        var n = 2 * orig.length;
        var all = UnitLength.of(
                Stream.concat(Arrays.stream(orig), Arrays.stream(latin)).toArray(double[][]::new));
        var loss = 0.0;
        for (var u = 0; u < n; u++) {
            var partner = dot(all[u], all[(u + orig.length) % n]) / tau;
            var sum = 0.0;
            for (var v = 0; v < n; v++) {
                sum += v == u ? 0 : Math.exp(dot(all[u], all[v]) / tau - partner);
            }
            loss += Math.log(sum) / n;
        }
        return loss;
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }

    @Test
    @Question("b")
    @DisplayName("equal vectors, longer vectors, swapped sides")
    @Rejects({"b-across-only", "b-dot-product", "b-one-direction"})
    void whatDoesNotMatter(ScriptBarrier student, Seed seed) {
        var random = seed.random();
        var same = new double[4][];
        Arrays.fill(same, gaussian(random, 3));
        Answers.assertClose("8 equal vectors: log 7", student.tcmLoss(same, same, 0.07), Math.log(7), 1e-9);
        var orig = vectors(random, 3, 4);
        var latin = vectors(random, 3, 4);
        var expected = loss(orig, latin, 0.3);
        Answers.assertClose("the two sides swapped", student.tcmLoss(latin, orig, 0.3), expected, 1e-9);
        orig[1] = Arrays.stream(orig[1]).map(x -> 40 * x).toArray();
        Answers.assertClose("a vector 40 times as long", student.tcmLoss(orig, latin, 0.3), expected, 1e-9);
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
    @DisplayName("bad input")
    @Rejects("b-no-validation")
    void refusesBadPairs(ScriptBarrier student) {
        var fine = new double[][] {{1, 0}, {0, 1}};
        assertThatIllegalArgumentException().isThrownBy(() -> student.tcmLoss(fine, fine, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> student.tcmLoss(fine, fine, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> student.tcmLoss(fine, fine, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> student.tcmLoss(fine, new double[][] {{1, 0}}, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.tcmLoss(fine, new double[][] {{1, 0}, {0, 1, 2}}, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.tcmLoss(fine, new double[][] {{1, 0}, {0, 0}}, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.tcmLoss(new double[][] {{1, 0}}, new double[][] {{1, 0}}, 1));
    }

    @Test
    @Question("c")
    @Points(2)
    @DisplayName("random groups of different sizes")
    @Rejects({"c-unweighted", "c-ratio-of-within", "c-no-normalisation"})
    void randomGroups(ScriptBarrier student, Seed seed) {
        var random = seed.random();
        var labels = new int[] {7, 3, 42, -5};
        for (var repeat = 0; repeat < 10; repeat++) {
            var z = vectors(random, 30, 4);
            var group = new int[30];
            Arrays.setAll(group, i -> labels[i < 18 ? 0 : i < 25 ? 1 : i < 29 ? 2 : 3]);
            for (var i = 18; i < 30; i++) {
                z[i][0] += 2;
            }
            Answers.assertClose(
                    "groups of 18, 7, 4 and 1",
                    student.betweenGroupShare(z, group),
                    GroupVariance.betweenShare(UnitLength.of(z), group),
                    1e-9);
        }
    }

    @Test
    @Question("c")
    @DisplayName("one direction, one group, one row for each group")
    @Rejects("c-nan-for-equal")
    void cornerCases(ScriptBarrier student, Seed seed) {
        var z = vectors(seed.random(), 6, 3);
        Answers.assertClose("one group", student.betweenGroupShare(z, new int[] {4, 4, 4, 4, 4, 4}), 0, 1e-9);
        Answers.assertClose("each a group", student.betweenGroupShare(z, new int[] {6, 5, 4, 3, 2, 1}), 1, 1e-9);
        var equal = new double[][] {{2, 0}, {1, 0}, {5, 0}};
        Answers.assertClose("one direction", student.betweenGroupShare(equal, new int[] {1, 2, 3}), 0, 1e-9);
    }

    @Test
    @Question("c")
    @Points(2)
    @DisplayName("random clouds before and after")
    @Rejects({"c-grew-most", "c-absolute"})
    void randomClouds(ScriptBarrier student, Seed seed) {
        var random = seed.random();
        var script =
                IntStream.range(0, 24).map(i -> new int[] {9, 2, -1, 30}[i % 4]).toArray();
        for (var repeat = 0; repeat < 30; repeat++) {
            var before = clouds(random, script);
            var after = clouds(random, script);
            Answers.assertEqual(
                    "four clouds", student.scriptsCloserAfter(before, after, script), closer(before, after, script));
        }
    }

    private static double[][] clouds(RandomGenerator random, int[] script) {
        var centres = new double[4][];
        Arrays.setAll(centres, i -> gaussian(random, 3));
        var rows = new double[script.length][];
        for (var i = 0; i < rows.length; i++) {
            var centre = centres[i % 4];
            var length = random.nextDouble(0.1, 10);
            rows[i] = Arrays.stream(centre)
                    .map(c -> length * (c + random.nextGaussian() / 2))
                    .toArray();
        }
        return rows;
    }

    private static int closer(double[][] before, double[][] after, int[] script) {
        var best = Double.NEGATIVE_INFINITY;
        var closest = 0;
        for (var s : Arrays.stream(script).distinct().sorted().toArray()) {
            var was = distance(UnitLength.of(before), script, s);
            var shrunk = was == 0 ? 0 : (was - distance(UnitLength.of(after), script, s)) / was;
            if (shrunk > best + 1e-9) {
                best = shrunk;
                closest = s;
            }
        }
        return closest;
    }

    private static double distance(double[][] unit, int[] script, int wanted) {
        var all = mean(unit);
        var own = mean(IntStream.range(0, unit.length)
                .filter(i -> script[i] == wanted)
                .mapToObj(i -> unit[i])
                .toArray(double[][]::new));
        return Math.sqrt(IntStream.range(0, all.length)
                .mapToDouble(i -> (all[i] - own[i]) * (all[i] - own[i]))
                .sum());
    }

    private static double[] mean(double[][] rows) {
        return IntStream.range(0, rows[0].length)
                .mapToDouble(i ->
                        Arrays.stream(rows).mapToDouble(row -> row[i]).average().orElseThrow())
                .toArray();
    }

    @Test
    @Question("c")
    @DisplayName("scripts that shrank equally")
    @Rejects("c-last-of-equals")
    void theSmallestOfEquals(ScriptBarrier student) {
        var before = new double[][] {{1, 0}, {-1, 0}};
        var after = new double[][] {{1, 1}, {-1, 1}};
        Answers.assertEqual(
                "8 and 5 mirror each other", student.scriptsCloserAfter(before, after, new int[] {8, 5}), 5);
        Answers.assertEqual("nothing moved", student.scriptsCloserAfter(before, before, new int[] {5, 8}), 5);
        Answers.assertEqual("one script", student.scriptsCloserAfter(before, after, new int[] {3, 3}), 3);
    }

    @Test
    @Question("c")
    @DisplayName("bad input")
    @Rejects("c-no-validation")
    void refusesBadGroups(ScriptBarrier student) {
        var fine = new double[][] {{1, 0}, {0, 1}};
        var zero = new double[][] {{1, 0}, {0, 0}};
        var group = new int[] {1, 2};
        assertThatIllegalArgumentException().isThrownBy(() -> student.betweenGroupShare(zero, group));
        assertThatIllegalArgumentException().isThrownBy(() -> student.betweenGroupShare(fine, new int[] {1}));
        assertThatIllegalArgumentException().isThrownBy(() -> student.betweenGroupShare(fine, new int[] {1, 2, 3}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.betweenGroupShare(new double[][] {{1, 0}, {1}}, group));
        assertThatIllegalArgumentException().isThrownBy(() -> student.betweenGroupShare(new double[0][], new int[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> student.scriptsCloserAfter(fine, zero, group));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.scriptsCloserAfter(fine, new double[][] {{1, 0}}, group));
    }

    @Test
    @Question("d")
    @DisplayName("the choice of a control")
    @Rejects({"d-same-script", "d-training-names", "d-longer-list", "d-other-seed"})
    void theControlTellsTheReasonsApart(ScriptBarrier student) {
        assertThat(student.control()).isEqualTo(Control.WRONG_PARTNER);
    }

    @Test
    @Question("f")
    @DisplayName("the name of the flaw")
    @Rejects({"f-leak", "f-tuned-on-test", "f-missing-control", "f-one-lucky-seed", "f-unequal-conditions"})
    void theFlawIsNamed(ScriptBarrier student) {
        assertThat(student.flaw()).isEqualTo(Flaw.DEPENDENT_RUNS);
    }

    @Test
    @Question("f")
    @Points(2)
    @DisplayName("random gains, with missing pairs")
    @Rejects({"f-pools-pairs", "f-normal-quantile", "f-no-validation"})
    void randomGains(ScriptBarrier student, Seed seed) {
        var random = seed.random();
        for (var seeds = 2; seeds < 8; seeds++) {
            var gains = new double[seeds][];
            Arrays.setAll(
                    gains, s -> random.doubles(random.nextInt(1, 10), -1, 1).toArray());
            var expected = Intervals.t(Arrays.stream(gains)
                    .mapToDouble(row -> Arrays.stream(row).average().orElseThrow())
                    .toArray());
            Answers.assertClose(
                    seeds + " seeds",
                    student.intervalOverSeeds(gains),
                    new double[] {expected.mean(), expected.low(), expected.high()},
                    1e-9);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> student.intervalOverSeeds(new double[][] {{1, 2}}));
        assertThatIllegalArgumentException().isThrownBy(() -> student.intervalOverSeeds(new double[][] {{1}, {}}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.intervalOverSeeds(new double[][] {{1}, {Double.NaN}}));
    }

    private static double[][] vectors(RandomGenerator random, int rows, int dimensions) {
        var vectors = new double[rows][];
        Arrays.setAll(vectors, i -> gaussian(random, dimensions));
        return vectors;
    }

    private static double[] gaussian(RandomGenerator random, int dimensions) {
        var vector = new double[dimensions];
        Arrays.setAll(vector, i -> random.nextGaussian());
        return vector;
    }
}
