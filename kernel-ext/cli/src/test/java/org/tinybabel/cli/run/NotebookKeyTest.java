package org.tinybabel.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinybabel.kernel.notebook.Notebook;

class NotebookKeyTest {

    private static final String READ = "import org.tinybabel.datasets.Datasets;\nDatasets.open(\"papers\")";
    private static final String MEAN = "import org.tinybabel.lab.stats.*;\nshow(new Mean().of(2));";

    @TempDir
    private Path folder;

    private SmallKit kit;
    private NotebookKey before;

    @BeforeEach
    void keyOfTheStoredRun() throws IOException {
        kit = new SmallKit(folder);
        before = NotebookKey.of(notebook(READ, MEAN), kit.inFolder(), 17);
    }

    private static Notebook notebook(String... sources) {
        var cells = new ArrayList<Object>();
        cells.add(Map.of("cell_type", "markdown", "metadata", Map.of(), "id", "text", "source", "A text."));
        for (var source : sources) {
            cells.add(Map.of(
                    "cell_type",
                    "code",
                    "metadata",
                    Map.of(),
                    "id",
                    "cell-" + cells.size(),
                    "outputs",
                    List.of(),
                    "source",
                    source));
        }
        var json = Map.of("cells", cells, "metadata", Map.of(), "nbformat", 4, "nbformat_minor", 5);
        return new Notebook(new Gson().toJsonTree(json).getAsJsonObject());
    }

    /** What has changed since the stored run, for the kit as it is now. */
    private List<String> changes() throws IOException {
        return changes(READ, MEAN);
    }

    private List<String> changes(String... sources) throws IOException {
        var now = NotebookKey.of(notebook(sources), kit.inFolder(), 17);
        var changes = now.changesSince(before);
        assertThat(now.sha256().equals(before.sha256())).isEqualTo(changes.isEmpty());
        return changes;
    }

    @Test
    void theSameNotebookHasTheSameKey() throws IOException {
        assertThat(changes()).isEmpty();
        assertThat(before.sha256()).hasSize(64);
    }

    @Test
    void itDoesNotMatterWhereTheKitLiesAndWhetherItIsPacked() throws IOException {
        var elsewhere = new SmallKit(Files.createDirectories(folder.resolve("anderswo"))).inJar();

        assertThat(NotebookKey.of(notebook(READ, MEAN), elsewhere, 17)).isEqualTo(before);
    }

    @Test
    void whatIsNotRunDoesNotCount() throws IOException {
        var notebook = notebook(READ, MEAN + "\n");
        notebook.cells().get(0).setSource("Another text.");
        var output = new JsonObject();
        output.addProperty("output_type", "stream");
        notebook.codeCells().get(0).setOutputs(List.of(output), 1);

        assertThat(NotebookKey.of(notebook, kit.inFolder(), 17)).isEqualTo(before);
    }

    @Test
    void aChangedCellCounts() throws IOException {
        assertThat(changes(READ, MEAN.replace('2', '3'))).containsExactly("the code of its cells changed");
        assertThat(changes(MEAN, READ)).containsExactly("the code of its cells changed");
        assertThat(changes(READ + MEAN)).containsExactly("the code of its cells changed");
    }

    @Test
    void aChangedTableCountsWhereItIsRead() throws IOException {
        kit.resource("org/tinybabel/datasets/papers.csv", "year\n2025\n");
        assertThat(changes()).containsExactly("the data datasets/papers changed");
    }

    @Test
    void tablesAndQuestionsThatAreNotNamedDoNotCount() throws IOException {
        kit.resource("org/tinybabel/datasets/glossary.csv", "term\nbit\n")
                .resource("org/tinybabel/quiz/01-one.md", "Is one too many?");
        assertThat(changes()).isEmpty();
    }

    @Test
    void allTablesCountWhereACellDoesNotSayWhichOnTheSpot() throws IOException {
        assertThat(NotebookKey.of(notebook("org.tinybabel.datasets.Datasets.open(name)"), kit.inFolder(), 17)
                        .data())
                .containsOnlyKeys("datasets/glossary", "datasets/papers");
    }

    @Test
    void allTablesCountWhereAClassOfTheKitReadsThem() throws IOException {
        kit.source(
                "lab.stats.Sum",
                "class Sum { double of(double x) {"
                        + " return x + org.tinybabel.datasets.Datasets.open(\"papers\").length(); } }");
        assertThat(changes())
                .containsExactly(
                        "the data datasets/glossary were added", "the classes of org.tinybabel.lab.stats changed");
    }

