package org.tinybabel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinybabel.grader.Circumstances;
import org.tinybabel.grader.Costs;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.grader.GradedSubmission;
import org.tinybabel.grader.Submission;
import org.tinybabel.grader.TestResult;
import org.tinybabel.grader.WrittenAnswer;
import org.tinybabel.grader.report.ResultStore;
import org.tinybabel.solutions.Solutions;

class MergeCommandTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final ExerciseTests EXERCISE = Solutions.exercise("00-start-here");

    @TempDir
    private Path folder;

    private Path graded;
    private Path out;

    @BeforeEach
    void grade() throws IOException {
        graded = folder.resolve("graded");
        out = folder.resolve("out");
        ResultStore.in(graded).write(result(new Submission("ada", "Ada", "ada.ipynb", "2026-03-01T13:00:00Z", 1)));
        ResultStore.in(graded).write(result(Submission.of("bob", "bob.ipynb")));
    }

    private static GradedSubmission result(Submission submission) {
        return new GradedSubmission(
                GradedSubmission.FORMAT,
                submission,
                EXERCISE.id(),
                "5ha",
                Circumstances.here(EXERCISE, 1, "sandbox"),
                "",
                List.of(),
                List.of(new TestResult(
                        "StartHereTest.mean",
                        "a",
                        "the mean",
                        true,
                        2,
                        TestResult.Status.PASSED,
                        "",
                        List.of(),
                        List.of(),
                        1)),
                List.of(new WrittenAnswer("w", "Why?", 3, "Because")),
                Costs.NONE);
    }

    private Invocation merge(String... more) {
        var arguments = new java.util.ArrayList<>(List.of("merge", graded.toString(), "--out", out.toString()));
        arguments.addAll(List.of(more));
        return Invocation.of(ROOT, arguments.toArray(String[]::new));
    }

    @Test
    void pointsFromASpreadsheetCompleteTheGradebookAndTheFeedback() throws IOException {
        var first = merge("--due", "2026-03-01T12:00:00Z");
        var manual = Files.writeString(
                folder.resolve("filled.csv"),
                "\uFEFFstudent;question;title;answer;possible;points;comment\r\nada;w;Why?;Because;3;2,5;Well said\r\n"
                        + "bob;w;Why?;Because;3;;\r\n");
        var second = merge("--manual", manual.toString());

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out()).contains("gradebook.csv", "class-report.html", "manual.csv", "junit.xml", "feedback");
        assertThat(first.err())
                .contains("2 of 2 graded.", "2 waiting for your points in manual.csv: ada, bob", "1 late: ada");
        assertThat(second.err()).contains("1 waiting for your points in manual.csv: bob");
        assertThat(out.resolve("gradebook.csv"))
                .content()
                .contains("ada,Ada,ada.ipynb,GRADED,2,2.5,4.5,5,", "bob,,bob.ipynb,NEEDS REVIEW,2,,,5,");
        assertThat(out.resolve("feedback/ada.html")).content().contains("Well said", "2.5/3 points");
        assertThat(out.resolve("results/ada.json")).exists();
    }

    @Test
    void aWrongEntryIsTheUsersErrorAndNothingIsWritten() throws IOException {
        var manual = Files.writeString(folder.resolve("m.csv"), "student,question,points,comment\nada,w,7,\n");

        var call = merge("--manual", manual.toString());

        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err())
                .contains("m.csv, row 2 (student ada, question w): points must be between 0 and 3, got 7.");
        assertThat(out).doesNotExist();
    }

    @Test
    void wrongTimesFilesAndFoldersAreTheUsersErrors() throws IOException {
        assertThat(merge("--due", "soon"))
                .satisfies(call -> assertThat(call.err()).contains("--due: the time must look like"))
                .satisfies(call -> assertThat(call.exitCode()).isEqualTo(2));
        assertThat(merge("--roster", "none.csv").err()).contains("There is no file none.csv");
        assertThat(merge(folder.resolve("nowhere").toString()).err()).contains("There is no folder");
        assertThat(Invocation.of(
                                ROOT,
                                "merge",
                                Files.createDirectories(folder.resolve("empty")).toString())
                        .err())
                .contains("There is no results/*.json below");
        assertThat(Invocation.of(ROOT, "merge").exitCode()).isEqualTo(2);
    }

    @Test
    void anErrorAmongTheResultsIsInTheExitCode() throws IOException {
        ResultStore.in(graded)
                .write(GradedSubmission.failed(
                        Submission.of("eve", "eve.ipynb"), EXERCISE.id(), Circumstances.here(EXERCISE, 1, ""), "no"));

        var call = merge();

        assertThat(call.exitCode()).isEqualTo(3);
        assertThat(call.err()).contains("2 of 3 graded.", "1 not graded: eve (no)");
    }
}
