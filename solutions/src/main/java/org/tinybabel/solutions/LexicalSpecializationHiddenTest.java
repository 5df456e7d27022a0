package org.tinybabel.solutions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tinybabel.exercises.Flaw;
import org.tinybabel.exercises.LexicalSpecialization;
import org.tinybabel.exercises.LexicalSpecialization.Control;
import org.tinybabel.exercises.LexicalSpecialization.Reading;
import org.tinybabel.grader.api.Answers;
import org.tinybabel.grader.api.GeneratedInputs;
import org.tinybabel.grader.api.Points;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Rejects;
import org.tinybabel.grader.api.Seed;
import org.tinybabel.grader.api.TestsOf;
import org.tinybabel.grader.api.Validation;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The cases where typical answers to paper 24 go wrong. */
@TestsOf(LexicalSpecialization.class)
public final class LexicalSpecializationHiddenTest {

    private static GeneratedInputs inputs(LexicalSpecialization student, Seed seed) {
        return GeneratedInputs.of(student, new LexicalSpecializationSolution.Answers(), seed);
    }

    /** Vectors of small whole numbers, none of them zero, of which some have the same direction. */
    private static double[][] vectors(Random random, int rows, int dimensions) {
        var vectors = new double[rows][];
        Arrays.setAll(
                vectors,
                row -> row > 0 && random.nextInt(4) == 0
                        ? Arrays.stream(vectors[random.nextInt(row)])
                                .map(x -> 3 * x)
                                .toArray()
                        : Stream.generate(() -> random.ints(dimensions, -2, 3)
                                        .asDoubleStream()
                                        .toArray())
                                .filter(vector -> Arrays.stream(vector).anyMatch(x -> x != 0))
                                .findFirst()
                                .orElseThrow());
        return vectors;
    }

    /** The square of 1e-300 is 0. */
    private static boolean withoutTinyNumbers(double[][] vectors) {
        return Arrays.stream(vectors).flatMapToDouble(Arrays::stream).noneMatch(x -> x != 0 && Math.abs(x) < 1e-100);
    }

    private static GeneratedInputs.Comparing ranks(LexicalSpecialization student, Seed seed) {
        return inputs(student, seed)
                .method("mrr", random -> {
                    var dimensions = 1 + random.nextInt(3);
                    var queries = vectors(random, 1 + random.nextInt(3), dimensions);
                    var vocab = vectors(random, 1 + random.nextInt(5), dimensions);
                    return new Object[] {
                        queries,
                        vocab,
                        random.ints(queries.length, 0, vocab.length).toArray()
                    };
                })
                .where(arguments ->
                        withoutTinyNumbers((double[][]) arguments[0]) && withoutTinyNumbers((double[][]) arguments[1]));
    }

    @Test
    @Question("a")
    @Points(3)
    @DisplayName("generated vectors of all lengths")
    @Rejects({"a-dot-product", "a-inverse-of-mean-rank", "a-from-zero", "a-ties-against", "a-distance"})
    void generatedVectors(LexicalSpecialization student, Seed seed) {
        ranks(student, seed).compareValues();
    }

    @Test
    @Question("a")
    @DisplayName("words that are as near as the translation, and one that is hardly nearer")
    @Rejects({"a-ties-against", "a-no-tolerance", "a-wide-tolerance"})
    void wordsThatAreAsNear(LexicalSpecialization student, Seed seed) {
        var random = seed.random();
        for (var repeat = 0; repeat < 20; repeat++) {
            var vocab = new double[8][];
            var direction = DoubleStream.generate(random::nextGaussian).limit(6).toArray();
            for (var i = 0; i < vocab.length; i++) {
                var factor = random.nextDouble(0.1, 3);
                vocab[i] = Arrays.stream(direction).map(x -> factor * x).toArray();
            }
            var queries = Stream.generate(() ->
                            DoubleStream.generate(random::nextGaussian).limit(6).toArray())
                    .limit(3)
                    .toArray(double[][]::new);
            var mrr = student.mrr(queries, vocab, random.ints(3, 0, 8).toArray());
            Answers.assertClose("all words in one direction", mrr, 1.0, 1e-12);
        }
        var hardly = student.mrr(new double[][] {{1, 0}}, new double[][] {{1, 0.001}, {1, 0}}, new int[] {0});
        Answers.assertClose("a word whose cosine is larger by 5e-7", hardly, 0.5, 1e-12);
    }

