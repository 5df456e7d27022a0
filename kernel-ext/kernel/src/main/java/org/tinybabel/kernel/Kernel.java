package org.tinybabel.kernel;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tinybabel.display.Comms;
import org.tinybabel.display.Hosts;
import org.tinybabel.kernel.eval.Evaluator;
import org.tinybabel.kernel.magic.Magics;
import org.tinybabel.kernel.protocol.Channels;
import org.tinybabel.kernel.protocol.Channels.Channel;
import org.tinybabel.kernel.protocol.Codec;
import org.tinybabel.kernel.protocol.ConnectionInfo;
import org.tinybabel.kernel.protocol.Message;

/**
 * A Jupyter kernel for Java: takes requests, has cells evaluated, sends what comes of it.
 *
 * <p>Five kinds of threads: <em>io</em> owns the sockets; <em>control</em> answers what must not wait; <em>shell</em>
 * does one request after the other; <em>language</em> answers questions about code while a cell runs; <em>cell</em> runs
 * user code and can be replaced.
 */
public final class Kernel {

    private static final Logger LOG = LoggerFactory.getLogger(Kernel.class);

    /** What asks about code and runs none, so that it need not wait for the cells that were sent before. */
    private static final Set<String> LANGUAGE_REQUESTS = Set.of(
            "complete_request", "inspect_request", "is_complete_request", "history_request", "comm_info_request");

    private static volatile Kernel running;

    private static final long PAUSE_MS = 300;

    private final String session = UUID.randomUUID().toString();
    private final LinkedBlockingDeque<Message> shellQueue = new LinkedBlockingDeque<>();
    private final BlockingQueue<Runnable> controlQueue = new LinkedBlockingQueue<>();
    private final BlockingQueue<Message> languageQueue = new LinkedBlockingQueue<>();
    private final Requests requests = new Requests();
    private final History history;
    private final AtomicReference<Message> executing = new AtomicReference<>();
    private final CountDownLatch ready = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Channels channels;
    private final OutputStreams streams;
    private final StandardInput input = new StandardInput(this::requestInput);
    private final KernelComms comms = new KernelComms(requests, this::sendComm);
    private final Recordings recordings;
    private final Interactions interactions;
    private final KernelNotebook notebook = new KernelNotebook(NotebookFunctions::input);
    private final StartUp startUp;
    private final Supplier<Evaluator> starter;
    private volatile String askedLast = "";
    private volatile boolean used;
    private volatile Optional<CellRunner> runner = Optional.empty();
    private volatile Optional<Message> handled = Optional.empty();

    /**
     * Binds the sockets; nothing is answered before {@link #start}.
     *
     * @param connection where to listen
     * @param startUp what the environment asks for
     * @param starter makes the evaluator, on the shell thread, while the first requests may already arrive
     * @param history where the cells that are run are kept
     */
    Kernel(ConnectionInfo connection, StartUp startUp, Supplier<Evaluator> starter, History history) {
        this.startUp = startUp;
        this.starter = starter;
        this.history = history;
        channels = Channels.ofKernel(connection, new Codec(connection.key()), this::received, this::subscribed);
        streams = new OutputStreams(requests, (request, content) -> publish("stream", request, content));
        recordings =
                new Recordings(requests, streams::flush, thrown -> evaluator().describe(thrown));
        interactions = new Interactions(comms, recordings);
    }

    /** Takes over this process's standard streams and starts to answer. */
    void start() {
        running = this;
        System.setOut(streams.stream("stdout"));
        System.setErr(streams.stream("stderr"));
        System.setIn(input);
        Hosts.install(new KernelHost(
                this::show, this::noteDisplayed, startUp.widgets() ? Optional.of(interactions) : Optional.empty()));
        thread("control", this::control);
        thread("shell", this::shell);
        thread("language", this::language);
    }

