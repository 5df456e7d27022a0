package org.tinybabel.kernel;

import com.google.gson.JsonPrimitive;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tinybabel.display.Comms;
import org.tinybabel.display.Interactive;
import org.tinybabel.kernel.protocol.Message;

/** What the kernel does for outputs that the reader can act on. Knows which tasks wait for which moment. */
final class Interactions implements Interactive {

    private static final Logger LOG = LoggerFactory.getLogger(Interactions.class);

    private final KernelComms comms;
    private final Recordings recordings;
    private final ArrayDeque<Runnable> afterMoves = new ArrayDeque<>();
    private final List<Runnable> betweenCells = new ArrayList<>();
    private final Map<String, List<Runnable>> whenRunAgain = new HashMap<>();
    private Optional<String> cell = Optional.empty();

    Interactions(KernelComms comms, Recordings recordings) {
        this.comms = comms;
        this.recordings = recordings;
    }

    @Override
    public Comms comms() {
        return comms;
    }

    @Override
    public Recorder recorder(Consumer<List<Map<String, Object>>> outputs) {
        return recordings.recorder(outputs);
    }

    @Override
    public synchronized void afterMoves(Runnable task) {
        afterMoves.add(task);
    }

    @Override
    public synchronized void betweenCells(Runnable task) {
        betweenCells.add(task);
    }

    @Override
    public synchronized void whenRunAgain(Runnable task) {
        cell.ifPresent(
                key -> whenRunAgain.computeIfAbsent(key, k -> new ArrayList<>()).add(task));
    }

    /** The next task that waits for the end of the moves. */
    synchronized Optional<Runnable> nextAfterMoves() {
        return Optional.ofNullable(afterMoves.poll());
    }

    /** A cell is about to run. */
    void cellBegins(Message request, String code) {
        // A front end that does not name its cells is likely to send the same text for the same cell.
        var key = request.metadata().get("cellId") instanceof JsonPrimitive id ? id.getAsString() : code;
        runAll(takeBetweenCells());
        runAll(begin(key));
    }

    private synchronized List<Runnable> begin(String key) {
        cell = Optional.of(key);
        return Optional.ofNullable(whenRunAgain.remove(key)).orElse(List.of());
    }

    /** The cell has ended. */
    void cellEnds() {
        runAll(takeBetweenCells());
        synchronized (this) {
            cell = Optional.empty();
        }
    }

    private synchronized List<Runnable> takeBetweenCells() {
        var tasks = List.copyOf(betweenCells);
        betweenCells.clear();
        return tasks;
    }

    private static void runAll(List<Runnable> tasks) {
        for (var task : tasks) {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.error("Something that a knob wanted done between cells failed.", e);
            }
        }
    }
}
