package org.tinybabel.solutions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tinybabel.exercises.Flaw;
import org.tinybabel.exercises.LexicalSpecialization;
import org.tinybabel.exercises.LexicalSpecialization.Control;
import org.tinybabel.exercises.LexicalSpecialization.Reading;
import org.tinybabel.grader.api.Answers;
import org.tinybabel.grader.api.Points;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Rejects;
import org.tinybabel.grader.api.Seed;
import org.tinybabel.grader.api.TestsOf;
import org.tinybabel.lab.metrics.Cosine;
import tech.tablesaw.aggregate.AggregateFunctions;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The cases where typical answers to paper 24 go wrong. */
@TestsOf(LexicalSpecialization.class)
public final class LexicalSpecializationHiddenTest {

    @Test
    @Question("a")
    @Points(2)
    @DisplayName("random vectors of all lengths")
    @Rejects({"a-dot-product", "a-inverse-of-mean-rank", "a-from-zero"})
    void randomVectorsOfAllLengths(LexicalSpecialization student, Seed seed) {
        var random = seed.random();
        for (var repeat = 0; repeat < 20; repeat++) {
            var queries = vectors(random, 6, 4);
            var vocab = vectors(random, 15, 4);
            var gold = random.ints(6, 0, 15).toArray();
            Answers.assertClose(
                    "6 queries, 15 words", student.mrr(queries, vocab, gold), mrr(queries, vocab, gold), 1e-9);
        }
    }

    private static double[][] vectors(RandomGenerator random, int rows, int dimensions) {
        var vectors = new double[rows][dimensions];
        for (var vector : vectors) {
            var length = random.nextDouble(0.2, 5);
            Arrays.setAll(vector, i -> length * random.nextGaussian());
        }
        return vectors;
    }

    private static double mrr(double[][] queries, double[][] vocab, int[] gold) {
        return IntStream.range(0, queries.length)
                .mapToDouble(i -> {
                    var right = Cosine.of(queries[i], vocab[gold[i]]);
                    return 1.0
                            / (1
                                    + Arrays.stream(vocab)
                                            .filter(word -> Cosine.of(queries[i], word) > right + 1e-9)
                                            .count());
                })
                .average()
                .orElseThrow();
    }

    @Test
    @Question("a")
    @Points(2)
    @DisplayName("words that are as near as the translation")
    @Rejects({"a-ties-against", "a-no-tolerance"})
    void wordsThatAreAsNear(LexicalSpecialization student, Seed seed) {
        var random = seed.random();
        for (var repeat = 0; repeat < 20; repeat++) {
            var vocab = vectors(random, 8, 6);
            for (var i = 1; i < vocab.length; i++) {
                var factor = random.nextDouble(0.1, 3);
                vocab[i] = Arrays.stream(vocab[0]).map(x -> factor * x).toArray();
            }
            var mrr = student.mrr(
                    vectors(random, 3, 6), vocab, random.ints(3, 0, 8).toArray());
            Answers.assertClose("all words in one direction", mrr, 1.0, 1e-12);
        }
    }

