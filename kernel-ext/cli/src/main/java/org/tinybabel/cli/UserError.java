package org.tinybabel.cli;

/** Something the user can put right; the message says what is wrong and what to do. */
public final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message one or two sentences for the user, with the value that is wrong
     */
    public UserError(String message) {
        super(message);
    }
}
