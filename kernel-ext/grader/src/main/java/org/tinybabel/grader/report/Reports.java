package org.tinybabel.grader.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.grader.GradedSubmission;

/** Writes everything that a teacher takes away, from results alone. */
public final class Reports {

    private Reports() {}

    /**
     * What was written.
     *
     * @param sheet the results as all reports show them
     * @param files the files and folders, the gradebook first
     */
    public record Written(Sheet sheet, List<Path> files) {}

    /**
     * Puts results, the teacher's points and the roster together, without writing anything.
     *
     * @param exercise the exercise
     * @param results the results, one for each student
     * @param out the folder whose {@code manual.csv} must not be lost
     * @param options due time, roster and the teacher's points
     * @return the sheet
     * @throws UnusableFile if one of the teacher's files cannot be used
     * @throws IOException if a file cannot be read
     */
    public static Sheet sheet(ExerciseTests exercise, List<GradedSubmission> results, Path out, ReportOptions options)
            throws IOException {
        var outline = Outline.of(exercise, results);
        return Sheet.of(outline, results, manual(outline, results, out, options), options);
    }

    private static ManualGrades manual(Outline outline, List<GradedSubmission> results, Path out, ReportOptions options)
            throws IOException {
        var earlier = ManualGrades.none();
        for (var file : options.earlier()) {
            earlier = ManualGrades.readIfThere(file, outline).over(earlier);
        }
        earlier = ManualGrades.readIfThere(out.resolve(ManualGrades.FILE), outline)
                .over(earlier);
        if (options.manual().isEmpty()) {
            return earlier;
        }
        var students = results.stream().map(GradedSubmission::student).collect(Collectors.toSet());
        return ManualGrades.read(options.manual().get(), outline, students).over(earlier);
    }

    /**
     * Writes all reports: {@code gradebook.csv}, {@code class-report.html}, {@code junit.xml}, {@code manual.csv} where a
     * human grades, and for each student {@code feedback/STUDENT.html}, {@code gradescope/STUDENT.json} and
     * {@code results/STUDENT.json}.
     *
     * @param exercise the exercise
     * @param results the results, one for each student
     * @param out where to write; made if it is missing
     * @param options due time, roster and the teacher's points
     * @return what was written
     * @throws UnusableFile if one of the teacher's files cannot be used; nothing is written then
     * @throws IOException if the folder cannot be written
     */
    public static Written write(ExerciseTests exercise, List<GradedSubmission> results, Path out, ReportOptions options)
            throws IOException {
        var outline = Outline.of(exercise, results);
        var manual = manual(outline, results, out, options);
        var sheet = Sheet.of(outline, results, manual, options);
        var files = new ArrayList<Path>();
        // The teacher's own entries first: whatever fails below, they are kept.
        var manualFile = out.resolve(ManualGrades.FILE);
        if (!outline.written().isEmpty()) {
            AtomicFile.write(manualFile, manual.csv(sheet));
        }
        files.add(AtomicFile.write(out.resolve(Gradebook.FILE), Gradebook.csv(sheet)));
        if (!outline.written().isEmpty()) {
            files.add(manualFile);
        }
        files.add(AtomicFile.write(out.resolve("class-report.html"), ClassReport.of(sheet)));
        files.add(AtomicFile.write(out.resolve("junit.xml"), JUnitXml.of(sheet)));
        var store = ResultStore.in(out);
        for (var result : results) {
            store.write(result);
        }
        for (var row : sheet.rows()) {
            if (row.result().isPresent()) {
                var name = SafeName.of(row.student());
                AtomicFile.write(out.resolve("feedback").resolve(name + ".html"), FeedbackPage.of(row, outline));
                AtomicFile.write(out.resolve("gradescope").resolve(name + ".json"), Gradescope.json(row));
            }
        }
        for (var folder : List.of("feedback", "gradescope", "results")) {
            files.add(out.resolve(folder));
        }
        return new Written(sheet, files);
    }
}
