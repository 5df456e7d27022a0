package org.tinybabel.cli.course;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tinybabel.grader.Submission;
import org.tinybabel.grader.report.Gradebook;
import org.tinybabel.grader.report.Gradebook.Column;
import org.tinybabel.grader.report.Outline;
import org.tinybabel.grader.report.Sheet;

/** Which column of the gradebook goes where in a learning platform, as a page. */
final class LmsColumns {

    private static final String NOWHERE = "–";
    private static final String OWN_ITEM = "a grade item of its own, if you want one";
    private static final String OWN_COLUMN = "a column of its own, if you want one";

    /** Where a column goes. */
    private record Target(String moodle, String canvas, String blackboard) {

        private static final Target NONE = new Target(NOWHERE, NOWHERE, NOWHERE);
    }

    private final List<ExercisePoints> exercises;

    LmsColumns(List<ExercisePoints> exercises) {
        this.exercises = exercises;
    }

    Document document() {
        var title = "Columns for Moodle, Canvas and Blackboard";
        var text = new MarkdownText()
                .heading(1, title)
                .block("`tinybabel grade` writes `" + Gradebook.FILE
                        + "`, one for each exercise. This is where its columns go. None of the three platforms was at hand: the"
                        + " names of their columns come from the public pages at the end, so try one row first.");
        map(text);
        advice(text);
        questions(text);
        exercises.stream()
                .filter(exercise -> !writtenOnes(exercise).isEmpty())
                .findFirst()
                .or(() -> exercises.stream().findFirst())
                .ifPresent(exercise -> example(text, exercise));
        sources(text);
        return new Document("lms-columns", title, text.toString());
    }

    private static void map(MarkdownText text) {
        var rows = new ArrayList<List<String>>();
        for (var column : Column.values()) {
            if (column == Column.TOTAL) {
                rows.add(List.of(
                        "one for each question",
                        "its points; blank while a written answer waits",
                        OWN_ITEM,
                        OWN_COLUMN,
                        OWN_COLUMN));
            }
            var target = target(column);
            rows.add(List.of(
                    "`" + column.label() + "`",
                    column.meaning(),
                    target.moodle(),
                    target.canvas(),
                    target.blackboard()));
        }
        text.heading(2, "The map").table(List.of("column", "holds", "Moodle", "Canvas", "Blackboard"), List.of(), rows);
    }

    private static Target target(Column column) {
        return switch (column) {
            case STUDENT ->
                new Target(
                        "*Map from* this; *Map to*: ID number or email address, whichever your roster has",
                        "`ID`, or `SIS User ID` or `SIS Login ID`, whichever your roster has",
                        "`Username`");
            case NAME -> new Target(NOWHERE, "`Student`", "`Last Name`, `First Name`: from Blackboard's own file");
            case TOTAL ->
                new Target(
                        "the grade item of the exercise",
                        "a column with the name of the assignment",
                        "the column of the exercise, with its column ID in the heading");
            case OF ->
                new Target(
                        "the item's maximum grade: set it once",
                        "the row `Points Possible` below the heading",
                        "the column's points possible: set it once");
            case PROBLEM -> new Target("the feedback of the grade item, if students may read it", NOWHERE, NOWHERE);
            case FILE, STATUS, ATTEMPTS, SUBMITTED, LATE, SHA256, SEED, ISOLATION -> Target.NONE;
        };
    }

    private static void advice(MarkdownText text) {
        text.heading(2, "Before you import")
                .list(List.of(
                        "Use `--roster` with ids as your platform knows them. Without a roster the id of a download from Moodle or"
                                + " Canvas is the number in the name of its folder or file.",
                        "A blank `" + Column.TOTAL.label() + "` means not known, not 0: the `" + Column.STATUS.label()
                                + "` then says " + Sheet.Status.NEEDS_REVIEW.label() + ", " + Sheet.Status.ERROR.label()
                                + " or " + Sheet.Status.MISSING.label() + ". Settle these rows first.",
                        "Export an empty gradebook from the platform and fill in its column: that file has every name as the"
                                + " platform wants it.",
                        "Moodle: a grade that was imported can no longer be changed on the page of the assignment. If you import"
                                + " feedback, import the grade with it: otherwise Moodle deletes the grades of that item.",
                        "Canvas: an unknown assignment name makes a new assignment, and a score that is there already is replaced.",
                        "Blackboard: a column without a column ID becomes a new column of text worth nothing."));
    }

