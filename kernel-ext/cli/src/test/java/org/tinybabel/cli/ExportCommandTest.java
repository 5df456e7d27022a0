package org.tinybabel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code export} writes, and what it refuses. */
class ExportCommandTest {

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private Invocation export(String what, Path out) {
        return Invocation.of(ROOT, "export", what, "--out", out.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"site", "handout", "instructor"})
    void listsWhatItWritesTheSameEachTime(String what) throws IOException {
        var first = export(what, folder.resolve("first"));
        var second = export(what, folder.resolve("second"));
        export(what, folder.resolve("second"));

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.err()).contains("Open " + folder.resolve("first/index.html"));
        assertThat(first.out().lines().map(Path::of)).isNotEmpty().allMatch(Files::isRegularFile);
        assertThat(second.out().lines()).hasSameSizeAs(first.out().lines().toList());
        assertThat(content(folder.resolve("second"))).isEqualTo(content(folder.resolve("first")));
    }

    private static Map<String, String> content(Path folder) throws IOException {
        var content = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                content.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return content;
    }

    @Test
    void takesAwayWhatAnEarlierExportLeftAndNothingElse() throws IOException {
        export("handout", folder);
        var gone =
                Files.writeString(Files.createDirectories(folder.resolve("old")).resolve("gone.html"), "earlier");
        Files.writeString(
                folder.resolve(".tinybabel-export"),
                "old/gone.html\n../outside.html\n",
                java.nio.file.StandardOpenOption.APPEND);
        var outside = Files.writeString(folder.resolveSibling(folder.getFileName() + "-outside.html"), "not ours");
        var mine = Files.writeString(folder.resolve("notes.txt"), "mine");

        assertThat(export("handout", folder).exitCode()).isZero();

        assertThat(gone.getParent()).doesNotExist();
        assertThat(mine).exists();
        assertThat(outside).exists();
        Files.delete(outside);
    }

    @Test
    void refusesAFolderWithFilesOfItsOwn() throws IOException {
        Files.writeString(folder.resolve("index.html"), "someone's page");

        var export = export("site", folder);

        assertThat(export.exitCode()).isEqualTo(2);
        assertThat(export.err()).contains(folder + " holds files that no export wrote.", "--out");
        assertThat(folder.resolve("index.html")).hasContent("someone's page");
    }

    @Test
    void refusesAPlaceThatIsNoFolder() throws IOException {
        var file = Files.writeString(folder.resolve("taken"), "a file");

        var export = export("handout", file);

        assertThat(export.exitCode()).isEqualTo(2);
        assertThat(export.err())
                .contains("Cannot write to " + file + " (it is a file). Choose another folder with --out.");
    }

    @Test
    void aKitWithoutSolutionsHasASiteAndNoInstructorEdition() throws IOException {
        var students = Files.createDirectories(folder.resolve("kit/notebooks")).getParent();
        Files.copy(ROOT.resolve("notebooks/00-start-here.ipynb"), students.resolve("notebooks/00-start-here.ipynb"));

        var site = Invocation.of(
                students, "export", "site", "--out", folder.resolve("site").toString());
        var edition = Invocation.of(
                students,
                "export",
                "instructor",
                "--out",
                folder.resolve("edition").toString());

        assertThat(site.exitCode()).as(site.err()).isZero();
        assertThat(folder.resolve("site/notebooks/00-start-here.html")).exists();
        assertThat(edition.exitCode()).isEqualTo(2);
        assertThat(edition.err()).contains("needs the known-wrong answers");
    }
}
