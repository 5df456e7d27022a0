package org.tinybabel.grader;

/** The grader itself could not do its work; says nothing about the student's answer and never costs points silently. */
public final class InfrastructureFailure extends RuntimeException {

    /** How the problem of a result begins that has no grade for such a reason; grading is tried once more then. */
    public static final String PREFIX = "The grader failed: ";

    private static final long serialVersionUID = 1L;

    /**
     * Says what failed.
     *
     * @param message a sentence for the teacher
     * @param cause what happened
     */
    public InfrastructureFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
