package org.tinybabel.grader.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tinybabel.grader.GradedSubmission;

/**
 * All students in one table. It holds nothing that differs between two runs over the same notebooks, so that a difference in
 * this file is a difference in grades.
 */
public final class Gradebook {

    private Gradebook() {}

    /**
     * The table: student, name, file, status, the points of each question, total, of, attempts, submitted, late, problem,
     * sha256, seed, isolation. Points are empty where they are not known, which is not the same as 0.
     *
     * @param sheet the results
     * @return CSV (RFC 4180) with line feeds; cells that a spreadsheet would take for a formula begin with an apostrophe
     */
    public static String csv(Sheet sheet) {
        var parts = sheet.outline().parts();
        var header = new ArrayList<>(List.of("student", "name", "file", "status"));
        parts.forEach(part -> header.add(part.question()));
        header.addAll(
                List.of("total", "of", "attempts", "submitted", "late", "problem", "sha256", "seed", "isolation"));
        var csv = new StringBuilder(CsvText.line(header));
        sheet.rows().forEach(row -> csv.append(CsvText.line(cells(row, sheet.outline()))));
        return csv.toString();
    }

    private static List<String> cells(Sheet.Row row, Outline outline) {
        var submission = row.submission();
        var cells = new ArrayList<>(List.of(
                CsvText.guarded(submission.student()),
                CsvText.guarded(submission.name()),
                CsvText.guarded(submission.file()),
                row.status().label()));
        outline.parts()
                .forEach(part ->
                        cells.add(java.util.Optional.ofNullable(row.points().get(part.question()))
                                .map(Sheet::number)
                                .orElse("")));
        cells.add(row.total().map(Sheet::number).orElse(""));
        cells.add(Integer.toString(outline.possible()));
        cells.add(Integer.toString(submission.attempts()));
        cells.add(CsvText.guarded(submission.submitted()));
        cells.add(row.late());
        cells.add(CsvText.guarded(problem(row)));
        cells.add(row.result().map(GradedSubmission::sha256).orElse(""));
        cells.add(row.result()
                .map(result -> Long.toString(result.circumstances().seed()))
                .orElse(""));
        cells.add(row.result().map(result -> result.circumstances().isolation()).orElse(""));
        return cells;
    }

    /** On one line, so that one line of the file is one student. */
    private static String problem(Sheet.Row row) {
        return Stream.of(
                        row.result().map(GradedSubmission::reason).orElse(""),
                        row.expected() ? "" : "Not on the roster.",
                        row.submission().note())
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" "))
                .replaceAll("\\s+", " ");
    }
}
