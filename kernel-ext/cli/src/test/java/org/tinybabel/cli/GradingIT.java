package org.tinybabel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** Submissions graded and checked with the assembled kit. */
@DisabledOnOs(OS.WINDOWS)
class GradingIT {

    private static final String EXERCISE = "01-bigram-subnetworks.ipynb";

    @TempDir
    private Path folder;

    private AssembledKit kit;
    private Path submissions;

    @BeforeEach
    void assembleKit() throws IOException {
        kit = new AssembledKit(Files.createDirectories(folder.resolve("kit")));
        submissions = Files.createDirectories(folder.resolve("submissions"));
    }

    @AfterEach
    void unlinkKit() throws IOException {
        kit.unlink();
    }

    private static String solution() throws IOException {
        return Files.readString(AssembledKit.ROOT.resolve("solutions").resolve(EXERCISE));
    }

    private static String blank() throws IOException {
        return Files.readString(AssembledKit.ROOT.resolve("exercises").resolve(EXERCISE));
    }

    @Test
    void aFolderOfSubmissionsBecomesAGradebookAndFeedback() throws IOException {
        Files.writeString(Files.createDirectories(submissions.resolve("ada")).resolve(EXERCISE), solution());
        Files.writeString(submissions.resolve("bob.ipynb"), blank());
        Files.writeString(submissions.resolve("eve.ipynb"), "this is no notebook");
        Files.writeString(
                submissions.resolve("loop.ipynb"),
                solution().replace("var n = s.length;", "while (s.length > 0) {}\\n    var n = s.length;"));
        var out = folder.resolve("grades");

        var grading = kit.start("grade", submissions.toString(), "--out", out.toString(), "--seconds", "2");

        assertThat(grading.exitCode()).as(grading.output()).isEqualTo(3);
        var gradebook = Table.read().csv(out.resolve("gradebook.csv").toFile());
        assertThat(gradebook.stringColumn("student").asList()).containsExactly("ada", "bob", "eve", "loop");
        assertThat(gradebook.stringColumn("status").asList()).containsExactly("GRADED", "GRADED", "ERROR", "GRADED");
        assertThat(gradebook.intColumn("points").get(0))
                .isEqualTo(gradebook.intColumn("of").get(0));
        assertThat(gradebook.intColumn("points").get(1)).isZero();
        assertThat(gradebook.intColumn("points").isMissing(2)).isTrue();
        assertThat(gradebook.stringColumn("problem").get(2)).contains("eve.ipynb is not a notebook");
        // The endless loop costs question (b) and nothing else.
        assertThat(gradebook.intColumn("b").get(3)).isZero();
        assertThat(gradebook.intColumn("a").get(3))
                .isEqualTo(gradebook.intColumn("a").get(0));
        assertThat(gradebook.intColumn("c").get(3))
                .isEqualTo(gradebook.intColumn("c").get(0));
        assertThat(Files.readString(out.resolve("feedback/loop.html")))
                .contains("<html lang=\"en\">", "s of processor time", "Hidden test: negative weights (0/1)");
        assertThat(Files.readString(out.resolve("feedback/eve.html"))).contains("Not graded", "not a score of 0");
        assertThat(JsonParser.parseString(Files.readString(out.resolve("results/ada.json")))
                        .getAsJsonObject()
                        .get("seed")
                        .getAsLong())
                .isEqualTo(1);
    }

    @Test
    void checkTellsWhatIsSolvedAndWhatIsNot() throws IOException {
        var right = Files.writeString(submissions.resolve("right.ipynb"), solution());
        var half = Files.writeString(
                submissions.resolve("half.ipynb"), solution().replace("beta * m * (1 - m)", "m * (1 - m)"));

        var passed = kit.start("check", right.toString());
        var failed = kit.start("check", half.toString());

        assertThat(passed.exitCode()).as(passed.output()).isZero();
        assertThat(failed.exitCode()).as(failed.output()).isEqualTo(1);
        assertThat(failed.output())
                .contains(
                        "called: maskGradient([3.0], [0.5], [0.0], 2.0, 0.1)",
                        "came back: [0.4]",
                        "hint 1: At s = 0 the soft mask is 1/2",
                        "Hidden tests look at more cases");
    }

    @Test
    void badInputIsSaidPlainlyAndNothingIsWritten() throws IOException {
        var out = folder.resolve("grades");

        var noFolder = kit.start("grade", folder.resolve("nowhere").toString(), "--out", out.toString());
        var nothing = kit.start("grade", submissions.toString(), "--out", out.toString());
        Files.writeString(submissions.resolve("x.ipynb"), blank().replace("\"exercise\"", "\"other\""));
        var nameless = kit.start("grade", submissions.toString(), "--out", out.toString());
        var unknown = kit.start("grade", submissions.toString(), "--exercise", "77-none", "--out", out.toString());
        var missing = kit.start("check", folder.resolve("none.ipynb").toString());

        assertThat(noFolder.output()).contains("There is no folder");
        assertThat(nothing.output()).contains("There is no notebook (.ipynb) in");
        assertThat(nameless.output()).contains("do not say which exercise they are", "--exercise");
        assertThat(unknown.output()).contains("There is no exercise \"77-none\"; there are 00-start-here");
        assertThat(missing.output()).contains("There is no notebook at");
        assertThat(out).doesNotExist();
    }
}
