package org.tinybabel.grader.remote;

/** An exception of the student's code whose type is not one that the tests know. */
public final class StudentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Names the exception.
     *
     * @param type the exception's class name, only ever used as text
     * @param message the exception's message, or {@code null}
     */
    public StudentException(String type, String message) {
        super(message == null ? type : type + ": " + message);
    }
}
