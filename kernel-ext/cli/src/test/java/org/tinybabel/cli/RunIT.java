package org.tinybabel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinybabel.cli.run.KitFiles;
import org.tinybabel.cli.run.NotebookKey;
import org.tinybabel.kernel.notebook.Cell;
import org.tinybabel.kernel.notebook.Notebook;

/** Running notebooks in the real kernel of the assembled kit. */
class RunIT {

    @TempDir
    private Path folder;

    @Test
    void anExecutedNotebookHoldsTheOutputsOfItsCells() throws IOException {
        var file = write("mine", "int x = 40;", "System.out.println(\"hello\"); x + 2");

        var run = run(file, "--html");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        result("mine.ipynb").toString(), result("mine.html").toString());
        assertThat(run.err()).contains("mine [ 1/2]", "int x = 40;", "mine [ 2/2]");
        var executed = Notebook.read(result("mine.ipynb"));
        var outputs = executed.codeCells().get(1).outputs();
        assertThat(Cell.multiline(outputs.get(0).get("text"))).isEqualTo("hello\n");
        assertThat(Cell.multiline(outputs.get(1).getAsJsonObject("data").get("text/plain")))
                .isEqualTo("42");
        assertThat(executed.codeCells().get(1).json().get("execution_count").getAsInt())
                .isEqualTo(2);
        assertThat(executed.metadata("language_info", "name")).isEqualToIgnoringCase("java");
        assertThat(result("mine.html")).content().contains("<html", "hello", "42");
    }

    /** But for the time that the run took. */
    @Test
    void twoRunsWriteTheSameFile() throws IOException {
        var file =
                write("mine", "show(tech.tablesaw.api.Table.create(tech.tablesaw.api.IntColumn.create(\"n\", 1, 2)));");

        run(file);
        var first = withoutSeconds(result("mine.ipynb"));
        run(file);

        assertThat(withoutSeconds(result("mine.ipynb"))).isEqualTo(first);
    }

    private static String withoutSeconds(Path notebook) throws IOException {
        return Files.readString(notebook).replaceAll("\"seconds\": \\d+", "\"seconds\": 0");
    }

    @Test
    void aCellThatThrowsStopsTheRunAndWhatWasDoneIsKept() throws IOException {
        var file = write(
                "mine", "System.out.println(\"before\");", "int zero = 0; 1 / zero", "System.out.println(\"after\");");

        var run = run(file);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("FAILED", "mine: code cell 2 failed: ").contains("/ by zero");
        var cells = Notebook.read(result("mine.ipynb")).codeCells();
        assertThat(cells.get(0).outputs()).hasSize(1);
        assertThat(cells.get(1).outputs()).last().satisfies(output -> assertThat(
                        output.get("ename").getAsString())
                .contains("ArithmeticException"));
        assertThat(cells.get(2).outputs()).isEmpty();
    }

    @Test
    void errorsCanBeAllowedForTheRunOrForOneCell() throws IOException {
        var file = write("mine", "int zero = 0; 1 / zero", "System.out.println(\"after\");");

        var tolerant = run(file, "--allow-errors");

        assertThat(tolerant.exitCode()).isEqualTo(1);
        assertThat(Notebook.read(result("mine.ipynb")).codeCells().get(1).outputs())
                .hasSize(1);

        var notebook = Notebook.read(file);
        var tags = new Gson().toJsonTree(Map.of("tags", List.of("raises-exception")));
        notebook.codeCells().get(0).json().add("metadata", tags);
        notebook.write(file);
        assertThat(run(file).exitCode()).isZero();
    }

    @Test
    void aCellThatNeverEndsIsStoppedAtItsTimeLimit() throws IOException {
        var file = write("mine", "System.out.println(\"before\"); while (true) { }", "System.out.println(\"after\");");

        // Long enough for a slow machine to start JShell, which the first cell waits for.
        var run = run(file, "--timeout", "8");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("code cell 1 failed: ").contains("8 s").contains("--timeout");
        var outputs = Notebook.read(result("mine.ipynb")).codeCells().get(0).outputs();
        assertThat(Cell.multiline(outputs.get(0).get("text"))).isEqualTo("before\n");
    }

    @Test
    void aKernelThatDiesIsReportedWithTheCellThatKilledIt() throws IOException {
        var file = write(
                "mine",
                "System.out.println(\"before\");",
                "new ProcessBuilder(\"kill\", \"-9\", \"\" + ProcessHandle.current().pid()).start().waitFor();");

        var run = run(file);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("code cell 2 failed: the kernel died");
        assertThat(Notebook.read(result("mine.ipynb")).codeCells().get(0).outputs())
                .hasSize(1);
    }

    @Test
    void withoutRoomForTheNativeLibraryTheCellSaysWhereItIsNeeded() throws IOException {
        // A place that not even the super-user can write to.
        assumeTrue(Files.isDirectory(Path.of("/proc/1")));
        var file = write("mine", "org.tinybabel.lab.engine.TensorEngine.newManager()");
        var kit = new AssembledKit(Files.createDirectory(folder.resolve("kit")));

        var run = kit.start(Map.of("DJL_CACHE_DIR", "/proc/djl"), "run", file.toString());
        kit.unlink();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output())
                .contains("The native library of PyTorch", "Folder: /proc/djl", "environment variable DJL_CACHE_DIR");
    }

    @Test
    void inPlaceANotebookThatFailsStaysAsItWas() throws IOException {
        var file = write("mine", "int zero = 0; 1 / zero");
        var before = Files.readString(file);

        var run = Invocation.of(AssembledKit.ROOT, "run", file.toString(), "--in-place");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(file).hasContent(before.strip());
        assertThat(run.out().strip())
                .isEqualTo(folder.resolve("mine.failed.ipynb").toString());
        assertThat(folder.resolve("mine.failed.ipynb")).content().contains("/ by zero");
    }

    @Test
    void inPlaceTheNotebookKeepsTheKeyOfItsOutputs() throws IOException {
        var file = write("mine", "show(Table.create());");

        Invocation.of(AssembledKit.ROOT, "run", file.toString(), "--in-place");

        var notebook = Notebook.read(file);
        var now = NotebookKey.of(
                notebook,
                KitFiles.of(new Kit(AssembledKit.ROOT).libraries()),
                Runtime.version().feature());
        assertThat(NotebookKey.stored(notebook)).contains(now);
        assertThat(now.classes()).containsKeys("display", "kernel.eval").doesNotContainKeys("grader", "lab.models");
    }

    @Test
    void severalNotebooksRunAtTheSameTimeEachInAKernelOfItsOwn() throws IOException {
        var one = write("one", "int x = 1; x");
        var two = write("two", "int x = 2; x");

        var run = run(one, two.toString(), "--jobs", "2");

        assertThat(run.exitCode()).isZero();
        assertThat(result("one.ipynb")).content().contains("\"1\"");
        assertThat(result("two.ipynb")).content().contains("\"2\"");
    }

    private Invocation run(Path file, String... more) {
        var arguments = new ArrayList<>(List.of(
                "run", file.toString(), "--out", folder.resolve("results").toString()));
        arguments.addAll(Arrays.asList(more));
        return Invocation.of(AssembledKit.ROOT, arguments.toArray(String[]::new));
    }

    private Path result(String name) {
        return folder.resolve("results").resolve(name);
    }

    private Path write(String name, String... sources) throws IOException {
        var cells = new ArrayList<Object>();
        for (var source : sources) {
            cells.add(Map.of(
                    "cell_type",
                    "code",
                    "id",
                    "cell-" + cells.size(),
                    "metadata",
                    Map.of(),
                    "outputs",
                    List.of(),
                    "source",
                    source));
        }
        var json = Map.of("cells", cells, "metadata", Map.of(), "nbformat", 4, "nbformat_minor", 5);
        var file = folder.resolve(name + ".ipynb");
        new Notebook(new Gson().toJsonTree(json).getAsJsonObject()).write(file);
        return file;
    }
}
