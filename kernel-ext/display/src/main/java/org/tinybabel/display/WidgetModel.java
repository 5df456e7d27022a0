package org.tinybabel.display;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One object of Jupyter's widgets protocol 2.1: its state is here and in every front end that shows it, and both sides
 * tell each other of changes.
 */
final class WidgetModel {

    private static final String STATE = "state";

    private final Map<String, Object> state;
    private final Comm comm;
    private volatile Consumer<Map<String, Object>> moved = change -> {};
    private volatile Runnable clicked = () -> {};

    /** Opens a model in the front end; {@code state} says by its {@code _model_name} what it is. */
    WidgetModel(Comms comms, Map<String, Object> state) {
        this.state = new LinkedHashMap<>(state);
        comm = comms.open(
                Widgets.TARGET,
                new CommMessage(
                        Map.of(STATE, this.state, "buffer_paths", List.of()),
                        Map.of("version", Widgets.PROTOCOL_VERSION),
                        List.of()));
        comm.onMessage(this::received);
    }

    String id() {
        return comm.id();
    }

    /** How the state of another model names this one. */
    String reference() {
        return "IPY_MODEL_" + comm.id();
    }

    /** What happens when the reader changes the state in the front end. */
    void onMove(Consumer<Map<String, Object>> handler) {
        moved = handler;
    }

    /** What happens when the reader clicks. */
    void onClick(Runnable handler) {
        clicked = handler;
    }

    private void received(CommMessage message) {
        switch (String.valueOf(message.data().get("method"))) {
            case "update" -> {
                if (message.data().get(STATE) instanceof Map<?, ?> change) {
                    var known = known(change);
                    // The front end waits for the echo of what it sent last before it takes other values.
                    send("echo_update", known);
                    moved.accept(known);
                }
            }
            case "request_state" -> send("update", state());
            case "custom" -> {
                if (message.data().get("content") instanceof Map<?, ?> content
                        && "click".equals(content.get("event"))) {
                    clicked.run();
                }
            }
            default -> {
                // Later versions of the protocol may say more.
            }
        }
    }

    private synchronized Map<String, Object> known(Map<?, ?> change) {
        var known = new LinkedHashMap<String, Object>();
        change.forEach((key, value) -> {
            if (key instanceof String name && state.containsKey(name)) {
                known.put(name, value);
            }
        });
        state.putAll(known);
        return known;
    }

    private void send(String method, Map<String, Object> change) {
        comm.send(Map.of("method", method, STATE, change, "buffer_paths", List.of()));
    }

    synchronized Map<String, Object> state() {
        return new LinkedHashMap<>(state);
    }

    /** Changes a part of the state here and in the front end. */
    void set(Map<String, Object> change) {
        synchronized (this) {
            state.putAll(change);
        }
        send("update", change);
    }

    void close() {
        comm.close();
    }
}
