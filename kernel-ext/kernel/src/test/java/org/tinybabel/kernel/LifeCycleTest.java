package org.tinybabel.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinybabel.kernel.client.KernelDiedException;
import org.tinybabel.kernel.client.KernelProcess;
import org.tinybabel.kernel.client.KernelSpec;
import org.tinybabel.kernel.protocol.Channels;
import org.tinybabel.kernel.protocol.Channels.Channel;
import org.tinybabel.kernel.protocol.Codec;
import org.tinybabel.kernel.protocol.ConnectionInfo;

class LifeCycleTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Test
    void cellsReadInputInEveryWay() throws Exception {
        try (var kernel = TestKernels.start()) {
            kernel.client().onInput(prompt -> "answer to <" + prompt + ">");
            for (var attempt = 0; attempt < 2; attempt++) {
                assertThat(kernel.client()
                                .execute("new Scanner(System.in).nextLine()", TIMEOUT, output -> {})
                                .result())
                        .contains("answer to <>");
            }
            assertThat(kernel.client()
                            .execute(
                                    "new java.io.BufferedReader(new java.io.InputStreamReader(System.in)).readLine()",
                                    TIMEOUT,
                                    output -> {})
                            .result())
                    .contains("answer to <>");
            assertThat(kernel.client()
                            .execute("input(\"name?\")", TIMEOUT, o -> {})
                            .result())
                    .contains("answer to <name?>");
            assertThat(kernel.client()
                            .execute("password(\"word?\")", TIMEOUT, o -> {})
                            .result())
                    .contains("answer to <word?>");
        }
    }

    @Test
    void inputIsRefusedWhereThereIsNoReader() throws Exception {
        try (var kernel = TestKernels.start()) {
            var execution = kernel.client().execute("input(\"name?\")", TIMEOUT, output -> {});

            assertThat(execution.reply().text("evalue", "")).contains("takes no input");
        }
    }

    @Test
    void waitingForInputCanBeInterrupted() throws Exception {
        try (var kernel = TestKernels.start()) {
            var asked = new CountDownLatch(1);
            var content = kernel.client().executeContent("System.out.println(1);\ninput(\"name?\")");
            content.addProperty("allow_stdin", true);
            var waiting = kernel.client().send(Channel.SHELL, "execute_request", content, output -> {
                if (output.type().equals("stream")) {
                    asked.countDown();
                }
            });
            assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
            kernel.client().interrupt();

            assertThat(waiting.await(TIMEOUT).reply().text("ename", "")).isEqualTo("CellInterrupted");
        }
    }

    @Test
    void kernelEndsWhenItsConnectionFileIsGone() throws Exception {
        try (var kernel = TestKernels.start()) {
            Files.delete(kernel.connectionFile());

            assertThat(kernel.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void kernelEndsWhenItsParentIsKilled(@TempDir Path folder) throws Exception {
        var pidFile = folder.resolve("pid");
        var classPath = TestKernels.spec().classPath();
        var parent = new ProcessBuilder(
                        TestKernels.spec().java().toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        Parent.class.getName(),
                        pidFile.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        try {
            var end = System.nanoTime() + TIMEOUT.toNanos();
            while (!Files.exists(pidFile) || Files.size(pidFile) == 0) {
                assertThat(parent.isAlive()).isTrue();
                assertThat(System.nanoTime()).isLessThan(end);
                Thread.sleep(50);
            }
            var kernel =
                    ProcessHandle.of(Long.parseLong(Files.readString(pidFile))).orElseThrow();
            parent.destroyForcibly().waitFor();

            kernel.onExit().get(10, TimeUnit.SECONDS);
            assertThat(kernel.isAlive()).isFalse();
        } finally {
            parent.destroyForcibly();
        }
    }

    /** A process that starts a kernel and then sits there. */
    static final class Parent {

        public static void main(String[] arguments) throws Exception {
            var kernel = TestKernels.start();
            Files.writeString(
                    Path.of(arguments[0]), String.valueOf(kernel.process().pid()));
            Thread.sleep(TIMEOUT.toMillis());
        }
    }

    @Test
    void deathOfTheKernelIsReportedWithItsLog() throws Exception {
        try (var kernel = TestKernels.start()) {
            var endless = kernel.client()
                    .send(
                            Channel.SHELL,
                            "execute_request",
                            kernel.client().executeContent("while (true) {}"),
                            output -> {});
            kernel.process().destroyForcibly();

            assertThatThrownBy(() -> endless.await(TIMEOUT)).isInstanceOf(KernelDiedException.class);
        }
    }

    @Test
    void programThatIsNoKernelIsReported() {
        var broken = new KernelSpec(TestKernels.spec().java(), "no-such.jar", List.of(), Path.of("target/none.jsa"));

        assertThatThrownBy(() -> KernelProcess.start(broken, Map.of(), Path.of("."), TIMEOUT))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("KernelMain");
    }

    @Test
    void portThatWasTakenMeanwhileIsReplacedByAnother() throws Exception {
        var taken = new ArrayList<ServerSocket>();
        try (var kernel = KernelProcess.start(
                file -> {
                    if (taken.isEmpty()) {
                        taken.add(listeningWhereTheKernelShould(file));
                    }
                    return TestKernels.spec().command(file);
                },
                Map.of(),
                Path.of("."),
                TIMEOUT)) {
            assertThat(kernel.client().execute("6 * 7", TIMEOUT, output -> {}).result())
                    .contains("42");
        } finally {
            for (var socket : taken) {
                socket.close();
            }
        }
    }

    private static ServerSocket listeningWhereTheKernelShould(String connectionFile) {
        try {
            var port = ConnectionInfo.read(Path.of(connectionFile)).shellPort();
            return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void frontEndIsToldThatItsSubscriptionCounts() throws Exception {
        try (var kernel = TestKernels.start()) {
            var connection = ConnectionInfo.read(kernel.connectionFile());
            var welcome = new CompletableFuture<String>();
            var another = Channels.ofClient(connection, new Codec(connection.key()), "another", (channel, message) -> {
                if (message.type().equals("iopub_welcome")) {
                    welcome.complete(message.text("subscription", "none"));
                }
            });
            try {
                assertThat(welcome.get(20, TimeUnit.SECONDS)).isEmpty();
            } finally {
                another.close();
            }
        }
    }
}
