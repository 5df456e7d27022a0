package org.tinybabel.solutions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tinybabel.datasets.Datasets;
import org.tinybabel.exercises.ConfigurableBricks;
import org.tinybabel.exercises.ConfigurableBricks.Control;
import org.tinybabel.exercises.ConfigurableBricks.Pair;
import org.tinybabel.exercises.Flaw;
import org.tinybabel.grader.api.Answers;
import org.tinybabel.grader.api.Points;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Rejects;
import org.tinybabel.grader.api.Seed;
import org.tinybabel.grader.api.TestsOf;
import tech.tablesaw.api.Table;

/** The cases where typical answers to paper 10 go wrong. */
@TestsOf(ConfigurableBricks.class)
public final class ConfigurableBricksHiddenTest {

    @Test
    @Question("a")
    @Points(2)
    @DisplayName("equal scores keep their order")
    @Rejects("a-turns-ties")
    void equalScoresKeepTheirOrder(ConfigurableBricks student) {
        var silent = new double[] {0, 0, 0, 0};
        Answers.assertClose(
                "a silent neuron, positives first",
                student.averagePrecision(silent, new boolean[] {true, true, false, false}),
                1.0,
                1e-12);
        Answers.assertClose(
                "a silent neuron, positives last",
                student.averagePrecision(silent, new boolean[] {false, false, true, true}),
                (1 / 3.0 + 2 / 4.0) / 2,
                1e-12);
    }

    @Test
    @Question("a")
    @Points(2)
    @DisplayName("random scores")
    @Rejects({"a-roc-auc", "a-divides-by-n", "a-ascending", "a-trapezoid"})
    void randomScores(ConfigurableBricks student, Seed seed) {
        var random = seed.random();
        for (var repeat = 0; repeat < 10; repeat++) {
            var score = random.doubles(40).toArray();
            var positive = new boolean[40];
            for (var i = 0; i < 40; i++) {
                positive[i] = i < 3 || random.nextDouble() < 0.3;
            }
            Answers.assertClose(
                    "40 questions", student.averagePrecision(score, positive), precision(score, positive), 1e-9);
        }
        var all = new boolean[5];
        Arrays.fill(all, true);
        Answers.assertClose(
                "all positive", student.averagePrecision(random.doubles(5).toArray(), all), 1.0, 1e-12);
    }

    private static double precision(double[] score, boolean[] positive) {
        return IntStream.range(0, score.length)
                .filter(i -> positive[i])
                .mapToDouble(i -> {
                    var before = IntStream.range(0, score.length)
                            .filter(j -> score[j] >= score[i])
                            .toArray();
                    return Arrays.stream(before).filter(j -> positive[j]).count() / (double) before.length;
                })
                .average()
                .orElseThrow();
    }

