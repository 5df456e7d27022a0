package org.tinybabel.display;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What a host offers whose front end can answer back: lines to it, and the care that code needs which it calls. */
public interface Interactive {

    /** Runs code again and again and keeps what the last run showed. */
    interface Recorder {

        /**
         * Runs code. Everything that it prints and shows goes to the recorder instead of the notebook, and so does the
         * error that it ends with; only the error by which a host stops code is thrown on.
         *
         * @param code what to run
         */
        void record(Action code);

        /** Lets go of what the last run left behind, such as threads that still print. */
        void close();
    }

    /**
     * The lines to the front end.
     *
     * @return the host's lines
     */
    Comms comms();

    /**
     * Makes a recorder.
     *
     * @param outputs gets all outputs of the run so far, as Jupyter's notebook format has them, a few times a second
     *     while they change and always at the end
     * @return the recorder
     */
    Recorder recorder(Consumer<List<Map<String, Object>>> outputs);

    /**
     * Does something once no message of the front end waits, so that of many moves of a knob only the last counts; or, if a
     * cell runs, when it has ended.
     *
     * @param task what to do
     */
    void afterMoves(Runnable task);

    /**
     * Does something when the running cell has ended, or when no cell runs, before the next one begins.
     *
     * @param task what to do
     */
    void betweenCells(Runnable task);

    /**
     * Does something when the cell that runs now is run again, since its outputs are removed then.
     *
     * @param task what to do
     */
    void whenRunAgain(Runnable task);
}