    private void questions(MarkdownText text) {
        var rows = exercises.stream()
                .map(exercise -> List.of(
                        exercise.id(),
                        exercise.questions().stream()
                                .map(part -> "`" + part.question() + "` (" + part.total() + ")")
                                .collect(Collectors.joining(", ")),
                        Integer.toString(exercise.total())))
                .toList();
        text.heading(2, "Questions")
                .table(
                        List.of(
                                "exercise",
                                "columns of its questions, with their points",
                                "`" + Column.OF.label() + "`"),
                        List.of(2),
                        rows);
    }

    private static List<ExercisePoints.Part> writtenOnes(ExercisePoints exercise) {
        return exercise.questions().stream().filter(part -> part.written() > 0).toList();
    }

    private static void example(MarkdownText text, ExercisePoints exercise) {
        var sheet = sheet(exercise);
        text.heading(2, "Example: " + exercise.id())
                .block("Three students who do not exist: one has all points, one those of the visible tests"
                        + (writtenOnes(exercise).isEmpty() ? "" : " and waits for the points of a written answer")
                        + ", one handed in nothing. `" + Gradebook.FILE
                        + "` (the last three columns are filled in real files):")
                .code("csv", Gradebook.csv(sheet))
                .block("The same for Canvas:")
                .code("csv", canvas(sheet));
    }

    private static Sheet sheet(ExercisePoints exercise) {
        var parts = exercise.questions().stream()
                .map(part -> new Outline.Part(part.question(), part.about(), part.total(), part.written() > 0))
                .toList();
        var all = new HashMap<String, BigDecimal>();
        var some = new HashMap<String, BigDecimal>();
        for (var part : exercise.questions()) {
            all.put(part.question(), BigDecimal.valueOf(part.total()));
            if (part.written() == 0) {
                some.put(part.question(), BigDecimal.valueOf(part.visible()));
            }
        }
        var waiting = writtenOnes(exercise).isEmpty() ? Sheet.Status.GRADED : Sheet.Status.NEEDS_REVIEW;
        return new Sheet(
                new Outline(exercise.id(), exercise.title(), parts),
                List.of(
                        row("1001", "Ada Example", 1, all, Sheet.Status.GRADED),
                        row("1002", "Ben Example", 1, some, waiting),
                        row("1003", "Cem Example", 0, Map.of(), Sheet.Status.MISSING)));
    }

    private static Sheet.Row row(
            String id, String name, int attempts, Map<String, BigDecimal> points, Sheet.Status status) {
        var file = attempts == 0 ? "" : id + ".ipynb";
        return new Sheet.Row(
                new Submission(id, name, file, "", attempts), status, Optional.empty(), points, Map.of(), "", true);
    }

    private static String canvas(Sheet sheet) {
        var outline = sheet.outline();
        var csv = new StringBuilder("Student,ID,SIS User ID,SIS Login ID,Section," + outline.id() + "\n");
        csv.append("    Points Possible,,,,,").append(outline.possible()).append('\n');
        sheet.rows().forEach(row -> csv.append(row.submission().name())
                .append(',')
                .append(row.student())
                .append(",,,,")
                .append(row.total().map(BigDecimal::toPlainString).orElse(""))
                .append('\n'));
        return csv.toString();
    }

    private static void sources(MarkdownText text) {
        text.heading(2, "Where the platforms' columns are described")
                .list(
                        List.of(
                                "Moodle: [Grade import](https://docs.moodle.org/311/en/Grade_import)",
                                "Canvas: [Import a CSV file to grades]"
                                        + "(https://teaching.resources.osu.edu/toolsets/carmencanvas/guides/calculating-final-grades/import-csv-file-carmen-grades),"
                                        + " of a university that uses it",
                                "Blackboard: [Uploading your grade center](https://tips.uark.edu/uploading-your-grade-center/) and"
                                        + " [Download or print from the Grade Center]"
                                        + "(https://und.teamdynamix.com/TDClient/2048/IT/KB/ArticleDet?ID=59084), of two that use it"));
    }
}
