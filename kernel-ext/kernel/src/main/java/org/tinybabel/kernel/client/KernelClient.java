package org.tinybabel.kernel.client;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.tinybabel.kernel.protocol.Channels;
import org.tinybabel.kernel.protocol.Channels.Channel;
import org.tinybabel.kernel.protocol.Codec;
import org.tinybabel.kernel.protocol.ConnectionInfo;
import org.tinybabel.kernel.protocol.Message;

/**
 * Speaks Jupyter's messaging protocol with a kernel.
 *
 * <pre>{@code
 * var execution = client.execute("1 + 1", Duration.ofSeconds(60), output -> {});
 * execution.result();  // Optional[2]
 * }</pre>
 */
public final class KernelClient implements AutoCloseable {

    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final String session = UUID.randomUUID().toString();
    private final Map<String, Pending> pending = new ConcurrentHashMap<>();
    private final Channels channels;
    private volatile Optional<KernelDiedException> death = Optional.empty();
    private volatile Optional<UnaryOperator<String>> inputs = Optional.empty();
    private volatile Consumer<Message> observer = message -> {};

    /**
     * Connects to a kernel, which may still be starting.
     *
     * @param connection where it listens
     */
    public KernelClient(ConnectionInfo connection) {
        channels = Channels.ofClient(connection, new Codec(connection.key()), session, this::received);
    }

    private void received(Channel channel, Message message) {
        if (channel == Channel.STDIN) {
            inputs.ifPresent(inputs -> answerInput(message, inputs));
            return;
        }
        if (channel == Channel.IOPUB) {
            observer.accept(message);
        }
        var waiting = pending.get(message.parentId());
        if (waiting == null) {
            return;
        }
        if (channel == Channel.IOPUB) {
            waiting.published(message);
        } else {
            waiting.replied(message);
        }
    }

    private void answerInput(Message request, UnaryOperator<String> answers) {
        var content = new JsonObject();
        content.addProperty("value", answers.apply(request.text("prompt", "")));
        channels.send(Channel.STDIN, Message.create("input_reply", session, request.header(), content, List.of()));
    }

    /**
     * Runs a cell as a notebook would, and waits for its end.
     *
     * @param code the cell
     * @param timeout how long to wait
     * @param listener called for every output as it arrives, on the sockets' thread
     * @return the answer and all outputs
     * @throws TimeoutException if it takes longer; the cell goes on: {@link #interrupt} it
     * @throws KernelDiedException if the kernel's process ended
     * @throws InterruptedException if this thread is interrupted
     */
    public Execution execute(String code, Duration timeout, Consumer<Message> listener)
            throws TimeoutException, KernelDiedException, InterruptedException {
        var sent = send(Channel.SHELL, "execute_request", executeContent(code), listener);
        try {
            return sent.await(timeout);
        } catch (TimeoutException e) {
            throw new TimeoutException("The cell did not end within " + timeout.toSeconds() + " s.");
        }
    }

    /**
     * What an execute request says; change what should be different.
     *
     * @param code the cell
     * @return content that stores history, stops on errors, and takes input if {@link #onInput} was called
     */
    public JsonObject executeContent(String code) {
        var content = new JsonObject();
        content.addProperty("code", code);
        content.addProperty("silent", false);
        content.addProperty("store_history", true);
        content.add("user_expressions", new JsonObject());
        content.addProperty("allow_stdin", inputs.isPresent());
        content.addProperty("stop_on_error", true);
        return content;
    }

    /**
     * Sends a request without waiting.
     *
     * @param channel {@link Channel#SHELL} or {@link Channel#CONTROL}
     * @param type such as {@code complete_request}
     * @param content what the request says
     * @param listener called for every output as it arrives, on the sockets' thread
     * @return the request, to be waited for
     */
    public Pending send(Channel channel, String type, JsonObject content, Consumer<Message> listener) {
        return send(channel, Message.create(type, session, new JsonObject(), content, List.of()), listener);
    }