    private static void thread(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits until a front end has asked for the end. */
    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    /** Sends what is left and closes the sockets. */
    void close() {
        streams.flush();
        channels.close();
        history.close();
    }

    /** Stops the running cell, if there is one. */
    void interrupt() {
        Evaluator.live().ifPresent(Evaluator::interrupt);
    }

    /** The kernel of this process, if it is one. */
    static Optional<Kernel> running() {
        return Optional.ofNullable(running);
    }

    /**
     * What evaluates the notebook's cells.
     *
     * @return the evaluator
     * @throws IllegalStateException if the kernel is still starting
     */
    public Evaluator evaluator() {
        return notebook.evaluator();
    }

    /**
     * The magics of this notebook, to which more can be added.
     *
     * @return the registry
     */
    public Magics getMagics() {
        return notebook.magics();
    }

    /**
     * Evaluates Java code as a cell would, magics included.
     *
     * @param source any code that a cell may hold
     * @return the value of its last expression; {@code null} if there is none
     */
    public Object evalRaw(String source) {
        return notebook.eval(source, "eval");
    }

    /**
     * Adds a jar or a folder of classes to what cells can use.
     *
     * @param path where it is
     */
    public void addToClasspath(String path) {
        notebook.classPath().add(List.of(Path.of(path)));
    }

    /** Called on the sockets' thread for every message. */
    private void received(Channel channel, Message message) {
        switch (channel) {
            case CONTROL -> {
                if (isComm(message)) {
                    shellQueue.add(message);
                } else {
                    controlQueue.add(() -> answer(channel, message));
                }
            }
            case STDIN -> {
                if (message.type().equals("input_reply") && isExpected(message)) {
                    input.answer(message.text("value", ""));
                }
            }
            default -> {
                // Front ends wait for the first answer before they do anything, so it does not wait for JShell; and
                // the end does not wait for a cell that may never end.
                if (message.type().equals("kernel_info_request") && runner.isEmpty()
                        || message.type().equals("shutdown_request")) {
                    controlQueue.add(() -> answer(channel, message));
                } else if (LANGUAGE_REQUESTS.contains(message.type())) {
                    languageQueue.add(message);
                } else {
                    shellQueue.add(message);
                }
            }
        }
    }

    /** Whether an answer is for the question that waits; not all front ends say what they answer. */
    private boolean isExpected(Message inputReply) {
        var question = inputReply.parentId();
        return question.isEmpty() || question.equals(askedLast);
    }

    /** Tells a front end that no output is lost from now on, as the protocol has it since version 5.4. */
    private void subscribed(String topic) {
        controlQueue.add(() -> {
            var content = new JsonObject();
            content.addProperty("subscription", topic);
            channels.send(
                    Channel.IOPUB,
                    Message.create(
                            "iopub_welcome",
                            session,
                            new JsonObject(),
                            content,
                            List.of(topic.getBytes(StandardCharsets.UTF_8))));
        });
    }

    private void control() {
        while (true) {
            try {
                controlQueue.take().run();
            } catch (Throwable e) {
                LOG.error("A request on the control channel failed.", e);
            }
        }
    }

    private void shell() {
        requests.onShellThread();
        try {
            var started = new CellRunner(
                    starter.get(), requests, streams, this::publish, history, recordings, notebook.magics(), startUp);
            started.runStartUp();
            started.warmUp(shellQueue::isEmpty);
            runner = Optional.of(started);
            ready.countDown();
        } catch (Throwable e) {
            LOG.error("JShell cannot be started. TinyBabel needs a full JDK 17 or newer, not only a JRE.", e);
            ended.countDown();
            return;
        }
        while (true) {
            try {
                answer(Channel.SHELL, shellQueue.take());
            } catch (Throwable e) {
                LOG.error("A request on the shell channel failed.", e);
            }
        }
    }

    private void language() {
        var warm = false;
        while (true) {
            try {
                ready.await();
                var request = warm ? languageQueue.take() : languageQueue.poll(PAUSE_MS, TimeUnit.MILLISECONDS);
                if (request != null) {
                    answer(Channel.SHELL, request);
                } else if (used && executing.get() == null) {
                    // The first cell has run, and its author reads or types: the first completion must not wait.
                    warm = true;
                    languageService().warmUp();
                }
            } catch (Throwable e) {
                LOG.error("A question about code failed.", e);
            }
        }
    }

    private void answer(Channel channel, Message request) {
        status(request, "busy");
        if (request.type().equals("execute_request")) {
            executing.set(request);
        }
        try {
            handle(channel, request);
        } catch (Throwable e) {
            LOG.error("The request " + request.type() + " failed.", e);
            failed(channel, request, e);
        } finally {
            streams.flush();
            idle(request);
        }
        if (request.type().equals("shutdown_request")) {
            ended.countDown();
        }
    }

    /** Tells of a fault of the kernel itself; that of a cell is shown where the cell's own errors are. */
    private void failed(Channel channel, Message request, Throwable fault) {
        if (!request.type().endsWith("_request")) {
            return;
        }
        var content = Replies.error(
                fault.getClass().getName(),
                String.valueOf(fault.getMessage()),
                List.of("The kernel failed at this: " + fault));
        if (request.type().equals("execute_request")) {
            var shown = content.deepCopy();
            shown.remove("status");
            publish("error", Optional.of(request), shown);
        }
        reply(channel, request, content);
    }

    /**
     * Front ends and servers take the last status for that of the whole kernel: while a cell runs, a question that was
     * answered must not make the kernel look idle.
     */
    private void idle(Message request) {
        synchronized (executing) {
            executing.compareAndSet(request, null);
            status(request, "idle");
            if (executing.get() != null) {
                status(Optional.empty(), "busy");
            }
        }
    }

    private void handle(Channel channel, Message request) {
        if (request.header().has("subshell_id")
                && !request.header().get("subshell_id").isJsonNull()) {
            unknownSubshell(channel, request);
            return;
        }
        switch (request.type()) {
            case "execute_request" -> execute(channel, request);
            case "kernel_info_request" -> reply(channel, request, KernelInfo.content());
            case "complete_request" -> reply(channel, request, languageService().complete(request));
            case "inspect_request" -> reply(channel, request, languageService().inspect(request));
            case "is_complete_request" ->
                reply(channel, request, languageService().isComplete(request));
            case "history_request" -> reply(channel, request, history.reply(request));
            case "comm_info_request" -> reply(channel, request, comms.info(request));
            case "comm_open", "comm_msg", "comm_close" -> comm(request);
            case "interrupt_request" -> {
                interrupt();
                reply(channel, request, Replies.ok());
            }
            case "shutdown_request" -> {
                var content = Replies.ok();
                content.addProperty("restart", request.flag("restart", false));
                comms.closeAll();
                reply(channel, request, content);
            }
            default -> unknown(channel, request);
        }
    }

    private void unknownSubshell(Channel channel, Message request) {
        if (request.type().endsWith("_request")) {
            var message = "This kernel has no subshells. Send the request without a subshell_id.";
            reply(channel, request, Replies.error("UnknownSubshell", message, List.of()));
        }
    }

    private void unknown(Channel channel, Message request) {
        LOG.warn("There is no request {}.", request.type());
        if (request.type().endsWith("_request")) {
            reply(
                    channel,
                    request,
                    Replies.error("UnknownRequest", "This kernel does not know " + request.type() + ".", List.of()));
        }
    }

    /** Runs what a message of the front end is for; then, unless more such messages wait, what waited for that. */
    private void comm(Message request) {
        var cells = runner.orElseThrow();
        handled = Optional.of(request);
        try {
            var work = comms.work(request);
            cells.call(work.request(), work.action());
            if (!nextIsComm()) {
                afterMoves(work.request());
            }
        } finally {
            handled = Optional.empty();
        }
    }

    private void afterMoves(Message request) {
        for (var task = interactions.nextAfterMoves(); task.isPresent(); task = interactions.nextAfterMoves()) {
            runner.orElseThrow().call(request, task.get()::run);
        }
    }

    private boolean nextIsComm() {
        var next = shellQueue.peek();
        return next != null && isComm(next);
    }

    private static boolean isComm(Message message) {
        return Set.of("comm_open", "comm_msg", "comm_close").contains(message.type());
    }

    private void sendComm(String type, JsonObject content, JsonObject metadata, List<byte[]> buffers) {
        streams.flush();
        var request = handled.isPresent() ? handled : recordings.real(requests.ofThisThread());
        channels.send(Channel.IOPUB, output(type, request, content).with(metadata, buffers));
    }

    /**
     * The lines to the front end, for widgets of a notebook's own.
     *
     * <pre>{@code
     * getKernelInstance().comms().register("echo", (comm, opening) -> comm.onMessage(comm::send));
     * }</pre>
     *
     * @return the kernel's lines
     */
    public Comms comms() {
        return comms;
    }

    private LanguageService languageService() {
        return new LanguageService(evaluator(), notebook.magics());
    }

    private void execute(Channel channel, Message request) {
        if (!(request.content().get("code") instanceof JsonPrimitive code) || !code.isString()) {
            reply(
                    channel,
                    request,
                    Replies.error("MalformedRequest", "An execute_request needs its code as a text.", List.of()));
            return;
        }
        if (channel == Channel.CONTROL) {
            reply(channel, request, Replies.error("MalformedRequest", "Cells run on the shell channel.", List.of()));
            return;
        }
        used = true;
        input.forgetUnread();
        interactions.cellBegins(request, code.getAsString());
        var content = runner.orElseThrow().run(request, code.getAsString());
        afterMoves(request);
        interactions.cellEnds();
        var failed = !content.get("status").getAsString().equals("ok");
        var aborted = failed && request.flag("stop_on_error", true) ? takeQueuedCells() : List.<Message>of();
        reply(channel, request, content);
        for (var cell : aborted) {
            status(cell, "busy");
            reply(channel, cell, Replies.status("aborted"));
            status(cell, "idle");
        }
    }

    /** The cells that were sent before the one that failed was answered. */
    private List<Message> takeQueuedCells() {
        var all = new ArrayList<Message>();
        shellQueue.drainTo(all);
        var cells = all.stream()
                .filter(message -> message.type().equals("execute_request"))
                .toList();
        all.removeAll(cells);
        for (var i = all.size() - 1; i >= 0; i--) {
            shellQueue.addFirst(all.get(i));
        }
        return cells;
    }

    private void status(Message request, String state) {
        status(Optional.of(request), state);
    }

    /** Without a request, the state is that of the kernel and answers nothing. */
    private void status(Optional<Message> request, String state) {
        var content = new JsonObject();
        content.addProperty("execution_state", state);
        publish("status", request, content);
    }

    private void reply(Channel channel, Message request, JsonObject content) {
        // What the cell printed is out before the cell is answered.
        streams.flush();
        channels.send(
                channel,
                Message.create(
                        request.type().replaceFirst("_request$", "_reply"),
                        session,
                        request.header(),
                        content,
                        request.identities()));
    }

    private void publish(String type, Optional<Message> request, JsonObject content) {
        if (recordings.take(request, type, content)) {
            return;
        }
        channels.send(Channel.IOPUB, output(type, request, content));
    }

    private Message output(String type, Optional<Message> request, JsonObject content) {
        return Message.create(
                type,
                session,
                request.map(Message::header).orElseGet(JsonObject::new),
                content,
                List.of(type.getBytes(StandardCharsets.US_ASCII)));
    }

    private void show(String type, JsonObject content) {
        streams.flush();
        publish(type, requests.ofThisThread(), content);
    }

    /** Asks the front end that sent the running cell for a line. */
    private boolean requestInput(String prompt, boolean password) {
        var request = requests.ofThisThread();
        if (request.isEmpty()
                || !request.get().type().equals("execute_request")
                || !request.get().flag("allow_stdin", true)) {
            return false;
        }
        streams.flush();
        var content = new JsonObject();
        content.addProperty("prompt", prompt);
        content.addProperty("password", password);
        var question = Message.create(
                "input_request",
                session,
                request.get().header(),
                content,
                request.get().identities());
        askedLast = question.id();
        channels.send(Channel.STDIN, question);
        return true;
    }

    String ask(String prompt, boolean password) throws IOException {
        return input.ask(prompt, password);
    }

    void noteDisplayed(String displayId) {
        runner.ifPresent(cells -> cells.noteDisplayed(displayId));
    }
}
