package org.tinybabel.grader.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tinybabel.grader.GradedSubmission.CellProblem;
import org.tinybabel.grader.WrittenAnswer;

/**
 * Something that a human should look at.
 *
 * @param kind what kind of thing
 * @param student whom it is about
 * @param what the thing, in a sentence
 */
public record Attention(Kind kind, String student, String what) {

    /** Kinds of things to look at, the most pressing first. */
    public enum Kind {
        /** There is no grade. */
        NOT_GRADED("not graded"),
        /** A written answer has no points yet. */
        NEEDS_REVIEW("waiting for your points in manual.csv"),
        /** The answer is not the one that the teacher's points are for. */
        ANSWER_CHANGED("with another written answer than you gave points for"),
        /** The roster does not name the student. */
        NOT_ON_ROSTER("not on the roster"),
        /** The roster names the student, and nothing came in. */
        MISSING("handed in nothing"),
        /** It came after it was due. */
        LATE("late"),
        /** Something odd about how it came in. */
        NOTE("with a remark"),
        /** A cell ended with an error; costs nothing by itself. */
        CELLS("with cells that did not run");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /**
         * The kind in words.
         *
         * @return a few words that follow a number of students
         */
        public String words() {
            return words;
        }
    }

    /**
     * Everything in a sheet that a human should look at.
     *
     * @param sheet the results
     * @return the things by kind, then by student
     */
    public static List<Attention> of(Sheet sheet) {
        var found = new ArrayList<Attention>();
        for (var row : sheet.rows()) {
            of(row, sheet.outline(), found);
        }
        found.sort(java.util.Comparator.comparing(Attention::kind).thenComparing(Attention::student));
        return found;
    }

    private static void of(Sheet.Row row, Outline outline, List<Attention> found) {
        var student = row.student();
        switch (row.status()) {
            case ERROR -> found.add(new Attention(Kind.NOT_GRADED, student, reason(row)));
            case MISSING -> found.add(new Attention(Kind.MISSING, student, "No notebook."));
            case NEEDS_REVIEW ->
                found.add(new Attention(
                        Kind.NEEDS_REVIEW,
                        student,
                        "Question "
                                + outline.written().stream()
                                        .map(Outline.Part::question)
                                        .filter(question -> !row.points().containsKey(question))
                                        .collect(Collectors.joining(", "))
                                + "."));
            case GRADED -> {
                // Nothing to do.
            }
        }
        row.result().ifPresent(result -> {
            for (var answer : result.written()) {
                if (changed(row, answer)) {
                    found.add(new Attention(Kind.ANSWER_CHANGED, student, "Question " + answer.question() + "."));
                }
            }
            var broken = broken(result.cells());
            if (!broken.isEmpty()) {
                found.add(new Attention(Kind.CELLS, student, broken));
            }
        });
        if (!row.expected()) {
            found.add(
                    new Attention(Kind.NOT_ON_ROSTER, student, row.submission().file()));
        }
        if (!row.late().isBlank()) {
            found.add(new Attention(Kind.LATE, student, row.late() + "."));
        }
        if (!row.submission().note().isBlank()) {
            found.add(new Attention(Kind.NOTE, student, row.submission().note()));
        }
    }

    /** Without the name of the file, so that the same reason is said once. */
    private static String reason(Sheet.Row row) {
        var reason = row.result().orElseThrow().reason();
        var file = row.submission().file();
        return file.isBlank() ? reason : reason.replace(file, "The file");
    }

    private static boolean changed(Sheet.Row row, WrittenAnswer answer) {
        var graded = row.manual().get(answer.question());
        return graded != null && graded.readAnother(answer.text());
    }

    /** A cell that calls a blank stub is to be expected and says nothing new. */
    private static String broken(List<CellProblem> cells) {
        var numbers = cells.stream()
                .filter(cell -> !cell.message().contains("NotSolvedYet"))
                .map(cell -> Integer.toString(cell.cell()))
                .toList();
        return numbers.isEmpty()
                ? ""
                : (numbers.size() == 1 ? "Code cell " : "Code cells ") + String.join(", ", numbers) + ".";
    }

    /**
     * A summary for the end of a run.
     *
     * @param sheet the results
     * @return one line or more, each kind of thing on a line of its own
     */
    public static List<String> summary(Sheet sheet) {
        var lines = new ArrayList<String>();
        var handedIn = sheet.rows().stream()
                .filter(row -> row.status() != Sheet.Status.MISSING)
                .count();
        lines.add(sheet.scored().size() + " of " + handedIn + " graded.");
        var all = of(sheet);
        for (var kind : Kind.values()) {
            var these = all.stream().filter(one -> one.kind() == kind).toList();
            if (!these.isEmpty()) {
                lines.add("  " + these.size() + " " + kind.words() + ": "
                        + these.stream()
                                .limit(MOST_NAMED)
                                .map(one -> kind == Kind.NOT_GRADED
                                        ? one.student() + " (" + one.what() + ")"
                                        : one.student())
                                .collect(Collectors.joining(", "))
                        + (these.size() > MOST_NAMED ? " and " + (these.size() - MOST_NAMED) + " more" : ""));
            }
        }
        return lines;
    }

    private static final int MOST_NAMED = 8;
}
