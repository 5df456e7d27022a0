package org.tinybabel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.tinybabel.display.Action;
import org.tinybabel.kernel.protocol.Message;

/** Keeps all that a kernel publishes, and waits for what it should publish. */
final class TestFrontEnd implements Consumer<Message> {

    private static final long PATIENCE_MS = 30_000;

    private final List<Message> seen = new ArrayList<>();

    @Override
    public synchronized void accept(Message message) {
        seen.add(message);
        notifyAll();
    }

    /** The first message that fits, from the beginning on. */
    Message await(Predicate<Message> wanted) throws InterruptedException {
        return awaitFrom(0, wanted);
    }

    /** The first message that fits, of those that come when something is done. */
    Message awaiting(Predicate<Message> wanted, Action action) throws Exception {
        int from;
        synchronized (this) {
            from = seen.size();
        }
        action.run();
        return awaitFrom(from, wanted);
    }

    private synchronized Message awaitFrom(int from, Predicate<Message> wanted) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE_MS * 1_000_000;
        while (true) {
            Optional<Message> found =
                    seen.subList(from, seen.size()).stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            assertThat(System.nanoTime()).as("time until the message").isLessThan(end);
            wait(100);
        }
    }

    synchronized List<Message> seen() {
        return List.copyOf(seen);
    }
}
