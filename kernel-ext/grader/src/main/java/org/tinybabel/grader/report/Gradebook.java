package org.tinybabel.grader.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tinybabel.grader.GradedSubmission;

/**
 * All students in one table. It holds nothing that differs between two runs over the same notebooks, so that a difference in
 * this file is a difference in grades.
 */
public final class Gradebook {

    /** The name of the file in an output folder. */
    public static final String FILE = "gradebook.csv";

    /** The columns in their order; between {@link #STATUS} and {@link #TOTAL} stands one for each question, with its points. */
    public enum Column {
        /** The student's id. */
        STUDENT("the id: of the roster, the learning platform, the folder or the file"),
        /** The student's name. */
        NAME("the name; blank where nobody said"),
        /** The notebook. */
        FILE("the notebook that was graded"),
        /** How far the submission is graded. */
        STATUS("how far it is graded"),
        /** The points in all. */
        TOTAL("the points in all; blank until all are known, which is not the same as 0"),
        /** The points that can be earned. */
        OF("the points that can be earned"),
        /** How many submissions there were. */
        ATTEMPTS("how many submissions there were"),
        /** When it was handed in. */
        SUBMITTED("when it was handed in; blank if unknown"),
        /** How late it came. */
        LATE("how late it came; nothing is deducted for it"),
        /** What a teacher should know. */
        PROBLEM("what a teacher should know"),
        /** The fingerprint of the notebook. */
        SHA256("the fingerprint of the file: equal files have equal ones"),
        /** The seed of the inputs and the order of hidden tests. */
        SEED("the seed of the inputs and the order of hidden tests"),
        /** How well the student's code was kept apart. */
        ISOLATION("how well the student's code was kept apart");

        private final String meaning;

        Column(String meaning) {
            this.meaning = meaning;
        }

        /**
         * The column's name in the first line of the file.
         *
         * @return a word in lower case
         */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * What the column holds.
         *
         * @return a few words
         */
        public String meaning() {
            return meaning;
        }
    }

    private Gradebook() {}

    /**
     * The names of all columns.
     *
     * @param outline the exercise's questions
     * @return the first line of the file
     */
    public static List<String> header(Outline outline) {
        var header = new ArrayList<String>();
        for (var column : Column.values()) {
            if (column == Column.TOTAL) {
                outline.parts().forEach(part -> header.add(part.question()));
            }
            header.add(column.label());
        }
        return header;
    }

    /**
     * The table, with the columns of {@link #header}. Points are empty where they are not known, which is not the same as 0.
     *
     * @param sheet the results
     * @return CSV (RFC 4180) with line feeds; cells that a spreadsheet would take for a formula begin with an apostrophe
     */
    public static String csv(Sheet sheet) {
        var csv = new StringBuilder(CsvText.line(header(sheet.outline())));
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
