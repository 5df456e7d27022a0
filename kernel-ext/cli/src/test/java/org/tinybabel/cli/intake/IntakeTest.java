package org.tinybabel.cli.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tinybabel.cli.UserError;
import org.tinybabel.grader.ExerciseVersion;
import org.tinybabel.grader.Submission;
import org.tinybabel.grader.report.Roster;

final class IntakeTest {

    @TempDir
    private Path temporary;

    private Path folder() throws IOException {
        return Files.createDirectories(temporary.resolve("submissions"));
    }

    private void put(String path, Object content) throws IOException {
        var file = folder().resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(
                file, content instanceof byte[] raw ? raw : content.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, HandedIn> taken() throws IOException {
        return Intake.of(folder(), Optional.empty()).stream()
                .collect(Collectors.toMap(one -> one.submission().student(), Function.identity()));
    }

    private static String text(HandedIn handedIn) throws IOException {
        return new String(handedIn.source().read(), StandardCharsets.UTF_8);
    }

    private static String manifest(String student, String created, String notebook) {
        return "{\"format\": 1, \"exercise\": \"x\", \"student\": \"" + student + "\", \"name\": \"Name of " + student
                + "\", \"created\": \"" + created + "\", \"sha256\": \""
                + ExerciseVersion.sha256(notebook.getBytes(StandardCharsets.UTF_8)) + "\"}";
    }

    @Test
    void aStudentIsNamedByTheTopFolderTheFileOrTheZipFile() throws IOException {
        put("ada/deep/x.ipynb", "a");
        put("bob.ipynb", "b");
        put("eve.zip", Zips.of("hw/x.ipynb", "e", "__MACOSX/hw/._x.ipynb", "", "notes.txt", ""));
        put("ada/.ipynb_checkpoints/x-checkpoint.ipynb", "old");

        var taken = taken();

        assertThat(taken.keySet()).containsExactlyInAnyOrder("ada", "bob", "eve");
        assertThat(text(taken.get("ada"))).isEqualTo("a");
        assertThat(taken.get("ada").submission()).isEqualTo(Submission.of("ada", "ada/deep/x.ipynb"));
        assertThat(text(taken.get("eve"))).isEqualTo("e");
        assertThat(taken.get("eve").submission().file()).isEqualTo("eve.zip/hw/x.ipynb");
    }

    @Test
    void moodlesDownloadIsUnderstoodOnDiskAndZipped() throws IOException {
        put("Ada Lovelace_12345_assignsubmission_file_/x.ipynb", "a");
        put("all.zip", Zips.of("Zoë von Ä_678_assignsubmission_file_/sub/y.ipynb", "z"));

        var taken = taken();

        assertThat(taken.keySet()).containsExactlyInAnyOrder("12345", "678");
        assertThat(taken.get("12345").submission().name()).isEqualTo("Ada Lovelace");
        assertThat(taken.get("678").submission().name()).isEqualTo("Zoë von Ä");
        assertThat(text(taken.get("678"))).isEqualTo("z");
    }

    @Test
    void canvasDownloadTellsAttemptsAndWhoWasLate() throws IOException {
        var download = Files.write(
                temporary.resolve("canvas.zip"),
                Zips.of(
                        "lovelaceada_123_4567_hw.ipynb", "old",
                        "lovelaceada_123_4567_hw-1.ipynb", "new",
                        "bbob_LATE_99_4568_my_hw.ipynb", "late",
                        "eeve_77_4569_hw.zip", Zips.of("x.ipynb", "nested")));

        var taken = Intake.of(download, Optional.empty());

        assertThat(taken.stream().map(HandedIn::submission))
                .containsExactly(
                        new Submission("123", "lovelaceada", "lovelaceada_123_4567_hw-1.ipynb", "", 2),
                        new Submission("77", "eeve", "eeve_77_4569_hw.zip/x.ipynb", "", 1),
                        new Submission(
                                "99",
                                "bbob",
                                "bbob_LATE_99_4568_my_hw.ipynb",
                                "",
                                1,
                                "The learning platform marked it as late."));
        assertThat(text(taken.get(0))).isEqualTo("new");
        assertThat(text(taken.get(1))).isEqualTo("nested");
    }

    @Test
    void aPackedSubmissionTellsWhoseItIsAndWhenItWasPacked() throws IOException {
        put("one.zip", Zips.of("x.ipynb", "v1", Manifest.FILE, manifest("ada", "2026-03-01T10:00:00+01:00", "v1")));
        put("two.zip", Zips.of("x.ipynb", "v2", Manifest.FILE, manifest("ada", "2026-03-02T10:00:00Z", "v2")));

        var ada = taken().get("ada");

        assertThat(text(ada)).isEqualTo("v2");
        assertThat(ada.submission().name()).isEqualTo("Name of ada");
        assertThat(ada.submission().submitted()).isEqualTo("2026-03-02T10:00:00Z");
        assertThat(ada.submission().attempts()).isEqualTo(2);
        assertThat(ada.submission().note()).isEqualTo("The last of one.zip/x.ipynb, two.zip/x.ipynb.");
    }

    @Test
    void aNotebookChangedAfterPackingIsNotedAndNothingElse() throws IOException {
        put("ada.zip", Zips.of("x.ipynb", "other", Manifest.FILE, manifest("ada", "2026-03-01T10:00:00Z", "packed")));
        put("bob.zip", Zips.of("x.ipynb", "b", Manifest.FILE, "{\"student\": 5, \"created\": \"yesterday\""));

        assertThat(taken().get("ada").submission().note()).contains("changed after it was packed");
        assertThat(text(taken().get("ada"))).isEqualTo("other");
        assertThat(taken().get("bob").submission()).isEqualTo(Submission.of("bob", "bob.zip/x.ipynb"));
    }

    @Test
    void aManifestDoesNotOutvoteTheLearningPlatform() throws IOException {
        put(
                "Eve_7_assignsubmission_file_/hw.zip",
                Zips.of("x.ipynb", "e", Manifest.FILE, manifest("ada", "2026-03-01T10:00:00Z", "e")));

        assertThat(taken()).containsOnlyKeys("7");
        assertThat(taken().get("7").submission().submitted()).isEqualTo("2026-03-01T10:00:00Z");
    }

    @Test
    void whatLiesBesideThePackedNotebookDoesNotCount() throws IOException {
        put(
                "ada.zip",
                Zips.of(
                        "old/x.ipynb",
                        "old",
                        "x.ipynb",
                        "new",
                        Manifest.FILE,
                        manifest("ada", "2026-03-01T10:00:00Z", "new")));

        assertThat(text(taken().get("ada"))).isEqualTo("new");
    }

    @Test
    void aStudentCannotHandInForAnother() throws IOException {
        put("Eve_7_assignsubmission_file_/hw.zip", Zips.of("Ada_8_assignsubmission_file_/x.ipynb", "by eve"));
        put("Ada_8_assignsubmission_file_/x.ipynb", "by ada");
        put("bob.zip", Zips.of("cara.zip", Zips.of("x.ipynb", "by bob")));
        put("mallory.zip", Zips.of("dan_9_1_x-7.ipynb", "by mallory"));
        put("dan_9_1_x.ipynb", "by dan");

        var taken = taken();

        assertThat(taken.keySet()).containsExactlyInAnyOrder("7", "8", "bob", "9");
        assertThat(text(taken.get("8"))).isEqualTo("by ada");
        assertThat(text(taken.get("bob"))).isEqualTo("by bob");
        assertThatThrownBy(() -> taken.get("9").source().read())
                .hasMessageContaining("Several places")
                .hasMessageContaining("dan_9_1_x.ipynb, mallory.zip/dan_9_1_x-7.ipynb");
    }

    @Test
    void aManifestInADownloadIsAboutItsOwnFolderOnly() throws IOException {
        var download = Files.write(
                temporary.resolve("all.zip"),
                Zips.of(
                        "Eve_7_assignsubmission_file_/x.ipynb",
                        "e",
                        "Eve_7_assignsubmission_file_/" + Manifest.FILE,
                        manifest("ada", "2026-03-01T10:00:00Z", "e"),
                        Manifest.FILE,
                        manifest("ada", "2026-03-01T10:00:00Z", "a"),
                        "Ada_8_assignsubmission_file_/x.ipynb",
                        "a"));

        assertThat(Intake.of(download, Optional.empty()).stream()
                        .map(one ->
                                one.submission().student() + one.submission().submitted()))
                .containsExactly("72026-03-01T10:00:00Z", "8");
    }

    @Test
    void severalNotebooksThatNothingOrdersAreAnErrorThatNamesThem() throws IOException {
        put("ada/x.ipynb", "1");
        put("ada/y.ipynb", "2");

        assertThatExceptionOfType(UserError.class)
                .isThrownBy(this::taken)
                .withMessage("ada has more than one notebook: ada/x.ipynb, ada/y.ipynb. Leave the one that counts.");
    }

    @Test
    void aRosterNamesStudentsAnew() throws IOException {
        put("ada_l.ipynb", "a");
        put("Bob B_99_assignsubmission_file_/x.ipynb", "b");
        var roster = new Roster(List.of(
                new Roster.Entry("s1", "Ada Lovelace", List.of("ada_l")), new Roster.Entry("s2", "Bob B", List.of())));

        assertThat(Intake.of(folder(), Optional.of(roster)).stream().map(HandedIn::submission))
                .containsExactly(
                        new Submission("s1", "Ada Lovelace", "ada_l.ipynb", "", 1),
                        new Submission("s2", "Bob B", "Bob B_99_assignsubmission_file_/x.ipynb", "", 1));
    }

    private void assertRefused(byte[] zip, String... why) throws IOException {
        put("eve.zip", zip);
        put("ada.ipynb", "a");

        var taken = taken();

        assertThat(text(taken.get("ada"))).isEqualTo("a");
        assertThatThrownBy(() -> taken.get("eve").source().read())
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(why);
        try (var files = Files.walk(temporary)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("eve.zip", "ada.ipynb");
        }
    }

    @Test
    void pathsThatLeadOutOfAZipFileAreRefused() throws IOException {
        assertRefused(Zips.of("../../evil.ipynb", "x"), "../../evil.ipynb", "leads out of its folder");
        assertRefused(Zips.of("/etc/evil.ipynb", "x"), "leads out of its folder");
        assertRefused(Zips.of("a\\..\\evil.ipynb", "x"), "leads out of its folder");
        assertRefused(Zips.of("C:/evil.ipynb", "x"), "leads out of its folder");
    }

    @Test
    void linksAndNamesThatStandTwiceAreRefused() throws IOException {
        assertRefused(Zips.linked(Zips.of("x.ipynb", "/etc/passwd")), "symbolic link");
        assertRefused(Zips.renamed(Zips.of("x.ipynb", "1", "y.ipynb", "2"), "y.ipynb", "x.ipynb"), "twice");
    }

    @Test
    void bombsAreRefused() throws IOException {
        var large = new byte[NotebookSource.MOST_BYTES + 1];
        assertRefused(Zips.of("x.ipynb", large), "x.ipynb unpacks to more than 16 MB");
        assertRefused(Zips.understated(Zips.of("x.ipynb", large), 1000), "x.ipynb");

        var names = new Object[2 * 10_001];
        for (var i = 0; i < names.length; i += 2) {
            names[i] = i + ".txt";
            names[i + 1] = "";
        }
        assertRefused(Zips.of(names), "10001 entries");

        var half = new byte[300 << 20];
        assertRefused(Zips.of("a.bin", half, "b.bin", half, "x.ipynb", "x"), "unpacks to more than 512 MB");
    }

    @Test
    void whatIsNoZipFileOrHoldsNoNotebookIsSaid() throws IOException {
        assertRefused("PK no".getBytes(StandardCharsets.UTF_8), "The zip file cannot be read");
        assertRefused(Zips.of("notes.txt", "x"), "holds no notebook");
    }

    @Test
    void oneBadZipFileInADownloadCostsNobodyElse() throws IOException {
        var download = Files.write(
                temporary.resolve("all.zip"),
                Zips.of(
                        "Eve_7_assignsubmission_file_/e.zip", Zips.of("../x.ipynb", "x"),
                        "Ada_8_assignsubmission_file_/a.zip", Zips.of("x.ipynb", "a")));

        var taken = Intake.of(download, Optional.empty());

        assertThat(taken).hasSize(2);
        assertThatThrownBy(() -> taken.get(0).source().read()).hasMessageContaining("leads out of its folder");
        assertThat(text(taken.get(1))).isEqualTo("a");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linksInTheFolderAreNotFollowed() throws IOException {
        put("ada.ipynb", "a");
        var secret = Files.writeString(temporary.resolve("secret.ipynb"), "secret");
        Files.createSymbolicLink(folder().resolve("eve.ipynb"), secret);
        Files.createSymbolicLink(folder().resolve("mallory"), temporary);

        var taken = taken();

        assertThat(taken).containsOnlyKeys("ada", "eve", "mallory");
        for (var link : List.of("eve", "mallory")) {
            assertThatThrownBy(() -> taken.get(link).source().read()).hasMessageContaining("symbolic link");
        }
    }

    @Test
    void aNotebookThatIsTooLargeIsNotRead() throws IOException {
        put("eve.ipynb", new byte[NotebookSource.MOST_BYTES + 1]);

        assertThatThrownBy(() -> taken().get("eve").source().read()).hasMessageContaining("more than 16 MB");
    }

    @Test
    void namesOfFilesThatDosWroteAreRead() throws IOException {
        var zip = Zips.in(Charset.forName("IBM437"), "Zoë_678_assignsubmission_file_/y.ipynb", "z");
        put("all.zip", zip);

        assertThat(taken().get("678").submission().name()).isEqualTo("Zoë");
    }

    @Test
    void whatIsNoInputIsSaid() throws IOException {
        var text = Files.writeString(temporary.resolve("x.txt"), "x");

        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> Intake.of(temporary.resolve("none"), Optional.empty()))
                .withMessageContaining("There is no folder");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> Intake.of(text, Optional.empty()))
                .withMessageContaining("neither a folder nor a zip file");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> Intake.of(folder(), Optional.empty()))
                .withMessageContaining("There is no notebook (.ipynb) in");
    }
}
