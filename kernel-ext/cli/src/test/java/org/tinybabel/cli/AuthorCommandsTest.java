package org.tinybabel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code lint} and {@code fidelity} do with good and bad input. */
class AuthorCommandsTest {

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @Test
    void lintSaysThatAllNotebooksKeepTheContract() {
        var lint = Invocation.of(ROOT, "lint");

        assertThat(lint.exitCode()).as(lint.out()).isZero();
        assertThat(lint.err()).startsWith("No faults in ");
    }

    @Test
    void lintListsTheFaultsOfABareNotebook() throws Exception {
        var bare = Files.writeString(folder.resolve("bare.ipynb"), "{\"nbformat\": 4, \"cells\": []}");

        var lint = Invocation.of(ROOT, "lint", bare.toString());

        assertThat(lint.exitCode()).isEqualTo(1);
        assertThat(lint.out()).contains("bare.ipynb: the notebook's metadata has no object \"tinybabel\"");
    }

    @Test
    void lintRefusesAFolderInASentence() {
        var lint = Invocation.of(ROOT, "lint", folder.toString());

        assertThat(lint.exitCode()).isEqualTo(2);
        assertThat(lint.err()).contains("Cannot read " + folder, "it is a folder; name the notebooks in it.");
    }

    @Test
    void fidelityWritesOnePagePerPaper() {
        var fidelity =
                Invocation.of(ROOT, "fidelity", "--out", folder.resolve("pages").toString());

        assertThat(fidelity.exitCode()).as(fidelity.err()).isZero();
        assertThat(fidelity.out().lines())
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(page -> assertThat(Path.of(page)).content().contains("Where the toy departs"));
    }

    @Test
    void fidelityNamesTheFolderThatItCannotWrite() throws Exception {
        var file = Files.writeString(folder.resolve("taken"), "a file, not a folder");

        var fidelity = Invocation.of(ROOT, "fidelity", "02", "--out", file.toString());

        assertThat(fidelity.exitCode()).isEqualTo(2);
        assertThat(fidelity.err()).contains("Cannot write to " + file, "Choose another folder with --out.");
    }
}
