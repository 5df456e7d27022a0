package org.tinybabel.cli.intake;

import java.io.IOException;
import org.tinybabel.grader.SubmissionGrader;

/** Where a notebook's bytes come from. */
@FunctionalInterface
public interface NotebookSource {

    /** The bytes that a notebook may have; a larger one is never read. */
    int MOST_BYTES = SubmissionGrader.MOST_BYTES;

    /**
     * Reads the notebook.
     *
     * @return at most {@link #MOST_BYTES}
     * @throws IOException if it cannot be read or must not be; the message is a sentence for the teacher
     */
    byte[] read() throws IOException;

    /**
     * A notebook that must not be read.
     *
     * @param why a sentence for the teacher
     * @return a source whose reading fails with this sentence
     */
    static NotebookSource refused(String why) {
        return () -> {
            throw new IOException(why);
        };
    }
}
