package org.tinybabel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinybabel.cli.sweep.GridFile;
import tech.tablesaw.api.Table;

/** A tiny sweep: three seeds of two widths, one with two mixtures and one with one. */
class SweepCommandTest {

    private static final Path ROOT = Path.of("..", "..");

    @TempDir
    private Path folder;

    private Path grid;
    private Path single;

    @BeforeEach
    void writeGrid() throws IOException {
        grid = Files.writeString(
                folder.resolve("grid.json"),
                """
                {
                  "families": [{"classes": 2, "wordsPerClass": 2, "previousDeviation": 2},
                               {"classes": 3, "wordsPerClass": 1, "previousDeviation": 2}],
                  "context": 6, "batch": 4, "checkpoints": [4, 9], "testSentences": 10,
                  "sizes": [{"width": 4, "mixtures": [[0.5, 0.5], [0.8, 0.2]]}, {"width": 8, "mixtures": [[0.5, 0.5]]}],
                  "seeds": [0, 1, 2]
                }
                """);
        single = folder.resolve("single");
    }

    private Invocation train(Path out, String... more) {
        var arguments =
                new ArrayList<>(List.of("sweep", "scaling", "--grid", grid.toString(), "--out", out.toString()));
        arguments.addAll(List.of(more));
        return Invocation.of(ROOT, arguments.toArray(String[]::new));
    }

    private Invocation merge(String... arguments) {
        var all = new ArrayList<>(List.of("sweep", "merge", "-o", csv().toString()));
        all.addAll(List.of(arguments));
        return Invocation.of(ROOT, all.toArray(String[]::new));
    }

    private Path csv() {
        return folder.resolve("merged.csv");
    }

