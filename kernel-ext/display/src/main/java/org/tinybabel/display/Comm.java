package org.tinybabel.display;

import java.util.Map;
import java.util.function.Consumer;

/** A line to the notebook's front end, over which both sides send what they like. Safe for use by several threads. */
public interface Comm {

    /**
     * The name of this line.
     *
     * @return a unique id
     */
    String id();

    /**
     * What the other side is.
     *
     * @return the name of the target that the line was opened to
     */
    String target();

    /**
     * Whether messages still arrive.
     *
     * @return false once either side has closed the line
     */
    boolean isOpen();

    /**
     * Sends a message; does nothing once the line is closed.
     *
     * @param message what to send
     */
    void send(CommMessage message);

    /**
     * Sends data; does nothing once the line is closed.
     *
     * @param data JSON as Java values
     */
    default void send(Map<String, ?> data) {
        send(CommMessage.of(data));
    }

    /**
     * Chooses what happens when a message arrives. It happens in turn with the cells, never beside one, and can be
     * interrupted like a cell; what it prints appears below the cell that called this.
     *
     * @param handler gets each message
     */
    void onMessage(Consumer<CommMessage> handler);

    /**
     * Chooses what happens when the front end closes the line.
     *
     * @param handler gets the last message
     */
    void onClose(Consumer<CommMessage> handler);

    /** Closes the line and tells the front end. */
    void close();
}
