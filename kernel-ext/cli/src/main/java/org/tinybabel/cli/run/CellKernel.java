package org.tinybabel.cli.run;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BiConsumer;

/** A running kernel, as far as the execution of a notebook needs one. */
public interface CellKernel extends AutoCloseable {

    /** How the execution of a cell ended. */
    enum Ending {
        /** To its last line. */
        OK,
        /** With an error, which is among its outputs. */
        ERROR,
        /** Over its time limit; the kernel has stopped it and lives. */
        TIMED_OUT,
        /** With the end of the kernel itself. */
        DIED
    }

    /**
     * What came of a cell, besides its outputs.
     *
     * @param ending how it ended
     * @param executionCount the number that the kernel gave it; 0 if none
     * @param message what went wrong, in words; blank if nothing
     */
    record Reply(Ending ending, int executionCount, String message) {}

    /**
     * What the kernel says about its language.
     *
     * @return the {@code language_info} for a notebook's metadata
     */
    JsonObject languageInfo();

    /**
     * Runs a cell to its end.
     *
     * @param source the cell's text
     * @param limit how long it may take; {@link Duration#ZERO} for ever
     * @param output called with type and content of each output message, before this method returns
     * @return how the cell ended
     * @throws IOException if the kernel cannot be reached
     * @throws InterruptedException if the caller is told to stop waiting
     */
    Reply execute(String source, Duration limit, BiConsumer<String, JsonObject> output)
            throws IOException, InterruptedException;

    /** Ends the kernel and waits until it is gone. */
    @Override
    void close();
}