    /**
     * Sends a message over a line to the kernel, or opens or closes one. The kernel does not answer it, but tells when it is
     * idle again: wait with {@link Pending#awaitIdle}.
     *
     * @param type {@code comm_open}, {@code comm_msg} or {@code comm_close}
     * @param commId the name of the line
     * @param content what else the message says, such as {@code target_name}; changed by this call
     * @param buffers binary data to go with it
     * @return the message, to be waited for
     */
    public Pending sendComm(String type, String commId, JsonObject content, List<byte[]> buffers) {
        content.addProperty("comm_id", commId);
        if (!content.has("data")) {
            content.add("data", new JsonObject());
        }
        var message = Message.create(type, session, new JsonObject(), content, List.of());
        return send(Channel.SHELL, message.with(new JsonObject(), buffers), output -> {});
    }

    private Pending send(Channel channel, Message message, Consumer<Message> listener) {
        var sent = new Pending(message, listener);
        pending.put(message.id(), sent);
        death.ifPresent(sent::failed);
        channels.send(channel, message);
        return sent;
    }

    /**
     * Sends a request and waits for the answer.
     *
     * @param channel {@link Channel#SHELL} or {@link Channel#CONTROL}
     * @param type such as {@code complete_request}
     * @param content what the request says
     * @return the answer and what was published for it
     * @throws TimeoutException if there is no answer within half a minute
     * @throws KernelDiedException if the kernel's process ended
     * @throws InterruptedException if this thread is interrupted
     */
    public Execution ask(Channel channel, String type, JsonObject content)
            throws TimeoutException, KernelDiedException, InterruptedException {
        return send(channel, type, content, output -> {}).await(ANSWER);
    }

    /**
     * Completions for a place in code.
     *
     * @param code a cell
     * @param cursor the place, in Unicode characters from the start
     * @return the content of the kernel's answer
     * @throws TimeoutException if there is no answer within half a minute
     * @throws KernelDiedException if the kernel's process ended
     * @throws InterruptedException if this thread is interrupted
     */
    public JsonObject complete(String code, int cursor)
            throws TimeoutException, KernelDiedException, InterruptedException {
        return aboutCode("complete_request", code, cursor);
    }

    /**
     * Documentation for a place in code.
     *
     * @param code a cell
     * @param cursor the place, in Unicode characters from the start
     * @return the content of the kernel's answer
     * @throws TimeoutException if there is no answer within half a minute
     * @throws KernelDiedException if the kernel's process ended
     * @throws InterruptedException if this thread is interrupted
     */
    public JsonObject inspect(String code, int cursor)
            throws TimeoutException, KernelDiedException, InterruptedException {
        return aboutCode("inspect_request", code, cursor);
    }

    private JsonObject aboutCode(String type, String code, int cursor)
            throws TimeoutException, KernelDiedException, InterruptedException {
        var content = new JsonObject();
        content.addProperty("code", code);
        content.addProperty("cursor_pos", cursor);
        content.addProperty("detail_level", 0);
        return ask(Channel.SHELL, type, content).reply().content();
    }

    /**
     * Stops the running cell.
     *
     * @throws TimeoutException if the kernel does not confirm within half a minute
     * @throws KernelDiedException if the kernel's process ended
     * @throws InterruptedException if this thread is interrupted
     */
    public void interrupt() throws TimeoutException, KernelDiedException, InterruptedException {
        ask(Channel.CONTROL, "interrupt_request", new JsonObject());
    }

    /** Asks the kernel to end; does not wait for it. */
    public void shutdown() {
        var content = new JsonObject();
        content.addProperty("restart", false);
        send(Channel.CONTROL, "shutdown_request", content, output -> {});
    }

    /**
     * Chooses how to answer when a cell asks for input; without it, cells are told that there is none.
     *
     * @param answers gets the prompt and returns the line; called on the sockets' thread
     */
    public void onInput(UnaryOperator<String> answers) {
        inputs = Optional.of(answers);
    }

    /**
     * Watches everything that the kernel publishes, also late outputs of finished cells.
     *
     * @param watcher called for every message on the output channel, on the sockets' thread
     */
    public void onOutput(Consumer<Message> watcher) {
        observer = watcher;
    }

    /** Fails all that waits for a kernel that has ended. */
    void kernelDied(KernelDiedException cause) {
        death = Optional.of(cause);
        pending.values().forEach(each -> each.failed(cause));
    }

    /** Closes the sockets; the kernel goes on. */
    @Override
    public void close() {
        channels.close();
    }
}
