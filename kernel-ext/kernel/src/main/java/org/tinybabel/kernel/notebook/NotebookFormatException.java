package org.tinybabel.kernel.notebook;

import java.io.IOException;

/** A file is not a notebook that the kit can read; the message says why and what to do. */
public final class NotebookFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message a sentence for the user, with the file's name
     */
    public NotebookFormatException(String message) {
        super(message);
    }
}
