package org.tinybabel.grader.remote;

import java.io.IOException;

/** A message that is larger than may be sent; the connection is as good as before. */
public final class FrameTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Says how large it is.
     *
     * @param message a sentence with the size and the limit
     */
    public FrameTooLargeException(String message) {
        super(message);
    }
}
