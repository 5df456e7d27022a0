package org.tinybabel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tinybabel.grader.GradedSubmission;
import org.tinybabel.grader.TestResult;
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
        assertThat(gradebook.intColumn("total").get(0))
                .isEqualTo(gradebook.intColumn("of").get(0));
        assertThat(gradebook.intColumn("total").get(1)).isZero();
        assertThat(gradebook.intColumn("total").isMissing(2)).isTrue();
        assertThat(gradebook.stringColumn("problem").get(2)).contains("eve.ipynb is not a notebook");
        // The endless loop costs question (b) and nothing else.
        assertThat(gradebook.intColumn("b").get(3)).isZero();
        assertThat(gradebook.intColumn("a").get(3))
                .isEqualTo(gradebook.intColumn("a").get(0));
        assertThat(gradebook.intColumn("c").get(3))
                .isEqualTo(gradebook.intColumn("c").get(0));
        assertThat(Files.readString(out.resolve("feedback/loop.html")))
                .contains("<html lang=\"en\">", "s of processor time", "Hidden test: negative weights");
        assertThat(Files.readString(out.resolve("feedback/eve.html"))).contains("Not graded", "not a score of 0");
        assertThat(GradedSubmission.fromJson(Files.readString(out.resolve("results/ada.json")))
                        .circumstances()
                        .seed())
                .isEqualTo(1);
        assertThat(out.resolve("class-report.html")).content().contains("3 graded, 1 not graded");
        assertThat(out.resolve("gradescope/bob.json")).content().contains("\"score\": 0,");
        assertThat(out.resolve("junit.xml"))
                .content()
                .contains("<testsuite name=\"eve\" tests=\"1\" failures=\"0\" errors=\"1\"");
        assertThat(grading.output()).contains("3 of 4 graded.", "1 not graded: eve (The file is not a notebook");
    }

    @Test
    void shardsThatAreMergedAndARunThatIsResumedGiveTheSameGradebook() throws IOException {
        Files.write(
                submissions.resolve("Ada L_7_assignsubmission_file_.zip"),
                zipped(Map.of("x.ipynb", blank().getBytes(StandardCharsets.UTF_8))));
        Files.write(submissions.resolve("eve.zip"), zipped(Map.of("../x.ipynb", new byte[0])));
        Files.writeString(submissions.resolve("bob.ipynb"), blank());
        var roster = Files.writeString(folder.resolve("roster.csv"), "id,name\n7,Ada\nbob,Bob\nzoe,Zoe\n");
        var first = Files.createDirectories(folder.resolve("first"));
        var single = folder.resolve("single");

        var whole = kit.start(
                "grade",
                submissions.toString(),
                "--out",
                single.toString(),
                "--roster",
                roster.toString(),
                "--exercise",
                "01-bigram-subnetworks");
        var gradebook = Files.readString(single.resolve("gradebook.csv"));
        var result = Files.getLastModifiedTime(single.resolve("results/bob.json"));
        var resumed = kit.start(
                "grade",
                submissions.toString(),
                "--out",
                single.toString(),
                "--roster",
                roster.toString(),
                "--exercise",
                "01-bigram-subnetworks",
                "--resume");
        Files.move(submissions.resolve("bob.ipynb"), first.resolve("bob.ipynb"));
        kit.start("grade", first.toString(), "--out", folder.resolve("shards/1").toString());
        kit.start(
                "grade",
                submissions.toString(),
                "--out",
                folder.resolve("shards/2").toString(),
                "--exercise",
                "01-bigram-subnetworks");
        var merged = kit.start(
                "merge",
                folder.resolve("shards").toString(),
                "--out",
                folder.resolve("merged").toString(),
                "--roster",
                roster.toString());

        assertThat(whole.exitCode()).as(whole.output()).isEqualTo(3);
        assertThat(gradebook)
                .contains("7,Ada", "bob,Bob,bob.ipynb,GRADED,0,0,0,0,", "zoe,Zoe,,MISSING,")
                .contains("eve,,eve.zip,ERROR,", "leads out of its folder. Not on the roster.");
        assertThat(resumed.exitCode()).as(resumed.output()).isEqualTo(3);
        assertThat(Files.getLastModifiedTime(single.resolve("results/bob.json")))
                .isEqualTo(result);
        assertThat(Files.readString(single.resolve("gradebook.csv"))).isEqualTo(gradebook);
        assertThat(merged.exitCode()).as(merged.output()).isEqualTo(3);
        assertThat(Files.readString(folder.resolve("merged/gradebook.csv"))).isEqualTo(gradebook);
        assertThat(merged.output()).contains("1 handed in nothing: zoe", "1 not on the roster: eve");
    }

    private static byte[] zipped(Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
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

    @Test
    void withoutASandboxNothingIsGradedUnlessTheTeacherTrustsTheSubmissions() throws IOException {
        Files.writeString(submissions.resolve("ada.ipynb"), solution());
        var out = folder.resolve("grades");
        // A sandbox that is installed and refused, as in many containers.
        var bin = Files.createDirectories(folder.resolve("bin"));
        var refusing = Files.writeString(bin.resolve("bwrap"), "#!/bin/sh\necho 'No permissions' >&2\nexit 1\n");
        assertThat(refusing.toFile().setExecutable(true)).isTrue();
        var path = Map.of("PATH", bin + ":" + System.getenv("PATH"));

        var refused = kit.start(path, "grade", submissions.toString(), "--out", out.toString());
        var trusted = kit.start(
                path, "grade", submissions.toString(), "--out", out.toString(), "--i-trust-these-submissions");
        var selfTest = kit.start(path, "grade", "--selftest");

        assertThat(refused.exitCode()).as(refused.output()).isEqualTo(4);
        assertThat(refused.output())
                .contains("Not graded", "No permissions", "What helps", "--i-trust-these-submissions");
        assertThat(trusted.exitCode()).as(trusted.output()).isZero();
        assertThat(trusted.output()).contains("student code ran with YOUR rights");
        assertThat(out.resolve("gradebook.csv"))
                .content()
                .containsPattern("(?m)^ada,.*,(\\d+),\\1,")
                .contains("student code ran with YOUR rights");
        assertThat(out.resolve("feedback/ada.html")).content().contains("student code ran with YOUR rights");
        assertThat(selfTest.exitCode()).as(selfTest.output()).isEqualTo(4);
    }

    @Test
    void aCompilerThatNeverEndsCostsItsOwnCellAndTheWorkerOnly() throws IOException {
        var bomb = "static void bomb() { int x = 0; " + "try { x++; } finally { ".repeat(40) + "x++;" + " }".repeat(40)
                + " }";
        Files.writeString(
                submissions.resolve("mallory.ipynb"),
                solution()
                        .replaceFirst("static double\\[\\] maskGradient", bomb + "\\\\nstatic double[] maskGradient"));
        Files.writeString(submissions.resolve("zoe.ipynb"), solution());
        var out = folder.resolve("grades");

        var grading =
                kit.start("grade", submissions.toString(), "--out", out.toString(), "--i-trust-these-submissions");

        assertThat(grading.exitCode()).as(grading.output()).isZero();
        var mallory = GradedSubmission.fromJson(Files.readString(out.resolve("results/mallory.json")));
        assertThat(mallory.cells()).singleElement().satisfies(cell -> assertThat(cell.message())
                .contains("left out", "the compiler failed on it"));
        var zoe = GradedSubmission.fromJson(Files.readString(out.resolve("results/zoe.json")));
        assertThat(zoe.earned()).isEqualTo(zoe.possible());
        var withoutB = zoe.tests().stream()
                .filter(test -> !test.question().equals("b"))
                .mapToInt(TestResult::points)
                .sum();
        assertThat(mallory.earned()).isEqualTo(withoutB);
    }
}
