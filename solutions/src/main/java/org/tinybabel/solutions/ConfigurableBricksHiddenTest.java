package org.tinybabel.solutions;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tinybabel.datasets.Datasets;
import org.tinybabel.exercises.ConfigurableBricks;
import org.tinybabel.exercises.ConfigurableBricks.Control;
import org.tinybabel.exercises.Flaw;
import org.tinybabel.grader.api.Answers;
import org.tinybabel.grader.api.GeneratedInputs;
import org.tinybabel.grader.api.Points;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Rejects;
import org.tinybabel.grader.api.Seed;
import org.tinybabel.grader.api.TestsOf;
import org.tinybabel.grader.api.Validation;
import tech.tablesaw.api.Table;

/** The cases where typical answers to paper 10 go wrong. */
@TestsOf(ConfigurableBricks.class)
public final class ConfigurableBricksHiddenTest {

    private static GeneratedInputs inputs(ConfigurableBricks student, Seed seed) {
        return GeneratedInputs.of(student, new ConfigurableBricksSolution.Answers(), seed);
    }

    /** Halves and whole numbers, of which some are equal. */
    private static double[] halves(Random random, int n) {
        return random.ints(n, -1, 5).mapToDouble(x -> x / 2.0).toArray();
    }

    /** Whether −0.0 is less than 0.0 depends on how they are compared. */
    private static boolean withoutMinusZero(double[] numbers) {
        return numbers == null || Arrays.stream(numbers).noneMatch(x -> Double.compare(x, -0.0) == 0);
    }

    private static boolean withoutMinusZero(double[][] rows) {
        return rows == null || Arrays.stream(rows).allMatch(ConfigurableBricksHiddenTest::withoutMinusZero);
    }

    @Test
    @Question("a")
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

    private static GeneratedInputs.Comparing scores(ConfigurableBricks student, Seed seed) {
        return inputs(student, seed)
                .method("averagePrecision", random -> {
                    var n = 1 + random.nextInt(6);
                    var positive = new boolean[n];
                    for (var i = 0; i < n; i++) {
                        positive[i] = random.nextBoolean();
                    }
                    positive[random.nextInt(n)] = true;
                    return new Object[] {halves(random, n), positive};
                })
                .withNulls()
                .where(arguments -> withoutMinusZero((double[]) arguments[0]));
    }

    @Test
    @Question("a")
    @Points(3)
    @DisplayName("generated scores, some of them equal")
    @Rejects({"a-roc-auc", "a-divides-by-n", "a-ascending", "a-trapezoid", "a-turns-ties"})
    void generatedScores(ConfigurableBricks student, Seed seed) {
        scores(student, seed).compareValues();
    }

    @Test
    @Question("a")
    @Validation
    @DisplayName("what is no score")
    @Rejects("a-no-validation")
    void refusesWhatIsNoScore(ConfigurableBricks student, Seed seed) {
        scores(student, seed).compareRefusals();
        Answers.assertRefuses("no question", () -> student.averagePrecision(new double[0], new boolean[0]));
    }

    private static GeneratedInputs.Comparing rankings(ConfigurableBricks student, Seed seed) {
        return inputs(student, seed)
                .method("specialists", random -> {
                    var neurons = 1 + random.nextInt(5);
                    var ap = new double[2 + random.nextInt(3)][];
                    Arrays.setAll(ap, i -> halves(random, neurons));
                    return new Object[] {ap, random.nextInt(ap.length), 1 + random.nextInt(neurons)};
                })
                .withNulls()
                .where(arguments -> withoutMinusZero((double[][]) arguments[0]));
    }

    @Test
    @Question("b")
    @Points(3)
    @DisplayName("generated precisions, some of them equal, the best first")
    @Rejects({"b-mean-over-abilities", "b-lowest", "b-sorted-by-index", "b-ties-by-index", "b-margin-first"})
    void generatedPrecisions(ConfigurableBricks student, Seed seed) {
        rankings(student, seed).compareValues();
    }

