package org.tinybabel.grader.remote;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A virtual machine of its own for one student's code, which only ever answers requests with JSON. Its class path holds the
 * kit and the visible tests, never the hidden ones; its folder and home are private and vanish with it.
 */
public final class StudentProcess implements AutoCloseable {

    private static final int MOST_SAID = 4 << 10;
    private static final long RECENT_MILLISECONDS = 20;
    private static final int MOST_OUTPUT = 64 << 10;
    private static final int OUT_OF_MEMORY = 3;
    private static final int KILLED = 137;

    /** Without a locale, Java could not open a class path with letters beyond ASCII. */
    private static final Set<String> KEPT = Set.of("PATH", "LANG", "LC_ALL", "LC_CTYPE");

    /** Most requests are over before anybody looks at their budget. */
    private static final Duration LOOK_AT_BUDGET_AFTER = Duration.ofMillis(200);

    private static final Duration LOOK_AT_BUDGET_EVERY = Duration.ofMillis(50);
    private static final ScheduledThreadPoolExecutor WATCH = watch();

    private final Path folder;
    private final Process process;
    private final ControlGroup group;
    private final Frames frames;
    private final AgentProgram program;
    private final StringBuffer said = new StringBuffer();
    private final StringBuilder output = new StringBuilder();
    private volatile String death = "";
    private Set<Integer> changed = Set.of();
    private Duration used = Duration.ZERO;
    private OptionalLong lookedAt = OptionalLong.empty();
    private long lastRequest;

    private StudentProcess(Path folder, Process process, ControlGroup group, Frames frames, AgentProgram program) {
        this.folder = folder;
        this.process = process;
        this.group = group;
        this.frames = frames;
        this.program = program;
        var drain = new Thread(() -> drain(process.getInputStream(), said), "student-output");
        drain.setDaemon(true);
        drain.start();
    }

