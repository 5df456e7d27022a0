package org.tinybabel.kernel.client;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.tinybabel.kernel.protocol.Channels;
import org.tinybabel.kernel.protocol.Channels.Channel;
import org.tinybabel.kernel.protocol.ConnectionInfo;

/** A kernel in a process of its own, with a client that speaks to it. Closing it ends the process for sure. */
public final class KernelProcess implements AutoCloseable {

    private static final Duration ANSWER = Duration.ofMillis(500);
    private static final long POLITE_MS = 3000;
    private static final long LAST_WORDS_MS = 200;
    private static final int LONGEST_LOG = 4000;
    private static final int CHOICES_OF_PORTS = 3;

    private final Process process;
    private final KernelClient client;
    private final Path folder;

    private KernelProcess(Process process, KernelClient client, Path folder) {
        this.process = process;
        this.client = client;
        this.folder = folder;
    }

    /**
     * Starts a kernel and waits until it answers.
     *
     * @param spec the program to start
     * @param environment additions to this process's environment
     * @param workingFolder the folder that its cells see as the current one
     * @param timeout how long to wait for the first answer
     * @return the running kernel
     * @throws IOException if the program cannot be started, ends at once, or does not answer in time; the message holds
     *     what it logged
     * @throws InterruptedException if this thread is interrupted
     */
    public static KernelProcess start(
            KernelSpec spec, Map<String, String> environment, Path workingFolder, Duration timeout)
            throws IOException, InterruptedException {
        return start(spec::command, environment, workingFolder, timeout);
    }

    /**
     * Starts any kernel and waits until it answers.
     *
     * @param command gets the path of the connection file and returns program and arguments
     * @param environment additions to this process's environment
     * @param workingFolder the folder that its cells see as the current one
     * @param timeout how long to wait for the first answer
     * @return the running kernel
     * @throws IOException if the program cannot be started, ends at once, or does not answer in time; the message holds
     *     what it logged
     * @throws InterruptedException if this thread is interrupted
     */
    public static KernelProcess start(
            Function<String, List<String>> command,
            Map<String, String> environment,
            Path workingFolder,
            Duration timeout)
            throws IOException, InterruptedException {
        for (var choice = 1; ; choice++) {
            try {
                return startOnce(command, environment, workingFolder, timeout);
            } catch (KernelDiedException e) {
                // Another program has taken a port between its choice here and the kernel's start.
                if (choice == CHOICES_OF_PORTS || !e.getMessage().contains(Channels.CANNOT_LISTEN)) {
                    throw e;
                }
            }
        }
    }

    private static KernelProcess startOnce(
            Function<String, List<String>> command,
            Map<String, String> environment,
            Path workingFolder,
            Duration timeout)
            throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("tinybabel-kernel");
        var connection = connectionOnFreePorts();
        var file = Files.writeString(folder.resolve("connection.json"), connection.toJson());
        var builder = new ProcessBuilder(command.apply(file.toString()))
                .directory(workingFolder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().putAll(KernelSpec.ENVIRONMENT);
        // What a program runs is not what its user typed.
        builder.environment().put("TINYBABEL_HISTORY", "");
        builder.environment().putAll(environment);
        builder.environment()
                .put("JPY_PARENT_PID", String.valueOf(ProcessHandle.current().pid()));
        var process = builder.start();
        var kernel = new KernelProcess(process, new KernelClient(connection), folder);
        // Its last words are still on their way when the process has ended.
        process.onExit()
                .thenRunAsync(
                        () -> kernel.client.kernelDied(kernel.death()),
                        CompletableFuture.delayedExecutor(LAST_WORDS_MS, TimeUnit.MILLISECONDS));
        try {
            kernel.awaitReady(timeout);
            return kernel;
        } catch (IOException | InterruptedException | RuntimeException e) {
            kernel.close();
            throw e;
        }
    }

    private static ConnectionInfo connectionOnFreePorts() throws IOException {
        var address = InetAddress.getLoopbackAddress();
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (var i = 0; i < 5; i++) {
                sockets.add(new ServerSocket(0, 1, address));
            }
            var ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
            return new ConnectionInfo(
                    "tcp",
                    address.getHostAddress(),
                    ports.get(0),
                    ports.get(1),
                    ports.get(2),
                    ports.get(3),
                    ports.get(4),
                    UUID.randomUUID().toString());
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
    }

    /** Asks again until an answer and its output have arrived: early output is lost before the client is subscribed. */
    private void awaitReady(Duration timeout) throws IOException, InterruptedException {
        var end = System.nanoTime() + timeout.toNanos();
        while (true) {
            try {
                client.send(Channel.SHELL, "kernel_info_request", new JsonObject(), output -> {})
                        .await(ANSWER);
                return;
            } catch (TimeoutException e) {
                if (System.nanoTime() > end) {
                    throw new IOException("The kernel did not answer within " + timeout.toSeconds() + " s." + log());
                }
            }
        }
    }

    private KernelDiedException death() {
        return new KernelDiedException("The kernel ended with exit status " + process.exitValue() + "." + log());
    }

    private String log() {
        try {
            var text = Files.readString(folder.resolve("log")).strip();
            return text.isEmpty() ? "" : "\n" + text.substring(Math.max(0, text.length() - LONGEST_LOG));
        } catch (IOException e) {
            return "";
        }
    }

    /**
     * The client that is connected to the kernel.
     *
     * @return the client, closed with this
     */
    public KernelClient client() {
        return client;
    }

    /**
     * The kernel's process.
     *
     * @return the process
     */
    public Process process() {
        return process;
    }

    /**
     * What the kernel's process needs to be reached by other clients.
     *
     * @return the connection file
     */
    public Path connectionFile() {
        return folder.resolve("connection.json");
    }

    /** Ends the process: politely if it reacts, else by force. */
    @Override
    public void close() {
        // Some kernels are launchers that start another process, which would live on.
        var started = process.descendants().toList();
        try {
            if (process.isAlive()) {
                client.shutdown();
                if (!process.waitFor(POLITE_MS, TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly().waitFor();
                }
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } finally {
            started.forEach(ProcessHandle::destroyForcibly);
            client.close();
            deleteFiles();
        }
    }

    private void deleteFiles() {
        for (var file : List.of(connectionFile(), folder.resolve("log"), folder)) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // A file that stays behind in the temporary folder harms nobody.
            }
        }
    }
}
