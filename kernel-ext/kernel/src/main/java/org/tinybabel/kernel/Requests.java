package org.tinybabel.kernel;

import java.util.Optional;
import org.tinybabel.display.Action;
import org.tinybabel.kernel.protocol.Message;

/**
 * Knows which request output belongs to. Output of a cell's own thread belongs to the request that runs; output of a
 * thread that a cell started belongs to that cell for good, even when it comes later.
 */
final class Requests {

    /** What a thread's output belongs to: a fixed request, or whatever runs (no request). */
    private record Owner(boolean cellThread, Optional<Message> fixed) {}

    private static final Owner SHELL = new Owner(false, Optional.empty());
    private static final Owner CELL = new Owner(true, Optional.empty());

    private final InheritableThreadLocal<Owner> owner = new InheritableThreadLocal<>() {
        @Override
        protected Owner childValue(Owner parent) {
            // The shell thread starts cell threads, which start the threads of the user.
            return parent == SHELL ? CELL : parent == CELL ? new Owner(false, current) : parent;
        }
    };

    private volatile Optional<Message> current = Optional.empty();

    /** Marks the calling thread as the one that starts the threads of cells. */
    void onShellThread() {
        owner.set(SHELL);
    }

    /** The request that runs now, or ran last. */
    void setCurrent(Message request) {
        current = Optional.of(request);
    }

    /** Runs code whose output, also that of threads it starts, belongs to another request than the one that runs. */
    void during(Message request, Action code) throws Exception {
        var other = Optional.of(request);
        var mine = owner.get();
        if (mine != CELL) {
            owner.set(new Owner(false, other));
            try {
                code.run();
            } finally {
                owner.set(mine);
            }
            return;
        }
        var before = current;
        current = other;
        try {
            code.run();
        } finally {
            // Code that was given up ends when something else runs.
            if (current == other) {
                current = before;
            }
        }
    }

    /** The request that output of the calling thread belongs to. */
    Optional<Message> ofThisThread() {
        // Workers of thread pools outlive the cell that happened to start them.
        var mine = Thread.currentThread() instanceof java.util.concurrent.ForkJoinWorkerThread ? null : owner.get();
        return mine == null || mine.fixed().isEmpty() ? current : mine.fixed();
    }
}