    @Test
    @Question("a")
    @Validation
    @DisplayName("what has no rank")
    @Rejects("a-no-validation")
    void refusesWhatHasNoRank(LexicalSpecialization student, Seed seed) {
        ranks(student, seed).compareRefusals();
        var two = new double[][] {{1, 0}, {0, 1}};
        var one = new int[] {1};
        Answers.assertRefuses("no query", () -> student.mrr(new double[0][], two, new int[0]));
        Answers.assertRefuses("two queries, one translation", () -> student.mrr(two, two, one));
        Answers.assertRefuses("word −1", () -> student.mrr(two, two, new int[] {1, -1}));
        Answers.assertRefuses("no word", () -> student.mrr(two, new double[0][], new int[] {0, 0}));
        for (var bad : new double[][] {{1, 0, 1}, {0, 0}, {0, Double.NaN}, {Double.POSITIVE_INFINITY, 1}}) {
            Answers.assertRefuses(
                    "the query " + Arrays.toString(bad), () -> student.mrr(new double[][] {bad}, two, one));
            Answers.assertRefuses(
                    "the word " + Arrays.toString(bad),
                    () -> student.mrr(new double[][] {{1, 0}}, new double[][] {bad, {0, 1}}, one));
        }
    }

    private static GeneratedInputs.Comparing losses(LexicalSpecialization student, Seed seed) {
        return inputs(student, seed)
                .method("ntXentLabels", random -> {
                    var words = 2 + random.nextInt(6);
                    // Labels that are too large for a cache of boxes.
                    var label = random.ints(words, 0, 3).map(x -> 300 * x).toArray();
                    label[1] = label[0];
                    var z = vectors(random, words, 1 + random.nextInt(3));
                    return new Object[] {z, label, random.nextInt(5) == 0 ? 0.0005 : 0.25 + random.nextInt(4) / 2.0};
                })
                // A temperature that is tinier has no promise of a finite loss.
                .where(arguments -> withoutTinyNumbers((double[][]) arguments[0])
                        && !((double) arguments[2] > 0 && (double) arguments[2] < 0.0005));
    }