    private static Map<String, FileTime> files(Path folder) throws IOException {
        var times = new TreeMap<String, FileTime>();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                times.put(file.getFileName().toString(), Files.getLastModifiedTime(file));
            }
        }
        return times;
    }

    @Test
    void theTableHasARowForEachSeedWidthMixtureStepAndFamily() throws IOException {
        var trained = train(single);
        var merged = merge(single.toString());

        assertThat(trained.exitCode()).as(trained.err()).isZero();
        assertThat(trained.out()).isEmpty();
        assertThat(trained.err())
                .startsWith("Training on cpu: 6 units of 9 steps, ")
                .contains(
                        "/6] seed 2, width 4: 2 models", "[6/6] ", "The sweep is trained. Now: tinybabel sweep merge");
        assertThat(files(single).keySet())
                .contains("grid.json", "models-seed0-width4.jsonl")
                .hasSize(7);
        assertThat(merged.exitCode()).as(merged.err()).isZero();
        assertThat(merged.out()).isEqualToIgnoringNewLines(csv().toString());
        assertThat(Files.readString(csv()).lines().limit(4))
                .satisfiesExactly(
                        header ->
                                assertThat(header).isEqualTo("seed,width,parameters,step,tokens,mixture,family,p,loss"),
                        row -> assertThat(row).matches("0,4,252,4,96,0\\.500/0\\.500,0,0\\.500000,\\d\\.\\d{6}"),
                        row -> assertThat(row).matches("0,4,252,4,96,0\\.500/0\\.500,1,0\\.500000,\\d\\.\\d{6}"),
                        row -> assertThat(row).matches("0,4,252,9,216,0\\.500/0\\.500,0,0\\.500000,\\d\\.\\d{6}"));
        var table = Table.read().csv(csv().toFile());
        assertThat(table.rowCount()).isEqualTo(3 * 3 * 2 * 2);
        assertThat(table.stringColumn("mixture").unique().asList())
                .containsExactlyInAnyOrder("0.500/0.500", "0.800/0.200");
        assertThat(table.intColumn("seed").unique().asList()).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(table.doubleColumn("loss").min()).isPositive();
    }

    @Test
    void partsThatAreMergedGiveTheBytesOfASingleRun() throws IOException {
        train(single, "--jobs", "1");
        merge(single.toString());
        var whole = Files.readString(csv());
        var parts = new ArrayList<String>();
        for (var part = 1; part <= 3; part++) {
            var out = folder.resolve("part-" + part);
            var trained = train(out, "--shard", part + "/3", "--jobs", "2");
            assertThat(trained.err()).contains("Training on cpu: 2 units", "Part " + part + "/3 is trained.");
            parts.add(out.toString());
        }

        var merged = merge(parts.toArray(String[]::new));

        assertThat(merged.exitCode()).as(merged.err()).isZero();
        assertThat(csv()).content().isEqualTo(whole);
    }

    @Test
    void whatIsTrainedIsKeptAndOnlyTheRestIsTrained() throws IOException {
        train(single);
        merge(single.toString());
        var whole = Files.readString(csv());
        Files.delete(single.resolve("models-seed1-width8.jsonl"));
        Files.writeString(single.resolve(".models-seed2-width8.jsonl.1-1.tmp"), "what a killed process leaves");
        var before = files(single);

        var again = train(single);
        merge(single.toString());

        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.err()).contains("5 of 6 units are trained already and kept.", "[1/1] seed 1, width 8");
        assertThat(files(single)).containsAllEntriesOf(before);
        assertThat(csv()).content().isEqualTo(whole);
    }

    @Test
    void aFolderOfAnotherGridIsRefusedAndStaysAsItIs() throws IOException {
        train(single);
        var before = files(single);
        Files.writeString(
                grid, Files.readString(grid).replace("[4, 9]", "[4, 8]").replace("\"batch\": 4", "\"batch\": 5"));

        var call = train(single);

        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err())
                .contains("The folder " + single
                        + " belongs to another grid: batch, checkpoints in its grid.json differs.")
                .contains("Nothing was changed");
        assertThat(files(single)).isEqualTo(before);
    }

    @Test
    void unitsThatAreMissingAreNamed() throws IOException {
        train(single, "--shard", "1/3");

        var refused = merge(single.toString());

        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err())
                .contains(
                        "4 of 6 units are missing: seed 1, width 8; seed 2, width 8; seed 1, width 4; seed 2, width 4.")
                .contains("--allow-missing");
        assertThat(csv()).doesNotExist();
        assertThat(merge(single.toString(), "--allow-missing").exitCode()).isZero();
        assertThat(Files.readString(csv()).lines()).hasSize(1 + 3 * 2 * 2);
    }

    @Test
    void equalUnitsAreTakenOnceAndContradictingOnesRefused() throws IOException {
        train(single);
        var part = folder.resolve("part");
        train(part, "--shard", "1/3");

        var equal = merge(single.toString(), part.toString());
        var unit = part.resolve("models-seed0-width8.jsonl");
        Files.writeString(unit, Files.readString(unit).replaceFirst("\"losses\":\\[\\d", "\"losses\":[7"));
        var different = merge(single.toString(), part.toString());

        assertThat(equal.exitCode()).isZero();
        assertThat(equal.err())
                .contains("seed 0, width 8 is in " + single + " and in " + part + ", with equal losses.");
        assertThat(Files.readString(csv()).lines()).hasSize(1 + 36);
        assertThat(different.exitCode()).isEqualTo(2);
        assertThat(different.err()).contains("contradict each other: seed 0, width 8 has different losses.");
    }

    @Test
    void aLineThatCannotBeUsedIsNamed() throws IOException {
        train(single);
        var unit = single.resolve("models-seed1-width4.jsonl");
        var good = Files.readString(unit);
        var lines = good.lines().toList();

        assertUnusable(unit, good.substring(0, good.length() - 9), unit + ", line 2 is not JSON");
        assertUnusable(unit, lines.get(0) + "\n", unit + ": there must be 2 models, got 1.");
        assertUnusable(
                unit,
                lines.get(1) + "\n" + lines.get(0) + "\n",
                unit + ", line 1: this is not model 1 of seed 1, width 4.");
        assertUnusable(unit, good.replace("\"step\":9", "\"step\":10"), unit + ", line 1: this is not model 1");
        assertUnusable(unit, good.replaceFirst("\"tokens\":96,", ""), "line 1: \"checkpoints[0].tokens\" is missing.");
        assertUnusable(unit, good.replaceFirst("\"grid\":\"....", "\"grid\":\"beef"), "belongs to the grid beef");
    }

    private void assertUnusable(Path unit, String content, String message) throws IOException {
        Files.writeString(unit, content);
        var merged = merge(single.toString());
        var trained = train(single);

        assertThat(List.of(merged, trained)).allSatisfy(call -> {
            assertThat(call.exitCode()).isEqualTo(2);
            assertThat(call.err()).contains(message);
        });
        assertThat(trained.err()).contains("Delete the file to train this unit again.");
        assertThat(unit).content().isEqualTo(content);
    }

    @Test
    void foldersThatAreNoSweepOrNotOfOneGridAreRefused() throws IOException {
        train(single);
        var other = folder.resolve("other");
        Files.writeString(grid, Files.readString(grid).replace("[0, 1, 2]", "[0, 1]"));
        train(other);

        assertThat(merge(folder.toString() + "/none").err()).contains("There is no sweep in " + folder + "/none");
        assertThat(merge(single.toString(), other.toString()).err())
                .contains("The folders " + single + " and " + other + " belong to different grids: seeds in their");
        Files.copy(single.resolve("models-seed2-width4.jsonl"), other.resolve("models-seed2-width4.jsonl"));
        assertThat(merge(other.toString()).err())
                .contains("models-seed2-width4.jsonl is no unit of the grid in " + other + ": take it out.");
        assertThat(Invocation.of(ROOT, "sweep", "merge").exitCode()).isEqualTo(2);
    }

    @Test
    void aTrainingThatDivergesIsNamedAndTheOthersGoOn() throws IOException {
        Files.writeString(grid, Files.readString(grid).replace("\"context\"", "\"rate\": 1e30, \"context\""));

        var call = train(single, "--jobs", "1");

        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.err())
                .contains("seed 0, width 8: the ", "seed 2, width 4: the ", "try a lower learning rate.")
                .doesNotContain("is trained.");
        assertThat(files(single).keySet()).containsExactly("grid.json");
    }

    @Test
    void textThatDoesNotFitIntoMemoryIsSaidWithTheWayOut() throws IOException {
        Files.writeString(grid, "{\"seeds\": [0], \"sizes\": [{\"width\": 8}], \"batch\": 2000000}");

        var call = train(single);

        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.err())
                .contains(
                        "seed 0, width 8: the sentences of this unit do not fit into the ", "JDK_JAVA_OPTIONS=-Xmx8g");
    }

    @Test
    void thePrintedGridIsOneToEdit() {
        var standard = Invocation.of(ROOT, "sweep", "scaling", "--print-grid");
        var own = train(single, "--print-grid");

        assertThat(standard.exitCode()).isZero();
        assertThat(standard.out()).isEqualToIgnoringNewLines(GridFile.write(GridFile.standard()));
        assertThat(own.out()).contains("\"checkpoints\": [4, 9]", "\"rate\": 0.004");
        assertThat(single).doesNotExist();
    }

    @Test
    void wrongCallsAreTheUsersErrorsAndTrainNothing() throws IOException {
        Files.writeString(folder.resolve("bad.json"), "{\"bach\": 3}");

        var bad = folder.resolve("bad.json").toString();
        assertThat(List.of(
                        Invocation.of(ROOT, "sweep", "scaling", "--grid", bad),
                        Invocation.of(ROOT, "sweep", "scaling", "--grid", folder + "/none.json"),
                        train(single, "--jobs", "0"),
                        train(single, "--shard", "4/3"),
                        train(single, "--shard", "auto"),
                        train(grid.resolve("x")),
                        Invocation.of(ROOT, "sweep", "merge", folder.toString(), "--allow-mising")))
                .satisfiesExactly(
                        call -> assertThat(call.err())
                                .contains(bad + ": there is no key \"bach\"; there are: families"),
                        call -> assertThat(call.err())
                                .contains("There is no file", "--print-grid prints a grid to edit."),
                        call -> assertThat(call.err()).contains("--jobs must be at least 1, got 0."),
                        call -> assertThat(call.err()).contains("got 4/3"),
                        call -> assertThat(call.err()).contains("SLURM_ARRAY_TASK_ID"),
                        call -> assertThat(call.err()).contains("The folder " + grid + "/x cannot be made ("),
                        call -> assertThat(call.err()).contains("--allow-mising"))
                .allSatisfy(call -> assertThat(call.exitCode()).isEqualTo(2));
        assertThat(single).doesNotExist();
    }
}
