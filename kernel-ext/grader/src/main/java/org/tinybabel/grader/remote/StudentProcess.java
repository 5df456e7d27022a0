package org.tinybabel.grader.remote;

import com.google.gson.JsonObject;
import java.io.File;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.tinybabel.grader.agent.AgentMain;

/**
 * A virtual machine of its own for one student's code, which only ever answers requests with JSON. Its class path holds the
 * kit and the visible tests, never the hidden ones; its folder and home are private and vanish with it.
 */
public final class StudentProcess implements AutoCloseable {

    private static final int MOST_OUTPUT_BYTES = 64 << 10;
    private static final Duration LOOK_AT_BUDGET_EVERY = Duration.ofMillis(50);
    private static final ScheduledThreadPoolExecutor WATCH = watch();

    private final Path folder;
    private final Process process;
    private final Frames frames;
    private final StringBuffer output = new StringBuffer();
    private volatile String death = "";
    private long lastRequest;

    private StudentProcess(Path folder, Process process, Frames frames) {
        this.folder = folder;
        this.process = process;
        this.frames = frames;
        var drain = new Thread(() -> drain(process.getInputStream()), "student-output");
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
     * @param contract the exercise's interface
     * @param classPath what the student's code may use
     * @return the process, connected
     * @throws IOException if it cannot be started or does not connect
     */
    public static StudentProcess start(Class<?> contract, List<Path> classPath) throws IOException {
        var folder = Files.createTempDirectory("tb");
        var address = UnixDomainSocketAddress.of(folder.resolve("s"));
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(address);
            var process = new ProcessBuilder(command(contract, classPath, folder))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            // A process that ends before it has connected must not leave us waiting.
            process.onExit().thenRun(() -> close(server));
            try {
                return new StudentProcess(folder, process, new Frames(server.accept()));
            } catch (IOException e) {
                process.destroyForcibly();
                var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                throw new IOException("The student process did not start: " + said.strip(), e);
            }
        } catch (IOException e) {
            delete(folder);
            throw e;
        }
    }

    private static List<String> command(Class<?> contract, List<Path> classPath, Path folder) {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xmx512m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Duser.home=" + folder,
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                AgentMain.class.getName(),
                folder.resolve("s").toString(),
                contract.getName()));
        return command;
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
        var guard = guard(budget);
        try {
            frames.write(request);
            var reply = frames.read();
            if (reply.get("id") == null || reply.get("id").getAsLong() != id) {
                throw new IOException("it sent a reply that nobody asked for");
            }
            return reply;
        } catch (IOException | RuntimeException e) {
            if (death.isEmpty()) {
                end(whyEnded(e));
            }
            throw new StudentProcessDied(death);
        } finally {
            guard.cancel(false);
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
        return Replies.result(request(request, budget), method);
    }

    /**
     * Why the process ended.
     *
     * @return a sentence for the student; empty while it lives
     */
    public Optional<String> death() {
        return Optional.of(death).filter(why -> !why.isEmpty());
    }

    private ScheduledFuture<?> guard(Budget budget) {
        var began = Instant.now();
        var used = processorTime();
        return WATCH.scheduleAtFixedRate(
                () -> {
                    if (processorTime().minus(used).compareTo(budget.processor()) > 0) {
                        end("It used more than " + budget.processor().toSeconds()
                                + " s of processor time and was ended. Is there a loop that never stops?");
                    } else if (Duration.between(began, Instant.now()).compareTo(budget.clock()) > 0) {
                        end("It took longer than " + budget.clock().toSeconds()
                                + " s and was ended. Does it wait for something that never comes?");
                    }
                },
                LOOK_AT_BUDGET_EVERY.toMillis(),
                LOOK_AT_BUDGET_EVERY.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private void end(String why) {
        death = why;
        process.destroyForcibly();
    }

    private String whyEnded(Exception e) {
        try {
            if (process.waitFor(2, TimeUnit.SECONDS)) {
                return switch (process.exitValue()) {
                    case 3 -> "It ran out of memory (the heap is 512 MB).";
                    default ->
                        "It ended the program (exit code " + process.exitValue() + "). Does it call System.exit?";
                };
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return "Its answer could not be read: " + e.getMessage();
    }

    private void drain(InputStream from) {
        var bytes = new byte[8192];
        try (from) {
            for (int n; (n = from.read(bytes)) >= 0; ) {
                if (output.length() < MOST_OUTPUT_BYTES) {
                    output.append(new String(bytes, 0, n, StandardCharsets.UTF_8));
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
        synchronized (output) {
            var text = output.toString();
            output.setLength(0);
            return text;
        }
    }

    @Override
    public void close() {
        try {
            frames.close();
        } catch (IOException e) {
            // The process is ended next, which closes the connection for sure.
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
        delete(folder);
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
