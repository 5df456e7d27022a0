package org.tinybabel.grader.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tinybabel.grader.GradedSubmission;
import org.tinybabel.grader.Submission;
import org.tinybabel.grader.TestRun;

/**
 * What all reports show: one row for each student, made from the results, the teacher's own points, and the roster.
 *
 * @param outline the exercise's questions
 * @param rows the students, sorted by id
 */
public record Sheet(Outline outline, List<Row> rows) {

    /**
     * Copies the list.
     *
     * @param outline the exercise's questions
     * @param rows the students, sorted by id
     */
    public Sheet {
        rows = List.copyOf(rows);
    }

    /** How far a submission is graded. */
    public enum Status {
        /** All points are known. */
        GRADED("GRADED"),
        /** A human has still to grade a written answer. */
        NEEDS_REVIEW("NEEDS REVIEW"),
        /** There is no grade, which is not the same as no points. */
        ERROR("ERROR"),
        /** The student handed in nothing. */
        MISSING("MISSING");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        /**
         * The status as reports show it.
         *
         * @return one or two words
         */
        public String label() {
            return label;
        }
    }

    /**
     * One student.
     *
     * @param submission whose it is and how it came in
     * @param status how far it is graded
     * @param result the result; none if the student handed in nothing
     * @param points the points by question, where they are known
     * @param manual what the teacher says by question
     * @param late how late it came; blank if in time or unknown
     * @param expected whether the student is on the roster, or there is none
     */
    public record Row(
            Submission submission,
            Status status,
            Optional<GradedSubmission> result,
            Map<String, BigDecimal> points,
            Map<String, ManualGrade> manual,
            String late,
            boolean expected) {

        /**
         * Copies the maps.
         *
         * @param submission whose it is and how it came in
         * @param status how far it is graded
         * @param result the result; none if the student handed in nothing
         * @param points the points by question, where they are known
         * @param manual what the teacher says by question
         * @param late how late it came; blank if in time or unknown
         * @param expected whether the student is on the roster, or there is none
         */
        public Row {
            points = Map.copyOf(points);
            manual = Map.copyOf(manual);
        }

        /**
         * Whose it is.
         *
         * @return the student's id
         */
        public String student() {
            return submission.student();
        }

        /**
         * The student as pages address them.
         *
         * @return name and id, or the id alone
         */
        public String addressed() {
            return submission.name().isBlank() || submission.name().equals(student())
                    ? student()
                    : submission.name() + " (" + student() + ")";
        }

        /**
         * The points earned so far.
         *
         * @return the sum of what is known
         */
        public BigDecimal soFar() {
            return points.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /**
         * The points earned.
         *
         * @return the sum, once all points are known
         */
        public Optional<BigDecimal> total() {
            return status == Status.GRADED ? Optional.of(soFar()) : Optional.empty();
        }
    }

    /**
     * Puts everything together.
     *
     * @param outline the exercise's questions
     * @param results the results, one for each student
     * @param manual the teacher's points
     * @param options due time and roster
     * @return the sheet
     */
    public static Sheet of(
            Outline outline, List<GradedSubmission> results, ManualGrades manual, ReportOptions options) {
        var rows = new ArrayList<Row>();
        results.forEach(result -> rows.add(row(outline, result, manual, options)));
        var handedIn = results.stream().map(GradedSubmission::student).collect(Collectors.toSet());
        options.roster().ifPresent(roster -> roster.entries().stream()
                .filter(entry -> !handedIn.contains(entry.id()))
                .forEach(entry -> rows.add(missing(entry))));
        rows.sort(Comparator.comparing(Row::student));
        return new Sheet(outline, rows);
    }

    private static Row missing(Roster.Entry entry) {
        var nothing = new Submission(entry.id(), entry.name(), "", "", 0);
        return new Row(nothing, Status.MISSING, Optional.empty(), Map.of(), Map.of(), "", true);
    }

    private static Row row(Outline outline, GradedSubmission result, ManualGrades manual, ReportOptions options) {
        var submission = result.submission();
        var entry = options.roster().flatMap(roster -> roster.entries().stream()
                .filter(known -> known.id().equals(submission.student()))
                .findFirst());
        var named = entry.isPresent() && !entry.get().name().isBlank()
                ? new Submission(
                        submission.student(),
                        entry.get().name(),
                        submission.file(),
                        submission.submitted(),
                        submission.attempts(),
                        submission.note())
                : submission;
        var points = new HashMap<String, BigDecimal>();
        var said = new HashMap<String, ManualGrade>();
        if (result.graded()) {
            TestRun.byQuestion(result.tests())
                    .forEach((question, tests) -> points.put(question, BigDecimal.valueOf(TestRun.earned(tests))));
            for (var part : outline.written()) {
                manual.of(submission.student(), part.question()).ifPresent(grade -> {
                    said.put(part.question(), grade);
                    grade.points().ifPresent(earned -> points.put(part.question(), earned));
                });
            }
        }
        var complete = outline.written().stream().allMatch(part -> points.containsKey(part.question()));
        return new Row(
                named,
                !result.graded() ? Status.ERROR : complete ? Status.GRADED : Status.NEEDS_REVIEW,
                Optional.of(result),
                points,
                said,
                Lateness.of(submission.submitted(), options.due()),
                options.roster().isEmpty() || entry.isPresent());
    }

    /**
     * The rows that have points.
     *
     * @return those that are graded, completely or in part
     */
    public List<Row> scored() {
        return rows.stream()
                .filter(row -> row.status() == Status.GRADED || row.status() == Status.NEEDS_REVIEW)
                .toList();
    }

    /**
     * Points as reports show them.
     *
     * @param points any number
     * @return without needless zeros, such as {@code 2} or {@code 1.5}
     */
    static String number(BigDecimal points) {
        return points.signum() == 0 ? "0" : points.stripTrailingZeros().toPlainString();
    }
}