    @Test
    @Question("a")
    @DisplayName("what is no score")
    @Rejects("a-no-validation")
    void refusesWhatIsNoScore(ConfigurableBricks student) {
        var one = new boolean[] {true, false};
        assertThatIllegalArgumentException().isThrownBy(() -> student.averagePrecision(null, one));
        assertThatIllegalArgumentException().isThrownBy(() -> student.averagePrecision(new double[2], null));
        assertThatIllegalArgumentException().isThrownBy(() -> student.averagePrecision(new double[3], one));
        assertThatIllegalArgumentException().isThrownBy(() -> student.averagePrecision(new double[0], new boolean[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.averagePrecision(new double[] {1, Double.NaN}, one));
    }

    @Test
    @Question("b")
    @Points(2)
    @DisplayName("the best of many neurons, the best first")
    @Rejects({"b-mean-over-abilities", "b-lowest", "b-sorted-by-index"})
    void theBestOfManyNeurons(ConfigurableBricks student, Seed seed) {
        var random = seed.random();
        var ap = new double[5][];
        Arrays.setAll(ap, a -> random.doubles(96, 0.15, 1).toArray());
        for (var ability = 0; ability < 5; ability++) {
            var row = ap[ability];
            var expected = IntStream.range(0, 96)
                    .boxed()
                    .sorted((i, j) -> Double.compare(row[j], row[i]))
                    .limit(9)
                    .mapToInt(i -> i)
                    .toArray();
            Answers.assertEqual("nine of 96 neurons", student.specialists(ap, ability, 9), expected);
        }
    }

    @Test
    @Question("b")
    @DisplayName("equal precisions, then equal margins")
    @Rejects("b-ties-by-index")
    void equalPrecisionsThenEqualMargins(ConfigurableBricks student) {
        var ap = new double[][] {{0.5, 0.5, 0.5, 0.5}, {0.4, 0.1, 0.3, 0.1}, {0.1, 0.2, 0.1, 0.2}};
        Answers.assertEqual("all equal for ability 0", student.specialists(ap, 0, 4), new int[] {1, 3, 2, 0});
    }

    @Test
    @Question("b")
    @DisplayName("no such ability, no such neuron")
    @Rejects("b-no-validation")
    void refusesWhatDoesNotExist(ConfigurableBricks student) {
        var ap = new double[][] {{0.3, 0.9}, {0.2, 0.4}};
        assertThatIllegalArgumentException().isThrownBy(() -> student.specialists(null, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> student.specialists(new double[][] {{0.3, 0.9}}, 0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.specialists(new double[][] {{0.3, 0.9}, {0.2}}, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> student.specialists(ap, 2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> student.specialists(ap, -1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> student.specialists(ap, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> student.specialists(ap, 0, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> student.pruneRows(ap, new int[] {2}));
        assertThatIllegalArgumentException().isThrownBy(() -> student.pruneRows(ap, new int[] {-1}));
        assertThatIllegalArgumentException().isThrownBy(() -> student.pruneRows(null, new int[] {0}));
        assertThatIllegalArgumentException().isThrownBy(() -> student.pruneRows(ap, null));
    }

    @Test
    @Question("b")
    @DisplayName("some rows, no rows, all rows, one row twice")
    @Rejects("b-columns")
    void someRowsAllRowsOneRowTwice(ConfigurableBricks student) {
        var weights = new double[][] {{1, -2}, {3, 4}, {-5, 6}};
        Answers.assertClose("none", student.pruneRows(weights, new int[0]), weights, 0);
        Answers.assertClose("all", student.pruneRows(weights, new int[] {0, 1, 2}), new double[3][2], 0);
        Answers.assertClose(
                "neuron 1, twice",
                student.pruneRows(weights, new int[] {1, 1}),
                new double[][] {{1, -2}, {0, 0}, {-5, 6}},
                0);
    }

    @Test
    @Question("c")
    @Points(2)
    @DisplayName("the matrix that the notebook has measured, and each seed's")
    @Rejects({"c-divides-by-row", "c-diagonal-in-mean", "c-diagonal-pair", "c-symmetric-pair"})
    void whatTheNotebookHasMeasured(ConfigurableBricks student) {
        var table = Table.read().csv(Datasets.open("configurable-bricks"));
        for (var seed = 0; seed < 8; seed++) {
            var m = matrix(table, seed);
            Answers.assertClose("seed " + seed, student.selectivity(m), selectivity(m), 1e-9);
            Answers.assertEqual("seed " + seed, student.mostShared(m), largestOutside(m));
        }
    }

    private static double[][] matrix(Table table, int seed) {
        var rows = table.where(table.intColumn("seed")
                .isEqualTo(seed)
                .and(table.stringColumn("kind").isEqualTo("specialists")));
        var m = new double[5][5];
        for (var i = 0; i < 25; i++) {
            m[i / 5][i % 5] = rows.doubleColumn("loss added").get(i);
        }
        return m;
    }

    private static double selectivity(double[][] m) {
        var sum = 0.0;
        for (var a = 0; a < m.length; a++) {
            sum += m[a][a] - (Arrays.stream(m[a]).sum() - m[a][a]) / (m.length - 1);
        }
        return sum / m.length;
    }

    private static Pair largestOutside(double[][] m) {
        var largest = new Pair(0, 1);
        for (var a = 0; a < m.length; a++) {
            for (var b = 0; b < m.length; b++) {
                if (a != b && m[a][b] > m[largest.removed()][largest.damaged()]) {
                    largest = new Pair(a, b);
                }
            }
        }
        return largest;
    }

    @Test
    @Question("c")
    @DisplayName("damage that is the same everywhere, and equal pairs")
    @Rejects({"c-divides-by-row", "c-last-of-equals"})
    void theSameDamageEverywhere(ConfigurableBricks student) {
        var same = new double[][] {{3, 3, 3}, {3, 3, 3}, {3, 3, 3}};
        Answers.assertClose("a constant matrix", student.selectivity(same), 0.0, 1e-12);
        Answers.assertEqual("all pairs equal", student.mostShared(same), new Pair(0, 1));
        var raised = new double[][] {{1.5, 0.2}, {7.1, 7.4}};
        Answers.assertClose("a constant added to a row", student.selectivity(raised), (1.3 + 0.3) / 2, 1e-12);
        var negative = new double[][] {{-1, -3}, {-2, -1}};
        Answers.assertEqual("all below 0", student.mostShared(negative), new Pair(1, 0));
    }

    @Test
    @Question("c")
    @DisplayName("what is no square")
    @Rejects("c-no-validation")
    void refusesWhatIsNoSquare(ConfigurableBricks student) {
        for (var m :
                new double[][][] {null, {{1}}, {{1, 2}}, {{1, 2}, {3}}, {{1, 2}, null}, {{1, 2}, {3, Double.NaN}}}) {
            assertThatIllegalArgumentException().isThrownBy(() -> student.selectivity(m));
            assertThatIllegalArgumentException().isThrownBy(() -> student.mostShared(m));
        }
    }

    @Test
    @Question("d")
    @DisplayName("the choice of a control")
    @Rejects({"d-random-neuron", "d-permuted-labels", "d-more-questions", "d-other-layer"})
    void theControlTellsTheReasonsApart(ConfigurableBricks student) {
        assertThat(student.control()).isEqualTo(Control.UNTRAINED_NETWORK);
    }

    @Test
    @Question("f")
    @DisplayName("the name of the flaw")
    @Rejects({"f-leak", "f-tuned-on-test", "f-missing-control", "f-one-lucky-seed", "f-dependent-runs"})
    void theFlawIsNamed(ConfigurableBricks student) {
        assertThat(student.flaw()).isEqualTo(Flaw.UNEQUAL_CONDITIONS);
    }

    @Test
    @Question("f")
    @Points(2)
    @DisplayName("random layers, some neurons silent")
    @Rejects({"f-with-replacement", "f-takes-the-chosen", "f-next-in-line"})
    void randomLayersSomeNeuronsSilent(ConfigurableBricks student, Seed seed) {
        var random = seed.random();
        for (var repeat = 0; repeat < 10; repeat++) {
            var activity = random.doubles(30).map(x -> x < 0.4 ? 0 : x).toArray();
            var chosen = random.ints(0, 30).distinct().limit(8).toArray();
            Answers.assertEqual(
                    "8 of 30 neurons", student.matchedControls(activity, chosen), nearest(activity, chosen));
        }
    }

    private static int[] nearest(double[] activity, int[] chosen) {
        var taken = new boolean[activity.length];
        for (var neuron : chosen) {
            taken[neuron] = true;
        }
        var controls = new int[chosen.length];
        for (var i = 0; i < chosen.length; i++) {
            var wanted = activity[chosen[i]];
            var best = IntStream.range(0, activity.length)
                    .filter(j -> !taken[j])
                    .boxed()
                    .min((j, k) -> Double.compare(Math.abs(activity[j] - wanted), Math.abs(activity[k] - wanted)))
                    .orElseThrow();
            controls[i] = best;
            taken[best] = true;
        }
        return controls;
    }

    @Test
    @Question("f")
    @DisplayName("too few others")
    @Rejects("f-no-validation")
    void refusesTooFewOthers(ConfigurableBricks student) {
        assertThatIllegalArgumentException().isThrownBy(() -> student.matchedControls(new double[3], new int[] {0, 1}));
        assertThatIllegalArgumentException().isThrownBy(() -> student.matchedControls(new double[4], new int[] {0, 0}));
        assertThatIllegalArgumentException().isThrownBy(() -> student.matchedControls(new double[4], new int[] {4}));
        assertThatIllegalArgumentException().isThrownBy(() -> student.matchedControls(null, new int[] {0}));
        assertThatIllegalArgumentException().isThrownBy(() -> student.matchedControls(new double[4], null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.matchedControls(new double[] {1, Double.NaN, 2, 3}, new int[] {0}));
    }
}
