package org.tinybabel.kernel.protocol;

/** Frames that arrived are not a message of the protocol, or are not signed with the common key. */
public final class MalformedMessageException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message a sentence for the log
     */
    public MalformedMessageException(String message) {
        super(message);
    }
}
