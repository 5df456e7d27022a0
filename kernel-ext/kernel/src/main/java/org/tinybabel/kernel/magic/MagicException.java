package org.tinybabel.kernel.magic;

/** A magic that does not exist, was not used rightly, or could not do its work; the message is for the reader. */
public final class MagicException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * An exception without a cause.
     *
     * @param message what happened and what to do
     */
    public MagicException(String message) {
        super(message);
    }

    /**
     * An exception with a cause.
     *
     * @param message what happened and what to do
     * @param cause what it comes from
     */
    public MagicException(String message, Throwable cause) {
        super(message, cause);
    }
}
