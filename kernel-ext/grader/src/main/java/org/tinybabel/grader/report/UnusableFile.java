package org.tinybabel.grader.report;

import java.io.IOException;

/** A file from the teacher cannot be used; the message names the file, the row and the value, and says what to do. */
public final class UnusableFile extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message a sentence for the teacher
     */
    public UnusableFile(String message) {
        super(message);
    }
}