    @Test
    @Question("a")
    @DisplayName("what has no rank")
    @Rejects("a-no-validation")
    void refusesWhatHasNoRank(LexicalSpecialization student) {
        var two = new double[][] {{1, 0}, {0, 1}};
        var one = new int[] {1};
        assertThatIllegalArgumentException().isThrownBy(() -> student.mrr(new double[0][], two, new int[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> student.mrr(two, two, one));
        assertThatIllegalArgumentException().isThrownBy(() -> student.mrr(two, two, new int[] {1, -1}));
        assertThatIllegalArgumentException().isThrownBy(() -> student.mrr(two, new double[0][], new int[] {0, 0}));
        assertThatIllegalArgumentException().isThrownBy(() -> student.mrr(new double[][] {{1, 0, 1}}, two, one));
        assertThatIllegalArgumentException().isThrownBy(() -> student.mrr(new double[][] {{0, 0}}, two, one));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.mrr(new double[][] {{1, 0}}, new double[][] {{0, 0}, {0, 1}}, one));
    }

    @Test
    @Question("b")
    @Points(2)
    @DisplayName("random concepts with one, two and three words")
    @Rejects({"b-other-positives", "b-mean-over-anchors", "b-one-direction", "b-self-in-denominator"})
    void randomConcepts(LexicalSpecialization student, Seed seed) {
        var random = seed.random();
        for (var repeat = 0; repeat < 20; repeat++) {
            var z = vectors(random, 9, 4);
            var label = new int[] {-3, 5, 8, 5, 8, 5, 0, 12, 12};
            var tau = random.nextDouble(0.05, 2);
            Answers.assertClose("9 words", student.ntXentLabels(z, label, tau), loss(z, label, tau), 1e-9);
        }
    }

    private static double loss(double[][] z, int[] label, double tau) {
        var losses = new ArrayList<Double>();
        for (var i = 0; i < z.length; i++) {
            for (var j = 0; j < z.length; j++) {
                if (i != j && label[i] == label[j]) {
                    var positive = Cosine.of(z[i], z[j]);
                    var sum = 1.0;
                    for (var k = 0; k < z.length; k++) {
                        sum += label[k] == label[i] ? 0 : Math.exp((Cosine.of(z[i], z[k]) - positive) / tau);
                    }
                    losses.add(Math.log(sum));
                }
            }
        }
        return losses.stream().mapToDouble(loss -> loss).average().orElseThrow();
    }

    @Test
    @Question("b")
    @DisplayName("a very low temperature, and no other concept")
    @Rejects("b-overflows")
    void veryLowTemperature(LexicalSpecialization student) {
        var z = new double[][] {{1, 0}, {1, 0}, {0, 2}, {3, 4}};
        Answers.assertClose(
                "τ = 0.0005", student.ntXentLabels(z, new int[] {1, 2, 1, 3}, 0.0005), (2000 + 1600) / 2.0, 1e-6);
        Answers.assertClose("one concept only", student.ntXentLabels(z, new int[] {1, 1, 1, 1}, 0.0005), 0.0, 1e-12);
    }

    @Test
    @Question("b")
    @DisplayName("bad input")
    @Rejects("b-no-validation")
    void refusesBadBatches(LexicalSpecialization student) {
        var two = new double[][] {{1, 0}, {0, 1}};
        var same = new int[] {1, 1};
        assertThatIllegalArgumentException().isThrownBy(() -> student.ntXentLabels(two, same, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> student.ntXentLabels(two, same, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> student.ntXentLabels(two, new int[] {1, 1, 1}, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.ntXentLabels(new double[][] {{1, 0}, {0, 0}}, same, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.ntXentLabels(new double[][] {{1, 0}, {1, 0, 2}}, same, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> student.ntXentLabels(new double[0][], new int[0], 1));
    }

    @Test
    @Question("c")
    @Points(2)
    @DisplayName("cells with different numbers of runs")
    @Rejects("c-raw-rows")
    void cellsWithDifferentNumbersOfRuns(LexicalSpecialization student) {
        // Cells: 0.0 and 0.4 at 10, 0.4 and 0.61 at 100. Over raw rows the mean at 10 is 0.3 instead of 0.2.
        var runs = runs(new int[] {10, 10, 10, 10, 100, 100}, List.of("a", "b", "b", "b", "a", "b"), new double[] {
            0.0, 0.3, 0.4, 0.5, 0.4, 0.61
        });
        Answers.assertEqual("an unbalanced grid", student.dominantFactor(runs), "n");
    }

    private static Table runs(int[] n, List<String> langs, double[] mrr) {
        return Table.create(
                "runs",
                IntColumn.create("n", n),
                StringColumn.create("langs", langs),
                IntColumn.create("seed", IntStream.range(0, n.length).toArray()),
                DoubleColumn.create("mrr", mrr));
    }

    @Test
    @Question("c")
    @DisplayName("ranges, not spreads, and ties")
    @Rejects("c-standard-deviation")
    void rangesAndTies(LexicalSpecialization student) {
        var n = new int[] {100, 10, 100, 10, 100, 10};
        var langs = List.of("de-fr", "de-fr", "tr-ru", "tr-ru", "es-it", "es-it");
        // At 100 the cells are 0.2, 0.3 and 0.41: range 0.21, standard deviation 0.105. The numbers are 0.2 apart.
        var spread = runs(n, langs, new double[] {0.2, 0.0, 0.3, 0.1, 0.41, 0.21});
        Answers.assertEqual("0.20 against 0.21", student.dominantFactor(spread), "langs");
        var tie = runs(n, langs, new double[] {0.2, 0.1, 0.3, 0.0, 0.4, 0.2});
        Answers.assertEqual("0.2 against 0.2", student.dominantFactor(tie), "tie");
    }

    @Test
    @Question("c")
    @Points(2)
    @DisplayName("random grids in any order")
    @Rejects({"c-sets-over-all-numbers", "c-raw-rows"})
    void randomGridsInAnyOrder(LexicalSpecialization student, Seed seed) {
        var random = seed.random();
        for (var repeat = 0; repeat < 40; repeat++) {
            var runs = randomGrid(random);
            Answers.assertEqual("a random grid", student.dominantFactor(runs), dominant(runs));
        }
    }

    private static Table randomGrid(RandomGenerator random) {
        var cells = new ArrayList<Integer>();
        for (var cell = 0; cell < 12; cell++) {
            cells.addAll(Collections.nCopies(random.nextInt(1, 5), cell));
        }
        Collections.shuffle(cells, new Random(random.nextLong()));
        var numbers = new int[] {500, 50, 4000};
        var sets = List.of("xx-yy", "all", "zz-xx", "none of these");
        return runs(
                cells.stream().mapToInt(cell -> numbers[cell / 4]).toArray(),
                cells.stream().map(cell -> sets.get(cell % 4)).toList(),
                random.doubles(cells.size()).toArray());
    }

    private static String dominant(Table runs) {
        var cells = runs.summarize("mrr", AggregateFunctions.mean).by("n", "langs");
        var numbers = cells.summarize("Mean [mrr]", AggregateFunctions.mean).by("n");
        var largest =
                cells.where(cells.intColumn("n").isEqualTo(cells.intColumn("n").max()));
        return numbers.numberColumn(1).range()
                        > largest.numberColumn("Mean [mrr]").range()
                ? "n"
                : "langs";
    }

    @Test
    @Question("c")
    @DisplayName("grids with holes")
    @Rejects("c-no-validation")
    void refusesGridsWithHoles(LexicalSpecialization student) {
        var empty = runs(new int[0], List.of(), new double[0]);
        var hole = runs(new int[] {10, 10, 100}, List.of("a", "b", "a"), new double[] {0.1, 0.2, 0.3});
        var missing = runs(new int[] {10, 100}, List.of("a", "a"), new double[] {0.1, Double.NaN});
        for (var runs : List.of(empty, hole, missing)) {
            assertThatIllegalArgumentException().isThrownBy(() -> student.dominantFactor(runs));
        }
    }

    @Test
    @Question("d")
    @DisplayName("the reading of the intervals")
    @Rejects({"d-number-matters", "d-open"})
    void theIntervalsAreRead(LexicalSpecialization student) {
        assertThat(student.reading()).isEqualTo(Reading.SET_MATTERS_MORE);
    }

    @Test
    @Question("e")
    @DisplayName("the choice of a control")
    @Rejects({"e-wrong-partners", "e-another-neighbour"})
    void theControlTellsTheReasonsApart(LexicalSpecialization student) {
        assertThat(student.control()).isEqualTo(Control.UNSEEN_SCRIPT);
    }

    @Test
    @Question("g")
    @DisplayName("the name of the flaw")
    @Rejects("g-missing-control")
    void theFlawIsNamed(LexicalSpecialization student) {
        assertThat(student.flaw()).isEqualTo(Flaw.UNEQUAL_CONDITIONS);
    }

    @Test
    @Question("g")
    @Points(2)
    @DisplayName("every pass goes through all constraints, each time in another order")
    @Rejects({"g-with-replacement", "g-same-order"})
    void everyPassGoesThroughAll(LexicalSpecialization student, Seed seed) {
        var random = seed.random();
        for (var repeat = 0; repeat < 5; repeat++) {
            var constraints = random.nextInt(20, 30);
            var row = Arrays.stream(student.batches(constraints, 7, 20, random.nextLong()))
                    .flatMapToInt(Arrays::stream)
                    .toArray();
            assertThat(row).as("20 batches of 7").hasSize(140);
            var orders = new HashSet<List<Integer>>();
            for (var from = 0; from + constraints <= row.length; from += constraints) {
                var pass = Arrays.stream(row, from, from + constraints).boxed().toList();
                assertThat(pass)
                        .as("pass of " + constraints + " constraints from place " + from)
                        .containsExactlyInAnyOrderElementsOf(
                                IntStream.range(0, constraints).boxed().toList());
                assertThat(orders.add(pass))
                        .as("a new order from place " + from)
                        .isTrue();
            }
        }
    }

    @Test
    @Question("g")
    @DisplayName("the seed decides, and numbers below 1 do not count")
    @Rejects("g-forgets-seed")
    void theSeedDecides(LexicalSpecialization student) {
        var first = student.batches(40, 8, 10, 3);
        Answers.assertEqual("the same seed again", student.batches(40, 8, 10, 3), first);
        assertThat(Arrays.deepEquals(student.batches(40, 8, 10, 4), first))
                .as("another seed gives the same")
                .isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> student.batches(0, 8, 10, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> student.batches(40, 0, 10, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> student.batches(40, 8, 0, 3));
    }
}
