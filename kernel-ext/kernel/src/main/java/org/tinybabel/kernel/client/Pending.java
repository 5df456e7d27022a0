package org.tinybabel.kernel.client;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.tinybabel.kernel.protocol.Message;

/** A request that was sent. */
public final class Pending {

    private final Message request;
    private final Consumer<Message> listener;
    private final List<Message> outputs = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Execution> done = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private Optional<Message> reply = Optional.empty();
    private boolean idle;

    Pending(Message request, Consumer<Message> listener) {
        this.request = request;
        this.listener = listener;
    }

    /**
     * The request.
     *
     * @return the message that was sent
     */
    public Message request() {
        return request;
    }

    /** Takes what the kernel published for the request; called on the sockets' thread. */
    void published(Message output) {
        outputs.add(output);
        try {
            listener.accept(output);
        } finally {
            if (output.type().equals("status")
                    && output.text("execution_state", "").equals("idle")) {
                idle = true;
                ended.complete(null);
                completeIfDone();
            }
        }
    }

    void replied(Message answer) {
        reply = Optional.of(answer);
        completeIfDone();
    }

    /** The answer and the end of the output come on different channels, in either order. */
    private void completeIfDone() {
        if (idle && reply.isPresent()) {
            done.complete(new Execution(reply.get(), List.copyOf(outputs)));
        }
    }

    void failed(KernelDiedException cause) {
        ended.completeExceptionally(cause);
        done.completeExceptionally(cause);
    }

    /**
     * What was published so far.
     *
     * @return the messages, in order
     */
    public List<Message> outputs() {
        return List.copyOf(outputs);
    }

    /**
     * Waits until the request is answered and all its output has arrived.
     *
     * @param timeout how long to wait
     * @return the answer and the outputs
     * @throws TimeoutException if it takes longer; the request goes on
     * @throws KernelDiedException if the kernel's process ended
     * @throws InterruptedException if this thread is interrupted
     */
    public Execution await(Duration timeout) throws TimeoutException, KernelDiedException, InterruptedException {
        try {
            return done.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw (KernelDiedException) e.getCause();
        }
    }

    /**
     * Waits until the kernel has done what a message without an answer asks for.
     *
     * @param timeout how long to wait
     * @return what was published for it
     * @throws TimeoutException if it takes longer
     * @throws KernelDiedException if the kernel's process ended
     * @throws InterruptedException if this thread is interrupted
     */
    public List<Message> awaitIdle(Duration timeout)
            throws TimeoutException, KernelDiedException, InterruptedException {
        try {
            ended.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return outputs();
        } catch (ExecutionException e) {
            throw (KernelDiedException) e.getCause();
        }
    }
}
