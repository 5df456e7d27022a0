package org.tinybabel.lab.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinybabel.display.TinyBabel;
import org.tinybabel.lab.stats.Intervals;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ResultsTest {

    private static final int[] EIGHT = IntStream.range(0, 8).toArray();

    private static Results two(int... seeds) {
        return Trials.of("seed", seeds).by("arm", "oracle", "all big").run(trial -> {
            var noise = new Random(trial.seed()).nextGaussian();
            trial.put("loss", noise + (trial.level("arm").equals("oracle") ? 0.1 * trial.seed() : 1));
        });
    }

    @Test
    void aSummaryIsWhatChartsTake() {
        var results = two(EIGHT);

        var summary = results.summary("loss", "arm");

        var oracle = Intervals.t(results.where("arm", "oracle").values("loss"));
        assertThat(summary.columnNames()).containsExactly("arm", "loss", "loss low", "loss high", "n");
        assertThat(summary.stringColumn("arm").asList()).containsExactly("oracle", "all big");
        assertThat(summary.doubleColumn("loss").get(0)).isEqualTo(oracle.mean());
        assertThat(summary.doubleColumn("loss low").get(0)).isEqualTo(oracle.low());
        assertThat(summary.doubleColumn("loss high").get(0)).isEqualTo(oracle.high());
        assertThat(summary.intColumn("n").asList()).containsExactly(8, 8);
        assertThat(TinyBabel.bars(summary, "arm", "loss").getSeriesCollection()).hasSize(1);
    }

    @Test
    void fewSeedsHaveNoInterval() {
        var summary = two(0, 1, 2, 3).summary("loss", "arm");

        assertThat(summary.doubleColumn("loss low").countMissing()).isEqualTo(2);
        assertThat(summary.doubleColumn("loss high").countMissing()).isEqualTo(2);
        assertThat(summary.doubleColumn("loss").countMissing()).isZero();
        assertThat(two(0, 1, 2, 3, 4)
                        .summary("loss", "arm")
                        .doubleColumn("loss low")
                        .countMissing())
                .isZero();
    }

    @Test
    void differencesArePairedBySeed() {
        var results = two(EIGHT);

        var differences = results.paired("loss", "arm", "oracle", "all big");

        assertThat(differences).hasSize(8);
        IntStream.range(0, 8).forEach(i -> assertThat(differences[i]).isCloseTo(0.1 * i - 1, within(1e-12)));
        assertThat(results.difference("loss", "arm", "oracle", "all big")).isEqualTo(Intervals.t(differences));
    }

    @Test
    void pairsAreFoundWhateverTheOrderOfTheRows() {
        var sorted = two(EIGHT);
        var shuffled = Results.of(sorted.table().sortDescendingOn("loss"), "seed", "loss");

        var differences = shuffled.paired("loss", "arm", "oracle", "all big");

        IntStream.range(0, 8).forEach(i -> assertThat(differences[i])
                .isCloseTo(0.1 * shuffled.where("arm", "oracle").seeds().get(i) - 1, within(1e-12)));
    }

    @Test
    void aMissingSeedIsNamed() {
        var all = two(EIGHT).table();
        var without = all.dropRows(IntStream.range(0, all.rowCount())
                .filter(row -> all.intColumn("seed").get(row) == 3
                        && all.stringColumn("arm").get(row).equals("all big"))
                .toArray());
        var results = Results.of(without, "seed", "loss");

        assertThatThrownBy(() -> results.paired("loss", "arm", "oracle", "all big"))
                .hasMessage("no pair for seed 3: it was measured not under arm all big");
        assertThatThrownBy(() -> results.paired("loss", "arm", "all big", "oracle"))
                .hasMessage("no pair for seed 3: it was measured only under arm oracle");
    }

    @Test
    void everythingCanBeShownAgainstABaseline() {
        var results = Trials.of("seed", EIGHT)
                .by("arm", "none", "random", "chosen")
                .by("k", 1, 2)
                .run(trial -> trial.put("loss", trial.seed() * 10 + trial.index() % 6));

        var against = results.minus("arm", "none");

        assertThat(against.where("arm", "random").where("k", 1).values("loss")).containsOnly(2);
        assertThat(against.summary("loss", "arm", "k").rowCount()).isEqualTo(4);
    }

    @Test
    void nothingIsAveragedThatWasNotNamed() {
        var results =
                Trials.of("seed", EIGHT).by("arm", "a", "b").by("step", 1, 2).run(trial -> trial.put("loss", 1));

        assertThatThrownBy(() -> results.summary("loss", "arm"))
                .hasMessage("'loss' differs by step too: also group by it, or choose with where(\"step\", …)");
        assertThatThrownBy(() -> results.values("loss")).hasMessageContaining("choose with where(\"arm\", …)");
        assertThat(results.where("step", 2).summary("loss", "arm").rowCount()).isEqualTo(2);
    }

    @Test
    void intervalsOfABoundedMeasureStayInside() {
        var results = Trials.of("seed", EIGHT)
                .by("arm", "a", "b")
                .run(trial -> trial.put(
                        "accuracy", trial.level("arm").equals("a") ? 1 - 0.02 * (trial.seed() % 4 == 0 ? 1 : 0) : 0));

        assertThat(results.where("arm", "a").mean("accuracy").high()).isGreaterThan(1);
        var bounded = results.bounded("accuracy", 0, 1);
        assertThat(bounded.where("arm", "a").mean("accuracy").high()).isLessThan(1);
        assertThat(bounded.summary("accuracy", "arm")
                        .doubleColumn("accuracy high")
                        .max())
                .isLessThan(1);
        assertThat(bounded.difference("accuracy", "arm", "a", "b").high()).isLessThan(1);
        assertThatThrownBy(() -> results.bounded("accuracy", 0, 0.5))
                .hasMessageContaining("out of its range 0.0 … 0.5");
    }

    @Test
    void aMeasureBoundedOnOneSideRefusesAnIntervalThatLeavesIt() {
        var losses = Trials.of("seed", EIGHT).run(trial -> trial.put("loss", trial.seed() == 0 ? 9 : 0));

        assertThatThrownBy(() ->
                        losses.bounded("loss", 0, Double.POSITIVE_INFINITY).mean("loss"))
                .hasMessageContaining("leaves the range 0.0 … Infinity of its measure");
    }

    @Test
    void measuresCanStandSideBySide() {
        var results = Trials.of("seed", EIGHT).by("arm", "a", "b").run(trial -> trial.put("realised", trial.seed())
                .put("expected", 2 * trial.seed()));

        var summary = results.with("gap", row -> row.getDouble("expected") - row.getDouble("realised"))
                .longer("loss", "nats", "realised", "expected", "gap")
                .summary("nats", "loss", "arm");

        assertThat(summary.doubleColumn("nats").asDoubleArray()).containsExactly(3.5, 3.5, 7, 7, 3.5, 3.5);
    }

    @Test
    void theSameRunStoresTheSameBytes(@TempDir Path folder) throws IOException {
        two(2, 0, 1).write(folder.resolve("one.csv"), 6);
        two(2, 0, 1).write(folder.resolve("two.csv"), 6);

        assertThat(folder.resolve("one.csv")).hasSameBinaryContentAs(folder.resolve("two.csv"));
        assertThat(Files.readString(folder.resolve("one.csv"))).startsWith("seed,arm,loss\n2,oracle,");
    }

    @Test
    void storedRowsAreReadAgain(@TempDir Path folder) throws IOException {
        var file = folder.resolve("table.csv");
        var results = two(EIGHT);
        results.write(file, 6);

        var stored = Results.read(Files.newInputStream(file), "seed", "loss");

        assertThat(stored.seeds()).isEqualTo(results.seeds());
        assertThat(stored.difference("loss", "arm", "oracle", "all big").mean())
                .isCloseTo(
                        results.difference("loss", "arm", "oracle", "all big").mean(), within(1e-6));
    }

    @Test
    void moreSeedsAreAddedBehindAndTheSameOnesReplaced(@TempDir Path folder) throws IOException {
        var file = folder.resolve("table.csv");
        two(0, 1).append(file, 6);
        var before = Files.readString(file);
        two(1, 2).append(file, 6);

        assertThat(Files.readString(file)).startsWith(before);
        assertThat(Results.read(Files.newInputStream(file), "seed", "loss").seeds())
                .containsExactly(0, 1, 2);
        assertThatThrownBy(() ->
                        Trials.of("seed", 0).run(trial -> trial.put("x", 1)).append(file, 6))
                .hasMessageEndingWith("has the columns [seed, arm, loss], the new rows have [seed, x]");
    }

    @Test
    void mistakesListWhatThereIs() {
        var results = two(EIGHT);

        assertThatThrownBy(() -> results.summary("los", "arm")).hasMessage("there is no measure 'los'; there are loss");
        assertThatThrownBy(() -> results.summary("loss", "arms"))
                .hasMessage("there is no factor 'arms'; there are arm");
        assertThatThrownBy(() -> results.where("arm", "orakel"))
                .hasMessage("'arm' has no level orakel; it has oracle, all big");
        assertThatThrownBy(() -> Results.of(results.table(), "run", "loss"))
                .hasMessage("there is no column 'run'; there are seed, arm, loss");
        assertThatThrownBy(() -> Results.of(results.table(), "seed", "arm"))
                .hasMessage("column 'arm' holds no numbers but string");
        var twice = Table.create(
                IntColumn.create("seed", 0, 0), StringColumn.create("arm", "a", "a"), IntColumn.create("loss", 1, 2));
        assertThatThrownBy(() -> Results.of(twice, "seed", "loss"))
                .hasMessage("two rows have the same seed and levels: [0, a]; name the factor in which they differ");
        var missing = Trials.of("seed", EIGHT).run(trial -> trial.put("loss", trial.seed() == 4 ? Double.NaN : 1));
        assertThatThrownBy(() -> missing.mean("loss")).hasMessage("'loss' is missing for seed 4");
    }
}