    @Test
    @Question("b")
    @DisplayName("equal precisions, then equal margins")
    @Rejects({"b-ties-by-index", "b-margin-to-mean"})
    void equalPrecisionsThenEqualMargins(ConfigurableBricks student) {
        var ap = new double[][] {{0.5, 0.5, 0.5, 0.5}, {0.5, 0.125, 0.25, 0.125}, {0, 0.25, 0.375, 0.25}};
        Answers.assertEqual("all equal for ability 0", student.specialists(ap, 0, 4), new int[] {1, 3, 2, 0});
    }

    private static GeneratedInputs.Comparing removals(ConfigurableBricks student, Seed seed) {
        return inputs(student, seed)
                .method("pruneRows", random -> {
                    var weights = new double[1 + random.nextInt(4)][];
                    var columns = 1 + random.nextInt(3);
                    Arrays.setAll(weights, i -> halves(random, columns));
                    return new Object[] {
                        weights,
                        random.ints(random.nextInt(4), 0, weights.length).toArray()
                    };
                })
                .withNulls();
    }

    @Test
    @Question("b")
    @Points(2)
    @DisplayName("generated removals: some rows, no rows, all rows, one row twice")
    @Rejects({"b-columns", "b-keeps-the-named", "b-in-place", "b-shallow-copy"})
    void generatedRemovals(ConfigurableBricks student, Seed seed) {
        removals(student, seed).compareValues();
    }

    @Test
    @Question("b")
    @Validation
    @DisplayName("no such ability, no such neuron, no matrix")
    @Rejects({"b-no-validation", "b-rows-no-validation"})
    void refusesWhatDoesNotExist(ConfigurableBricks student, Seed seed) {
        rankings(student, seed).compareRefusals();
        removals(student, seed).compareRefusals();
        var ap = new double[][] {{0.3, 0.9}, {0.2, 0.4}};
        Answers.assertRefuses("three of two neurons", () -> student.specialists(ap, 0, 3));
        Answers.assertRefuses("ability 2 of two", () -> student.specialists(ap, 2, 1));
        Answers.assertRefuses("neuron 2 of two", () -> student.pruneRows(ap, new int[] {2}));
        for (var bad : new double[][][] {{{0.3, 0.9}, {0.2}}, {{0.3, 0.9}, null}, {{0.3}, {0.2, 0.4}}}) {
            Answers.assertRefuses("rows " + Arrays.deepToString(bad), () -> student.specialists(bad, 0, 1));
            Answers.assertRefuses("rows " + Arrays.deepToString(bad), () -> student.pruneRows(bad, new int[] {0}));
        }
    }