    @Test
    void questionsCountWhereTheyAreAsked() throws IOException {
        assertThat(NotebookKey.of(notebook("quiz(\"01-one\")"), kit.inFolder(), 17)
                        .data())
                .containsOnlyKeys("quiz/01-one");
        assertThat(NotebookKey.of(notebook("quiz(mine)"), kit.inFolder(), 17).data())
                .containsOnlyKeys("quiz/01-one", "quiz/02-two");
    }

    @Test
    void aClassCountsThatCodeOfTheNotebookLeadsTo() throws IOException {
        kit.source("lab.stats.Sum", "class Sum { double of(double x) { return x + 0.0; } }");
        assertThat(changes()).containsExactly("the classes of org.tinybabel.lab.stats changed");
    }

    @Test
    void theKernelAndWhatItImportsCount() throws IOException {
        kit.source("kernel.Evaluator", "class Evaluator { int cells; }")
                .source("display.Layout", "class Layout { static Object of(Object it) { return it + \"!\"; } }");
        assertThat(changes())
                .containsExactly(
                        "the classes of org.tinybabel.display changed", "the classes of org.tinybabel.kernel changed");
    }

    @Test
    void aFileBesideAReachableClassCounts() throws IOException {
        kit.resource("org/tinybabel/lab/stats/quantiles.txt", "1.9600");
        assertThat(changes()).containsExactly("the data lab/stats/quantiles changed");
    }

    @Test
    void aClassThatNothingLeadsToDoesNotCount() throws IOException {
        kit.source("lab.stats.Median", "public class Median { int changed; }")
                .source("lab.stats.Mode", "public class Mode { }");
        assertThat(changes()).isEmpty();
    }

    @Test
    void whatServesAnInterfaceCountsWhereItIsLoaded() throws IOException {
        assertThat(before.classes()).containsOnlyKeys("datasets", "display", "kernel", "lab.stats");
        assertThat(NotebookKey.of(notebook("check();"), kit.inFolder(), 17).classes())
                .containsOnlyKeys("display", "grader", "kernel");
    }

    @Test
    void commentsAndLineNumbersDoNotCount() throws IOException {
        kit.source(
                "lab.stats.Sum",
                "/** A sum. */\nclass Sum {\n\n  double of(double summand) { // one\n return summand; }}");
        assertThat(changes()).isEmpty();
    }

    @Test
    void versionsOfLibrariesCountAndTheirPlatformDoesNot() throws IOException {
        kit.withoutLibrary("pytorch-native-cpu-2.7.1-linux-x86_64.jar")
                .library("pytorch-native-cpu-2.7.1-osx-aarch64.jar");
        assertThat(changes()).isEmpty();

        kit.withoutLibrary("api-0.35.0.jar").library("api-0.36.0.jar").library("xchart-4.0.3.jar");
        assertThat(changes()).containsExactly("api 0.36.0 instead of 0.35.0", "xchart 4.0.3 was added");
    }

    @Test
    void theJdkCounts() throws IOException {
        var now = NotebookKey.of(notebook(READ, MEAN), kit.inFolder(), 21);

        assertThat(now.changesSince(before)).containsExactly("JDK 21 instead of 17");
        assertThat(now.sha256()).isNotEqualTo(before.sha256());
    }

    @Test
    void aNotebookKeepsTheKeyOfItsRun() throws Exception {
        var notebook = stored();

        var read = Notebook.parse(notebook.toText(), "a notebook");
        assertThat(NotebookKey.stored(read)).contains(before);
        assertThat(RunTime.of(read)).hasValue(2);
    }

    @Test
    void outputsThatWereChangedAfterTheRunHaveNoKey() {
        var notebook = stored();
        notebook.codeCells().get(0).setOutputs(List.of(), 1);

        assertThat(NotebookKey.stored(notebook)).isEmpty();
        assertThat(NotebookKey.stored(notebook(READ))).isEmpty();
    }

    private Notebook stored() {
        var notebook = notebook(READ, MEAN);
        var output = new JsonObject();
        output.addProperty("text", "2.0");
        output.addProperty("output_type", "stream"); // after the text: a file has them in another order
        notebook.codeCells().get(0).setOutputs(List.of(output), 1);
        RunTime.record(notebook, Duration.ofSeconds(2));
        before.record(notebook);
        return notebook;
    }
}
