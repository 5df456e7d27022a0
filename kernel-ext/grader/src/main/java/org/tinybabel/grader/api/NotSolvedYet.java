package org.tinybabel.grader.api;

/**
 * What the blank stub of a student notebook throws. It is an error of its own kind, so that no test of exceptions can be
 * passed by leaving an answer blank.
 */
public final class NotSolvedYet extends Error {

    private static final long serialVersionUID = 1L;

    /**
     * Names what is missing.
     *
     * @param method the contract method that is still blank
     */
    public NotSolvedYet(String method) {
        super(method + " is not solved yet: replace this line by your own code.");
    }
}