    @Test
    @Question("c")
    @DisplayName("the matrix that the notebook has measured, and each seed's")
    @Rejects({"c-divides-by-row", "c-diagonal-in-mean", "c-diagonal-pair", "c-symmetric-pair"})
    void whatTheNotebookHasMeasured(ConfigurableBricks student) {
        var table = Table.read().csv(Datasets.open("configurable-bricks"));
        var solution = new ConfigurableBricksSolution.Answers();
        for (var seed = 0; seed < 8; seed++) {
            var m = matrix(table, seed);
            Answers.assertClose(
                    "the selectivity of seed " + seed, student.selectivity(m), solution.selectivity(m), 1e-9);
            Answers.assertEqual("the pair of seed " + seed, student.mostShared(m), solution.mostShared(m));
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

    /** A square matrix, of which some entries are equal, and sometimes all below 0. */
    private static double[][] square(Random random) {
        var m = new double[2 + random.nextInt(3)][];
        var less = 4 * random.nextInt(2);
        Arrays.setAll(
                m,
                a -> Arrays.stream(halves(random, m.length)).map(x -> x - less).toArray());
        return m;
    }

    private static GeneratedInputs.Comparing damages(ConfigurableBricks student, Seed seed) {
        return inputs(student, seed)
                .method("selectivity", random -> new Object[] {square(random)})
                .withNulls();
    }

    private static GeneratedInputs.Comparing pairs(ConfigurableBricks student, Seed seed) {
        return inputs(student, seed)
                .method("mostShared", random -> new Object[] {square(random)})
                .withNulls()
                .where(arguments -> withoutMinusZero((double[][]) arguments[0]));
    }

    @Test
    @Question("c")
    @Points(2)
    @DisplayName("the selectivity of generated damage")
    @Rejects({"c-divides-by-row", "c-diagonal-in-mean"})
    void generatedSelectivity(ConfigurableBricks student, Seed seed) {
        damages(student, seed).compareValues();
    }

    @Test
    @Question("c")
    @Points(2)
    @DisplayName("the pair that shares the most in generated damage, with equal pairs and below 0")
    @Rejects({"c-diagonal-pair", "c-symmetric-pair", "c-last-of-equals", "c-column-order", "c-only-positive"})
    void generatedPairs(ConfigurableBricks student, Seed seed) {
        pairs(student, seed).compareValues();
    }

    @Test
    @Question("c")
    @Validation
    @DisplayName("what is no square")
    @Rejects("c-no-validation")
    void refusesWhatIsNoSquare(ConfigurableBricks student, Seed seed) {
        damages(student, seed).compareRefusals();
        pairs(student, seed).compareRefusals();
        for (var m : new double[][][] {{{1}}, {{1, 2}}, {{1, 2}, {3}}, {{1, 2, 3}, {4, 5, 6}}, {{1, 2}, null}}) {
            Answers.assertRefuses("the selectivity of " + Arrays.deepToString(m), () -> student.selectivity(m));
            Answers.assertRefuses("the pair of " + Arrays.deepToString(m), () -> student.mostShared(m));
        }
    }

    @Test
    @Question("d")
    @Points(4)
    @DisplayName("the choice of a control")
    @Rejects({"d-random-neuron", "d-permuted-labels", "d-more-questions", "d-other-layer"})
    void theControlTellsTheReasonsApart(ConfigurableBricks student) {
        Answers.assertEqual("the control", student.control(), Control.UNTRAINED_NETWORK);
    }

    @Test
    @Question("f")
    @Points(4)
    @DisplayName("the name of the flaw")
    @Rejects({"f-leak", "f-tuned-on-test", "f-missing-control", "f-one-lucky-seed", "f-dependent-runs"})
    void theFlawIsNamed(ConfigurableBricks student) {
        Answers.assertEqual("the flaw", student.flaw(), Flaw.UNEQUAL_CONDITIONS);
    }

    private static GeneratedInputs.Comparing layers(ConfigurableBricks student, Seed seed) {
        return inputs(student, seed)
                .method("matchedControls", random -> {
                    var n = 2 + random.nextInt(7);
                    var chosen = random.ints(0, n).distinct().limit(1 + random.nextInt(n / 2));
                    return new Object[] {halves(random, n), chosen.toArray()};
                })
                .withNulls()
                // Beside a very large number, the differences of small ones are lost.
                .where(arguments -> arguments[0] == null
                        || Arrays.stream((double[]) arguments[0])
                                .allMatch(x -> !Double.isFinite(x) || x == 0 || Math.abs(Math.log10(Math.abs(x))) < 5));
    }

    @Test
    @Question("f")
    @Points(3)
    @DisplayName("generated layers, some neurons as near as others")
    @Rejects({"f-with-replacement", "f-takes-the-chosen", "f-next-in-line", "f-later-of-equals", "f-by-activity"})
    void generatedLayers(ConfigurableBricks student, Seed seed) {
        layers(student, seed).compareValues();
    }

    @Test
    @Question("f")
    @Validation
    @DisplayName("too few others, and chosen neurons that do not exist")
    @Rejects("f-no-validation")
    void refusesTooFewOthers(ConfigurableBricks student, Seed seed) {
        layers(student, seed).compareRefusals();
        for (var bad : new int[][] {{0, 1}, {1, 1}, {3}, {-1}}) {
            Answers.assertRefuses(
                    "chosen " + Arrays.toString(bad) + " of three neurons",
                    () -> student.matchedControls(new double[] {1, 2, 3}, bad));
        }
    }
}
