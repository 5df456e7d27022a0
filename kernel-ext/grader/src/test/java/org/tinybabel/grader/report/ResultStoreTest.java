package org.tinybabel.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinybabel.grader.Circumstances;
import org.tinybabel.grader.Costs;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.grader.ExerciseVersion;
import org.tinybabel.grader.GradedSubmission;
import org.tinybabel.grader.Submission;

final class ResultStoreTest {

    private static final byte[] NOTEBOOK = "notebook".getBytes(StandardCharsets.UTF_8);
    private static final Submission ADA = Submission.of("ada", "ada.ipynb");

    @TempDir
    private Path out;

    private static GradedSubmission graded() {
        return new GradedSubmission(
                GradedSubmission.FORMAT,
                ADA,
                Mixed.TESTS.id(),
                ExerciseVersion.sha256(NOTEBOOK),
                Circumstances.here(Mixed.TESTS, 1, ""),
                "",
                List.of(),
                Mixed.graded(ADA, 3, "").tests(),
                List.of(),
                Costs.NONE);
    }

    @Test
    void aResultOfTheSameNotebookAndTestsIsKept() throws IOException {
        var store = ResultStore.in(out);
        store.write(graded());

        assertThat(store.kept(ADA, NOTEBOOK, Mixed.TESTS)).contains(graded());
        assertThat(store.kept(ADA, "other".getBytes(StandardCharsets.UTF_8), Mixed.TESTS))
                .isEmpty();
        assertThat(store.kept(ADA, NOTEBOOK, ExerciseTests.visible(Mixed.class)))
                .isEmpty();
        assertThat(store.kept(Submission.of("bob", "bob.ipynb"), NOTEBOOK, Mixed.TESTS))
                .isEmpty();
    }

    @Test
    void anErrorIsTriedAgainAndADamagedFileToo() throws IOException {
        var store = ResultStore.in(out);
        store.write(Mixed.failed(ADA, "no"));
        assertThat(store.kept(ADA, NOTEBOOK, Mixed.TESTS)).isEmpty();

        Files.writeString(store.file("ada"), "{\"format\": 1, \"sub");
        assertThat(store.kept(ADA, NOTEBOOK, Mixed.TESTS)).isEmpty();
    }

    @Test
    void aKeptResultLearnsWhatIsNewAboutItsSubmission() throws IOException {
        var store = ResultStore.in(out);
        store.write(graded());
        var named = new Submission("ada", "Ada L.", "x/ada.ipynb", "", 3);

        assertThat(store.kept(named, NOTEBOOK, Mixed.TESTS).orElseThrow().submission())
                .isEqualTo(named);
        assertThat(GradedSubmission.fromJson(Files.readString(store.file("ada")))
                        .submission())
                .isEqualTo(named);
    }

    @Test
    void aFileThatSaysTheSameIsNotTouched() throws IOException {
        var store = ResultStore.in(out);
        var old = java.nio.file.attribute.FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(store.write(graded()), old);

        store.write(graded());

        assertThat(Files.getLastModifiedTime(store.file("ada"))).isEqualTo(old);
        assertThat(store.folder()).isDirectoryContaining("glob:**/ada.json");
        try (var files = Files.list(store.folder())) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void noTwoStudentsShareAFileAndNoneLeavesTheFolder() {
        var names = Stream.of(
                        "ada", "Ada", "ADA", "a/b", "a_b", "a b", "..", "../x", ".", "é", "e\u0301", "x".repeat(300))
                .map(SafeName::of)
                .toList();

        assertThat(names.stream().map(String::toLowerCase)).doesNotHaveDuplicates();
        assertThat(names).allMatch(name -> name.matches("[A-Za-z0-9_][A-Za-z0-9._-]*(~[0-9a-f]{10})?"));
        assertThat(SafeName.of("ada.l-2")).isEqualTo("ada.l-2");
    }
}