    private static ScheduledThreadPoolExecutor watch() {
        var executor = new ScheduledThreadPoolExecutor(1, task -> {
            var thread = new Thread(task, "student-budgets");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    /**
     * Starts a process.
     *
     * @param program what runs in it
     * @param isolation how it is kept apart
     * @return the process, connected
     * @throws IOException if it cannot be started or does not connect
     */
    public static StudentProcess start(AgentProgram program, Isolation isolation) throws IOException {
        var folder = Files.createTempDirectory("tb");
        var group = ControlGroup.NONE;
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(folder.resolve("s")));
            var enclosure = isolation.enclose(program, folder, List.of());
            group = enclosure.group();
            var builder = new ProcessBuilder(enclosure.command())
                    .directory(folder.toFile())
                    .redirectErrorStream(true);
            builder.environment().keySet().retainAll(KEPT);
            var process = builder.start();
            // A process that ends before it has connected must not leave us waiting.
            process.onExit().thenRun(() -> close(server));
            try {
                return new StudentProcess(folder, process, group, new Frames(server.accept()), program);
            } catch (IOException e) {
                process.destroyForcibly();
                var said = new StringBuffer();
                drain(process.getInputStream(), said);
                throw new IOException("it did not start: " + said.toString().strip(), e);
            }
        } catch (IOException e) {
            group.close();
            delete(folder);
            throw e;
        }
    }

    private static void close(ServerSocketChannel server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /**
     * Sends a request and waits for its reply, within a budget.
     *
     * @param request what the agent should do
     * @param budget what it may use
     * @return the agent's reply
     * @throws StudentProcessDied if the process ends first, or used up its budget and was ended
     */
    public JsonObject request(JsonObject request, Budget budget) {
        var id = ++lastRequest;
        request.addProperty("id", id);
        var settled = new Settlement();
        var guard = guard(budget, settled);
        try {
            frames.write(request);
            var reply = frames.read();
            // Either the reply came first or the end of the budget did, never both.
            if (!settled.settle("")) {
                throw new StudentProcessDied(death);
            }
            if (reply.get("id") == null || !reply.get("id").isJsonPrimitive()) {
                throw new IOException("it sent a reply without a number");
            }
            if (reply.get("id").getAsLong() != id) {
                throw new IOException("it sent a reply that nobody asked for");
            }
            keepOutput(reply);
            return reply;
        } catch (FrameTooLargeException e) {
            throw new WireException("The arguments are too large: " + e.getMessage());
        } catch (IOException | RuntimeException e) {
            var why = whyEnded(e);
            if (!settled.settle(why) && death.isEmpty()) {
                // The reply came, and made no sense.
                end(why);
            }
            throw new StudentProcessDied(death);
        } finally {
            guard.cancel(false);
        }
    }

    /** What became of a request: a reply, or the end of the process; whatever came first. */
    private final class Settlement {

        private boolean settled;

        /** Settles the request unless that was done before; with a reason, the process is ended. */
        synchronized boolean settle(String whyEnded) {
            var first = !settled;
            settled = true;
            if (first && !whyEnded.isEmpty()) {
                end(whyEnded);
            }
            return first;
        }
    }

    private void keepOutput(JsonObject reply) {
        if (reply.get("output") != null && reply.get("output").isJsonPrimitive() && output.length() < MOST_OUTPUT) {
            output.append(reply.get("output").getAsString());
        }
    }

    /**
     * Calls a method of the student's.
     *
     * @param request the call
     * @param method the contract method, whose types decide how the reply is read
     * @param budget what the call may use
     * @return what the method returned
     * @throws Throwable what the method threw; {@link StudentProcessDied} if the process ended
     */
    public Object call(JsonObject request, Method method, Budget budget) throws Throwable {
        changed = Set.of();
        var reply = request(request, budget);
        changed = Replies.changed(reply, method);
        return Replies.result(reply, method);
    }

    /**
     * The arguments that the last call changed, of a method that must not.
     *
     * @return their indices, from 0
     */
    public Set<Integer> changedArguments() {
        return changed;
    }

    /**
     * Why the process ended.
     *
     * @return a sentence for the student; empty while it lives
     */
    public Optional<String> death() {
        return Optional.of(death).filter(why -> !why.isEmpty());
    }

    private ScheduledFuture<?> guard(Budget budget, Settlement settled) {
        var began = Instant.now();
        var before = recentProcessorTime();
        return WATCH.scheduleAtFixedRate(
                () -> {
                    var why = "";
                    if (processorTime().minus(before).compareTo(budget.processor()) > 0) {
                        why = "It used more than " + seconds(budget.processor())
                                + " of processor time and was ended. Is there a loop that never stops?";
                    } else if (Duration.between(began, Instant.now()).compareTo(budget.clock()) > 0) {
                        why = "It took longer than " + seconds(budget.clock())
                                + " and was ended. Does it wait for something that never comes?";
                    }
                    if (!why.isEmpty()) {
                        settled.settle(why);
                    }
                },
                LOOK_AT_BUDGET_AFTER.toMillis(),
                LOOK_AT_BUDGET_EVERY.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() < 1000 ? "what was left" : duration.toSeconds() + " s";
    }

    /**
     * The processor time used so far by the process and all that it started.
     *
     * @return the time; after the end of the process, the last that was seen
     */
    public Duration processorTime() {
        return processorTime(0);
    }

    /** The processor time as of now, or as it was a moment ago: to look for it costs more than most calls. */
    private synchronized Duration processorTime(long milliseconds) {
        if (lookedAt.isEmpty() || System.nanoTime() - lookedAt.getAsLong() > milliseconds * 1_000_000) {
            var now = group.processorTime().orElseGet(() -> ProcessTimes.of(process.toHandle()));
            used = now.compareTo(used) > 0 ? now : used;
            lookedAt = OptionalLong.of(System.nanoTime());
        }
        return used;
    }

    /**
     * The processor time that the process has used, as it was at most some milliseconds ago.
     *
     * @return the time, for budgets of seconds
     */
    public Duration recentProcessorTime() {
        return processorTime(RECENT_MILLISECONDS);
    }

    /**
     * The memory of the process and all that it started, as far as this system tells.
     *
     * @return resident bytes; 0 if unknown
     */
    public long residentBytes() {
        return ProcessTimes.residentBytes(process.toHandle());
    }

    /** The private folder, which vanishes when this is closed. */
    Path folder() {
        return folder;
    }

    private void end(String why) {
        death = why;
        processorTime();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private String whyEnded(Exception e) {
        try {
            if (process.waitFor(2, TimeUnit.SECONDS)) {
                return switch (process.exitValue()) {
                    case OUT_OF_MEMORY ->
                        "It ran out of memory: " + program.heapMegabytes() + " MB of objects, or too many threads.";
                    case KILLED -> "It was ended by the system. Does it use more memory than is allowed?";
                    default ->
                        "It ended the program (exit code " + process.exitValue() + "). Does it call System.exit?";
                };
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return "Its answer could not be read: " + e.getMessage() + ".";
    }

    private static void drain(InputStream from, StringBuffer into) {
        var bytes = new byte[8192];
        try (from) {
            for (int n; (n = from.read(bytes)) >= 0; ) {
                if (into.length() < MOST_SAID) {
                    into.append(new String(bytes, 0, n, StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            // The process was ended while it printed: what was read so far is all there is.
        }
    }

    /**
     * What the student's code has printed since the last call of this method, up to 64 KiB.
     *
     * @return the text
     */
    public String takeOutput() {
        var text = output.toString();
        output.setLength(0);
        return text;
    }

    @Override
    public void close() {
        processorTime();
        try {
            frames.close();
        } catch (IOException e) {
            // The process is ended next, which closes the connection for sure.
        }
        if (program.recording().isPresent()) {
            awaitRecording();
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
        group.close();
        delete(folder);
    }

    /** Without its connection the program ends by itself, and writes down what it has loaded. */
    private void awaitRecording() {
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | java.io.UncheckedIOException e) {
            // A temporary folder that cannot be listed is left to the system.
        }
    }
}
