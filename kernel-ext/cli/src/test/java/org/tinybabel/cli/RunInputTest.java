package org.tinybabel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code run} says about input that it cannot use, before anything is run. */
class RunInputTest {

    private static final String EMPTY =
            """
            {"cells": [], "metadata": {"kernelspec": {"name": "k", "language": "%s"}}, "nbformat": %d, "nbformat_minor": 5}
            """;

    @TempDir
    private Path folder;

    private Path notebook;

    @BeforeEach
    void writeNotebook() throws IOException {
        notebook = folder.resolve("mine.ipynb");
        Files.writeString(notebook, EMPTY.formatted("java", 4));
    }

    @Test
    void aNotebookThatDoesNotExist() {
        assertRefused(run(folder.resolve("none.ipynb").toString()), "There is no notebook at", "none.ipynb");
    }

    @Test
    void aNotebookThatIsNotJson() throws IOException {
        Files.writeString(notebook, "{\"cells\": [");

        assertRefused(run(notebook.toString()), "mine.ipynb is not a notebook: it is not JSON");
    }

    @Test
    void aNotebookInFormat3() throws IOException {
        Files.writeString(notebook, EMPTY.formatted("java", 3));

        assertRefused(run(notebook.toString()), "is in notebook format 3", "jupyter nbconvert");
    }

    @Test
    void aNotebookOfAnotherKernel() throws IOException {
        Files.writeString(notebook, EMPTY.formatted("python", 4));

        assertRefused(run(notebook.toString()), "is a notebook for python", "choose the kernel \"Java (TinyBabel)\"");
    }

    @Test
    void aFolderInsteadOfANotebook() {
        assertRefused(run(folder.toString()), "Cannot read", "it is a folder");
    }

    @Test
    void aNumberWithoutNotebook() {
        assertRefused(run("77"), "There is no notebook 77");
    }

    @Test
    void noNotebookAtAll() {
        assertRefused(run(), "Name a notebook: a file, a number such as 01, or --all.");
    }

    @Test
    void anOutputFolderThatCannotBeWritten() {
        // Not even the super-user can write there.
        assumeTrue(Files.isDirectory(Path.of("/proc/1")));

        assertRefused(
                run(notebook.toString(), "--out", "/proc/results"),
                "Cannot write to the folder /proc/results",
                "choose another one with --out. Nothing was run.");
    }

    @Test
    void twoNotebooksThatWouldBeWrittenToTheSameFile() throws IOException {
        var other = Files.createDirectory(folder.resolve("other")).resolve("mine.ipynb");
        Files.copy(notebook, other);

        assertRefused(
                run(
                        notebook.toString(),
                        other.toString(),
                        "--out",
                        folder.resolve("out").toString()),
                "would both be written to",
                "run them one by one");
    }

    @Test
    void numbersThatMakeNoSense() {
        assertRefused(run(notebook.toString(), "--jobs", "0"), "--jobs at least 1, got 600 and 0");
        assertRefused(run(notebook.toString(), "--timeout", "soon"), "--timeout", "'soon'");
    }

    private Invocation run(String... arguments) {
        var all = new String[arguments.length + 1];
        all[0] = "run";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Invocation.of(folder, all);
    }

    private static void assertRefused(Invocation call, String... words) {
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).contains(words);
        assertThat(call.out()).isEmpty();
    }
}
