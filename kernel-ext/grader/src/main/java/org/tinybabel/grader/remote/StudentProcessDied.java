package org.tinybabel.grader.remote;

/**
 * The process that runs a student's code ended, by itself or because it used up its budget. An {@link AssertionError}, so
 * that a test which expects an exception from the student's method cannot take it for that exception.
 */
public final class StudentProcessDied extends AssertionError {

    private static final long serialVersionUID = 1L;

    /**
     * Says why.
     *
     * @param message a sentence for the student
     */
    public StudentProcessDied(String message) {
        super(message);
    }
}
