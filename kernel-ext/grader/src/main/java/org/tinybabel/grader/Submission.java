package org.tinybabel.grader;

import java.util.Objects;

/**
 * Whose notebook it is and how it came in. It stays the same however often the notebook is graded.
 *
 * @param student the student's id, which the gradebook sorts by
 * @param name the student's name; may be blank
 * @param file the notebook, relative to the input; blank if nothing was handed in
 * @param submitted when it was handed in, as an ISO-8601 instant such as {@code 2026-03-01T12:00:00Z}; blank if unknown
 * @param attempts how many attempts were seen, normally 1; 0 if nothing was handed in
 * @param note what a teacher should know and what costs no points, such as a hash that does not fit; may be blank
 */
public record Submission(String student, String name, String file, String submitted, int attempts, String note) {

    /**
     * Rejects {@code null} and a student without id.
     *
     * @param student the student's id, which the gradebook sorts by
     * @param name the student's name; may be blank
     * @param file the notebook, relative to the input; blank if nothing was handed in
     * @param submitted when it was handed in, as an ISO-8601 instant; blank if unknown
     * @param attempts how many attempts were seen, normally 1; 0 if nothing was handed in
     * @param note what a teacher should know; may be blank
     * @throws IllegalArgumentException if the student is blank or the attempts are negative
     */
    public Submission {
        if (student.isBlank()) {
            throw new IllegalArgumentException("The student of a submission must not be blank: file \"" + file + "\"");
        }
        if (attempts < 0) {
            throw new IllegalArgumentException("The attempts of " + student + " must be 0 or more, got " + attempts);
        }
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(submitted, "submitted");
        Objects.requireNonNull(note, "note");
    }

    /**
     * A submission without a note.
     *
     * @param student the student's id
     * @param name the student's name; may be blank
     * @param file the notebook, relative to the input
     * @param submitted when it was handed in, as an ISO-8601 instant; blank if unknown
     * @param attempts how many attempts were seen
     */
    public Submission(String student, String name, String file, String submitted, int attempts) {
        this(student, name, file, submitted, attempts, "");
    }

    /**
     * A submission of which only the file is known.
     *
     * @param student the student's id
     * @param file the notebook, relative to the input
     * @return one attempt at an unknown time
     */
    public static Submission of(String student, String file) {
        return new Submission(student, "", file, "", 1);
    }

    /**
     * The same submission with one more thing that a teacher should know.
     *
     * @param more a sentence; blank adds nothing
     * @return a copy whose note ends with it
     */
    public Submission withNote(String more) {
        var all = note.isBlank() || more.isBlank() ? note + more : note + " " + more;
        return new Submission(student, name, file, submitted, attempts, all);
    }
}
