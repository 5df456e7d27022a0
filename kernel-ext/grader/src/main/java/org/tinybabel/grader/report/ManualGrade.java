package org.tinybabel.grader.report;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * What a teacher says about one written answer: a row of {@code manual.csv}.
 *
 * @param student the student's id
 * @param question the question's name
 * @param title what the question is about
 * @param answer the student's text that the teacher saw, if the file holds it
 * @param possible the points that can be earned, as the file has it
 * @param points the teacher's points, if there are any yet
 * @param comment the teacher's comment; may be blank
 */
public record ManualGrade(
        String student,
        String question,
        String title,
        Optional<String> answer,
        String possible,
        Optional<BigDecimal> points,
        String comment) {

    /**
     * Rejects {@code null}.
     *
     * @param student the student's id
     * @param question the question's name
     * @param title what the question is about
     * @param answer the student's text that the teacher saw, if the file holds it
     * @param possible the points that can be earned, as the file has it
     * @param points the teacher's points, if there are any yet
     * @param comment the teacher's comment; may be blank
     */
    public ManualGrade {
        Objects.requireNonNull(student, "student");
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(points, "points");
        Objects.requireNonNull(comment, "comment");
    }

    /**
     * Whether the teacher has said anything.
     *
     * @return true if there are points or a comment
     */
    public boolean filled() {
        return points.isPresent() || !comment.isBlank();
    }

    /**
     * Whether the text is another one than the teacher has read.
     *
     * @param now the student's text as it is now
     * @return true if they differ in more than white space
     */
    boolean readAnother(String now) {
        return points.isPresent()
                && answer.isPresent()
                && !answer.get().replaceAll("\\s+", "").equals(now.replaceAll("\\s+", ""));
    }

    /** These points and comment, or where they are missing, those of an earlier file. */
    ManualGrade over(ManualGrade earlier) {
        return new ManualGrade(
                student,
                question,
                title,
                points.isPresent() ? answer.or(earlier::answer) : earlier.answer,
                possible,
                points.or(earlier::points),
                comment.isBlank() ? earlier.comment : comment);
    }
}