    @Test
    @Question("b")
    @Points(3)
    @DisplayName("generated concepts with one, two and more words")
    @Rejects({
        "b-other-positives",
        "b-mean-over-anchors",
        "b-one-direction",
        "b-self-in-denominator",
        "b-overflows",
        "b-dot-product",
        "b-drops-singles"
    })
    void generatedConcepts(LexicalSpecialization student, Seed seed) {
        losses(student, seed).compareValues();
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
    @Validation
    @DisplayName("batches without a loss")
    @Rejects("b-no-validation")
    void refusesBadBatches(LexicalSpecialization student, Seed seed) {
        losses(student, seed).compareRefusals();
        var two = new double[][] {{1, 0}, {0, 1}};
        var same = new int[] {1, 1};
        Answers.assertRefuses("τ = 0", () -> student.ntXentLabels(two, same, 0));
        Answers.assertRefuses("τ is NaN", () -> student.ntXentLabels(two, same, Double.NaN));
        Answers.assertRefuses("no word", () -> student.ntXentLabels(new double[0][], new int[0], 1));
        for (var bad : new double[][] {{1, 0, 2}, {0, 0}, {0, Double.NaN}, {1, Double.NEGATIVE_INFINITY}}) {
            Answers.assertRefuses(
                    "the second vector " + Arrays.toString(bad),
                    () -> student.ntXentLabels(new double[][] {{1, 0}, bad}, same, 1));
        }
    }

    @Test
    @Question("c")
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
    @Rejects({"c-standard-deviation", "c-no-tie"})
    void rangesAndTies(LexicalSpecialization student) {
        var n = new int[] {100, 10, 100, 10, 100, 10};
        var langs = List.of("de-fr", "de-fr", "tr-ru", "tr-ru", "es-it", "es-it");
        // At 100 the cells are 0.2, 0.3 and 0.41: range 0.21, standard deviation 0.105. The numbers are 0.2 apart.
        var spread = runs(n, langs, new double[] {0.2, 0.0, 0.3, 0.1, 0.41, 0.21});
        Answers.assertEqual("0.20 against 0.21", student.dominantFactor(spread), "langs");
        var tie = runs(n, langs, new double[] {0.2, 0.1, 0.3, 0.0, 0.4, 0.2});
        Answers.assertEqual("0.2 against 0.2", student.dominantFactor(tie), "tie");
        for (var difference : new double[] {1e-12, 3e-12}) {
            var small = runs(new int[] {10, 100}, List.of("all", "all"), new double[] {0, difference});
            Answers.assertEqual(
                    difference + " against 0", student.dominantFactor(small), difference > 2e-12 ? "n" : "tie");
        }
    }

    private static GeneratedInputs.Comparing grids(LexicalSpecialization student, Seed seed) {
        return inputs(student, seed).method("dominantFactor", random -> new Object[] {grid(random)});
    }

    /** A grid in any order; some of its scores are equal, and some grids have holes. */
    private static Table grid(Random random) {
        var sets = List.of("xx-yy", "all", "zz-xx", "none of these").subList(0, 1 + random.nextInt(4));
        // The order of these numbers is not that of their texts, nor that of a hash set.
        var numbers = new int[] {500, 50, 4000};
        var rows = 1 + random.nextInt(3);
        var cells = new ArrayList<Integer>();
        for (var cell = 0; cell < rows * sets.size(); cell++) {
            cells.addAll(Collections.nCopies(1 + random.nextInt(3), cell));
        }
        Collections.shuffle(cells, random);
        if (random.nextInt(6) == 0) {
            cells.removeAll(List.of(cells.get(0)));
        }
        var mrr = random.ints(cells.size(), 0, 7).mapToDouble(x -> x / 8.0).toArray();
        if (mrr.length > 0 && random.nextInt(10) == 0) {
            mrr[random.nextInt(mrr.length)] = Double.NaN;
        }
        return runs(
                cells.stream().mapToInt(cell -> numbers[cell / sets.size()]).toArray(),
                cells.stream().map(cell -> sets.get(cell % sets.size())).toList(),
                mrr);
    }

    @Test
    @Question("c")
    @Points(3)
    @DisplayName("generated grids in any order")
    @Rejects({"c-sets-over-all-numbers", "c-raw-rows", "c-standard-deviation", "c-no-tie", "c-last-row", "c-ends-only"})
    void generatedGrids(LexicalSpecialization student, Seed seed) {
        grids(student, seed).compareValues();
    }

    @Test
    @Question("c")
    @Validation
    @DisplayName("grids with holes")
    @Rejects("c-no-validation")
    void refusesGridsWithHoles(LexicalSpecialization student, Seed seed) {
        grids(student, seed).compareRefusals();
        Answers.assertRefuses(
                "a table without rows", () -> student.dominantFactor(runs(new int[0], List.of(), new double[0])));
        Answers.assertRefuses(
                "no run of 100 with the set b",
                () -> student.dominantFactor(
                        runs(new int[] {10, 10, 100}, List.of("a", "b", "a"), new double[] {0.1, 0.2, 0.3})));
        Answers.assertRefuses(
                "a run without a score",
                () -> student.dominantFactor(
                        runs(new int[] {10, 100}, List.of("a", "a"), new double[] {0.1, Double.NaN})));
    }

    @Test
    @Question("d")
    @Points(3)
    @DisplayName("the reading of the intervals")
    @Rejects({"d-number-matters", "d-open", "d-no-reading"})
    void theIntervalsAreRead(LexicalSpecialization student) {
        Answers.assertEqual("the reading", student.reading(), Reading.SET_MATTERS_MORE);
    }

    @Test
    @Question("e")
    @Points(4)
    @DisplayName("the choice of a control")
    @Rejects({"e-wrong-partners", "e-another-neighbour", "e-no-control"})
    void theControlTellsTheReasonsApart(LexicalSpecialization student) {
        Answers.assertEqual("the control", student.control(), Control.UNSEEN_SCRIPT);
    }

    @Test
    @Question("g")
    @Points(4)
    @DisplayName("the name of the flaw")
    @Rejects({"g-missing-control", "g-no-flaw"})
    void theFlawIsNamed(LexicalSpecialization student) {
        Answers.assertEqual("the flaw", student.flaw(), Flaw.UNEQUAL_CONDITIONS);
    }

    private static GeneratedInputs.Comparing passes(LexicalSpecialization student, Seed seed) {
        return inputs(student, seed)
                .method("batches", random ->
                        new Object[] {number(random, 6), number(random, 5), number(random, 8), random.nextLong()})
                // Numbers of any size would cost time and memory.
                .keeping(0, 1, 2)
                .satisfying((arguments, batches) ->
                        wrongWith((int[][]) batches, (int) arguments[0], (int) arguments[1], (int) arguments[2]));
    }

    /** From 1 on; now and then below. */
    private static int number(Random random, int most) {
        return random.nextInt(12) == 0 ? -random.nextInt(2) : 1 + random.nextInt(most);
    }

    /** What is wrong with batches, by the rules of the text. */
    private static Optional<String> wrongWith(int[][] batches, int constraints, int batchSize, int steps) {
        var got = ", got " + Arrays.deepToString(batches);
        if (batches == null
                || batches.length != steps
                || Arrays.stream(batches).anyMatch(batch -> batch.length != batchSize)) {
            return Optional.of("expected " + steps + " batches of " + batchSize + got);
        }
        var row = Arrays.stream(batches).flatMapToInt(Arrays::stream).toArray();
        for (var from = 0; from < row.length; from += constraints) {
            var to = Math.min(row.length, from + constraints);
            var pass = Arrays.stream(row, from, to).boxed().collect(Collectors.toSet());
            if (pass.size() < to - from || pass.stream().anyMatch(i -> i < 0 || i >= constraints)) {
                return Optional.of("expected different indices below " + constraints + " from place " + from + " to "
                        + (to - 1) + got);
            }
        }
        return Optional.empty();
    }

    @Test
    @Question("g")
    @Points(2)
    @DisplayName("generated numbers: every pass goes through all constraints")
    @Rejects({"g-with-replacement", "g-two-passes", "g-shuffles-each-batch"})
    void everyPassGoesThroughAll(LexicalSpecialization student, Seed seed) {
        passes(student, seed).compareValues();
    }

    @Test
    @Question("g")
    @Points(2)
    @DisplayName("every pass has another order, and the seed decides")
    @Rejects({"g-same-order", "g-forgets-seed", "g-no-seed"})
    void theSeedDecides(LexicalSpecialization student, Seed seed) {
        var random = seed.random();
        for (var repeat = 0; repeat < 5; repeat++) {
            var constraints = random.nextInt(20, 30);
            var draws = random.nextLong();
            var batches = student.batches(constraints, 7, 20, draws);
            var row = Arrays.stream(batches).flatMapToInt(Arrays::stream).toArray();
            var orders = new HashSet<List<Integer>>();
            for (var from = 0; from + constraints <= row.length; from += constraints) {
                orders.add(Arrays.stream(row, from, from + constraints).boxed().toList());
            }
            Answers.assertEqual(
                    "different orders in whole passes through " + constraints + " constraints",
                    orders.size(),
                    row.length / constraints);
            Answers.assertEqual("the same seed again", student.batches(constraints, 7, 20, draws), batches);
            var others = student.batches(constraints, 7, 20, random.nextLong());
            Answers.assertHolds(
                    "the batches of another seed", others, "other batches", !Arrays.deepEquals(others, batches));
        }
    }

    @Test
    @Question("g")
    @Validation
    @DisplayName("numbers below 1")
    @Rejects("g-no-validation")
    void refusesNumbersBelowOne(LexicalSpecialization student, Seed seed) {
        passes(student, seed).compareRefusals();
        Answers.assertRefuses("no constraint", () -> student.batches(0, 8, 10, 3));
        Answers.assertRefuses("batches of none", () -> student.batches(40, 0, 10, 3));
        Answers.assertRefuses("no step", () -> student.batches(40, 8, 0, 3));
    }
}
