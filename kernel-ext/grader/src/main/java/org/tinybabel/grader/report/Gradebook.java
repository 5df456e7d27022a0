package org.tinybabel.grader.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.grader.GradedSubmission;
import org.tinybabel.grader.TestResult;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** All submissions of an exercise in one table, and the files that a teacher takes away. */
public final class Gradebook {

    private Gradebook() {}

    /**
     * One row for each submission: student, file, status, points of each question, points, possible points, problem, hash
     * and seed. A submission that could not be graded has the status ERROR and empty points, never 0.
     *
     * @param exercise the exercise
     * @param submissions the graded submissions
     * @return the table, in the order given
     */
    public static Table table(ExerciseTests exercise, List<GradedSubmission> submissions) {
        var table = Table.create("gradebook");
        table.addColumns(
                text(
                        "student",
                        submissions.stream().map(GradedSubmission::student).toList()),
                text(
                        "file",
                        submissions.stream().map(s -> s.submission().file()).toList()),
                text(
                        "status",
                        submissions.stream()
                                .map(s -> s.graded() ? "GRADED" : "ERROR")
                                .toList()));
        for (var question : exercise.questions()) {
            table.addColumns(points(question, submissions, question));
        }
        table.addColumns(points("points", submissions, ""));
        table.addColumns(IntColumn.create(
                "of",
                submissions.stream()
                        .mapToInt(s -> exercise.tests().stream()
                                .mapToInt(ExerciseTests.TestMethod::points)
                                .sum())
                        .toArray()));
        table.addColumns(
                text(
                        "problem",
                        submissions.stream().map(GradedSubmission::problem).toList()),
                text(
                        "sha256",
                        submissions.stream().map(GradedSubmission::sha256).toList()),
                text(
                        "seed",
                        submissions.stream()
                                .map(s -> Long.toString(s.circumstances().seed()))
                                .toList()));
        return table;
    }

    private static StringColumn text(String name, List<String> values) {
        return StringColumn.create(name, values);
    }

    private static IntColumn points(String name, List<GradedSubmission> submissions, String question) {
        var column = IntColumn.create(name);
        for (var submission : submissions) {
            if (submission.graded()) {
                column.append(submission.tests().stream()
                        .filter(test -> question.isEmpty() || test.question().equals(question))
                        .mapToInt(TestResult::earned)
                        .sum());
            } else {
                column.appendMissing();
            }
        }
        return column;
    }

    /**
     * Writes {@code gradebook.csv}, one {@code feedback/STUDENT.html} and one {@code results/STUDENT.json} for each
     * submission.
     *
     * @param exercise the exercise
     * @param submissions the graded submissions
     * @param folder where to write; made if it is missing
     * @return the files written, the gradebook first
     * @throws IOException if the folder cannot be written
     */
    public static List<Path> write(ExerciseTests exercise, List<GradedSubmission> submissions, Path folder)
            throws IOException {
        var feedback = Files.createDirectories(folder.resolve("feedback"));
        var results = Files.createDirectories(folder.resolve("results"));
        var written = new ArrayList<Path>();
        var csv = folder.resolve("gradebook.csv");
        table(exercise, submissions).write().csv(csv.toFile());
        written.add(csv);
        for (var submission : submissions) {
            var name = submission.student().replaceAll("[^\\p{L}\\p{N}._-]", "_");
            written.add(Files.writeString(
                    feedback.resolve(name + ".html"),
                    FeedbackPage.of(submission, exercise.title()),
                    StandardCharsets.UTF_8));
            written.add(
                    Files.writeString(results.resolve(name + ".json"), submission.toJson(), StandardCharsets.UTF_8));
        }
        return written;
    }
}
