package org.tinybabel.display;

import java.util.function.BiConsumer;

/**
 * The lines between a kernel and its front end.
 *
 * <pre>{@code
 * var comms = getKernelInstance().comms();
 * comms.register("echo", (comm, opening) -> comm.onMessage(comm::send));
 * }</pre>
 */
public interface Comms {

    /**
     * Opens a line to something in the front end.
     *
     * @param target the name under which the front end knows it
     * @param opening what to tell it first
     * @return the open line
     */
    Comm open(String target, CommMessage opening);

    /**
     * Lets the front end open lines to something in this notebook.
     *
     * @param target the name under which the front end asks for it; what was registered under the name before is replaced
     * @param opened gets each new line and the first message; it sets the line's handlers
     */
    void register(String target, BiConsumer<Comm, CommMessage> opened);
}
