package org.tinybabel.lab.hub;

import java.io.IOException;

/** The hub could not be read; the message says what happened and what to do. */
public final class HubException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what happened.
     *
     * @param message one or two sentences for the user
     */
    public HubException(String message) {
        super(message);
    }

    /**
     * Says what happened, and why.
     *
     * @param message one or two sentences for the user
     * @param cause what was caught
     */
    public HubException(String message, Throwable cause) {
        super(message, cause);
    }
}
