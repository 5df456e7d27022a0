package org.tinybabel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinybabel.cli.intake.Intake;

final class SubmitTest {

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private Invocation submit(String... arguments) {
        var all = new String[arguments.length + 1];
        all[0] = "submit";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Invocation.of(ROOT, all);
    }

    private Path notebook(String from) throws IOException {
        var file = folder.resolve("mine.ipynb");
        Files.copy(ROOT.resolve(from), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return file;
    }

    private static JsonObject manifest(Path archive) throws IOException {
        try (var zip = new ZipFile(archive.toFile());
                var entry = zip.getInputStream(zip.getEntry("tinybabel-manifest.json"))) {
            return JsonParser.parseString(new String(entry.readAllBytes(), StandardCharsets.UTF_8))
                    .getAsJsonObject();
        }
    }

    @Test
    void theArchiveHoldsTheNotebookAndSaysWhoseItIs() throws Exception {
        var notebook = notebook("solutions/01-bigram-subnetworks.ipynb");

        var call = submit(notebook.toString(), "--student", "s1234567", "--name", "Ada Lovelace");

        var archive = folder.resolve("01-bigram-subnetworks-s1234567.zip");
        assertThat(call.exitCode()).as(call.err()).isZero();
        assertThat(call.out().strip()).isEqualTo(archive.toString());
        assertThat(call.err())
                .contains("Hand in 01-bigram-subnetworks-s1234567.zip")
                .doesNotContain("Warning");
        var manifest = manifest(archive);
        assertThat(manifest.keySet())
                .containsExactly("format", "exercise", "student", "name", "created", "notebook", "sha256", "kit");
        assertThat(manifest.get("format").getAsInt()).isEqualTo(1);
        assertThat(manifest.get("exercise").getAsString()).isEqualTo("01-bigram-subnetworks");
        assertThat(manifest.get("student").getAsString()).isEqualTo("s1234567");
        assertThat(manifest.get("name").getAsString()).isEqualTo("Ada Lovelace");
        assertThat(Instant.parse(manifest.get("created").getAsString())).isBeforeOrEqualTo(Instant.now());
        assertThat(manifest.get("kit").getAsString()).matches("\\d+\\.\\d+\\.\\d+.*");
        var bytes = Files.readAllBytes(notebook);
        assertThat(manifest.get("sha256").getAsString())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        try (var zip = new ZipFile(archive.toFile())) {
            assertThat(zip.stream().map(entry -> entry.getName()))
                    .containsExactly("mine.ipynb", "tinybabel-manifest.json");
            assertThat(zip.getInputStream(zip.getEntry("mine.ipynb"))).hasBinaryContent(bytes);
        }
    }

    @Test
    void gradingTakesTheArchiveForWhatItIs() throws IOException {
        submit(notebook("exercises/00-start-here.ipynb").toString(), "--student", "s12", "--name", "Ada");
        Files.delete(folder.resolve("mine.ipynb"));

        var handedIn = Intake.of(folder, Optional.empty());

        assertThat(handedIn).singleElement().satisfies(one -> {
            assertThat(one.submission().student()).isEqualTo("s12");
            assertThat(one.submission().name()).isEqualTo("Ada");
            assertThat(one.submission().submitted()).isNotBlank();
            assertThat(one.submission().note()).isBlank();
        });
    }

    @Test
    void blankQuestionsAreCountedAndTheStudentIsNotGuessed() throws IOException {
        var notebook = notebook("exercises/01-bigram-subnetworks.ipynb");

        var call = submit(notebook.toString());

        assertThat(call.exitCode()).isZero();
        assertThat(call.out().strip())
                .isEqualTo(folder.resolve("01-bigram-subnetworks.zip").toString());
        assertThat(call.err())
                .contains(
                        "Warning: 6 of 6 questions are not solved yet: (a), (b), (c), (d), (e), (f).",
                        "does not say whose it is");
        assertThat(manifest(folder.resolve("01-bigram-subnetworks.zip"))
                        .get("student")
                        .getAsString())
                .isEmpty();
    }

    @Test
    void theSameSubmissionGivesTheSameBytes() throws IOException {
        var submission = new SubmissionArchive(
                "01-x", "ada", "", Instant.parse("2026-03-01T10:00:02Z"), "x.ipynb", new byte[] {1, 2}, "0.1.0");

        submission.write(folder.resolve("a.zip"));
        submission.write(folder.resolve("b.zip"));

        assertThat(folder.resolve("a.zip")).hasSameBinaryContentAs(folder.resolve("b.zip"));
        try (var zip = new ZipFile(folder.resolve("a.zip").toFile())) {
            assertThat(zip.stream().map(entry -> entry.getTimeLocal()))
                    .containsOnly(java.time.LocalDateTime.parse("2026-03-01T10:00:02"));
        }
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("a.zip", "b.zip");
    }

    @Test
    void whatIsNoExerciseIsRefusedAndNothingIsWritten() throws IOException {
        var walkThrough = notebook("notebooks/00-start-here.ipynb");
        var text = Files.writeString(folder.resolve("text.ipynb"), "no notebook");

        var other = submit(walkThrough.toString());
        var broken = submit(text.toString());
        var missing = submit(folder.resolve("none.ipynb").toString());

        assertThat(other.exitCode()).isNotZero();
        assertThat(other.err()).contains("does not say which exercise it is");
        assertThat(broken.err()).contains("text.ipynb is not a notebook");
        assertThat(missing.err()).contains("There is no notebook at");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("mine.ipynb", "text.ipynb");
    }

    @Test
    void badNamesAreRefused() throws IOException {
        var notebook = notebook("exercises/00-start-here.ipynb").toString();

        assertThat(submit(notebook, "--student", "../ada").err()).contains("cannot be part of a file name");
        assertThat(submit(notebook, "--out", folder.resolve("x.rar").toString()).err())
                .contains("--out must end in .zip");
        assertThat(submit(notebook, "--out", folder.resolve("no/x.zip").toString())
                        .err())
                .contains("There is no folder");
        assertThat(folder.toFile().list()).containsExactly("mine.ipynb");
    }
}
