package org.tinybabel.grader.remote;

/** A value that cannot cross between the trusted tests and the student's process; the message says which and why. */
public final class WireException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message a sentence for the author of the exercise or the student
     */
    public WireException(String message) {
        super(message);
    }
}
