package org.tinybabel.cli.intake;

import java.io.IOException;

/** Where a notebook's bytes come from. */
@FunctionalInterface
public interface NotebookSource {

    /** The bytes that a notebook may have; a larger one is never read. */
    int MOST_BYTES = 16 << 20;

    /**
     * Reads the notebook.
     *
     * @return at most {@link #MOST_BYTES}
     * @throws IOException if it cannot be read or must not be; the message is a sentence for the teacher
     */
    byte[] read() throws IOException;

    /** A notebook that must not be read. */
    static NotebookSource refused(String why) {
        return () -> {
            throw new IOException(why);
        };
    }
}
