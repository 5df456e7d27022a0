package org.tinybabel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinybabel.kernel.client.KernelProcess;
import org.tinybabel.kernel.client.Pending;
import org.tinybabel.kernel.protocol.Channels.Channel;

/** A kernel ends when it should, whatever it does just then, and leaves nothing behind. */
class EndingsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final long PARENT_IS_MISSED_AFTER_MS = 1500;

    /** Starts a cell that may read input, and waits until its own code runs. */
    private static Pending running(KernelProcess kernel, String code) throws Exception {
        var started = new CountDownLatch(1);
        var content = kernel.client().executeContent("System.out.println(1);\n" + code);
        content.addProperty("allow_stdin", true);
        var cell = kernel.client().send(Channel.SHELL, "execute_request", content, output -> {
            if (output.type().equals("stream")) {
                started.countDown();
            }
        });
        assertThat(started.await(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return cell;
    }

    private static void assertEnds(ProcessHandle process) throws Exception {
        process.onExit().get(10, TimeUnit.SECONDS);
        assertThat(process.isAlive()).isFalse();
    }

    @ParameterizedTest(name = "shutdown on {0} while the cell is: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "CONTROL | 2",
                "CONTROL | input(\"never answered\")",
                "CONTROL | while (true) { try { Thread.sleep(9); } catch (Throwable e) {} }",
                "SHELL   | 2",
                "SHELL   | Thread.sleep(100_000);",
                "SHELL   | while (true) {}"
            })
    void kernelEndsWhenToldTo(Channel channel, String code) throws Exception {
        try (var kernel = TestKernels.start()) {
            running(kernel, code);
            var content = new JsonObject();
            content.addProperty("restart", false);
            var reply = kernel.client()
                    .send(channel, "shutdown_request", content, output -> {})
                    .await(TIMEOUT);

            assertThat(reply.status()).isEqualTo("ok");
            assertEnds(kernel.process().toHandle());
            assertThat(kernel.process().exitValue()).isZero();
        }
    }

    @ParameterizedTest(name = "while the cell is: {0}")
    @ValueSource(strings = {"2", "while (true) {}"})
    @DisabledOnOs(OS.WINDOWS)
    void kernelEndsWhenTerminated(String code) throws Exception {
        try (var kernel = TestKernels.start()) {
            running(kernel, code);
            kernel.process().destroy();

            assertEnds(kernel.process().toHandle());
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void interruptSignalStopsTheCellAndNotTheKernel() throws Exception {
        var terminal = DefaultSignals.command(List.of());
        try (var kernel = KernelProcess.start(
                connectionFile -> both(terminal, TestKernels.spec().command(connectionFile)),
                Map.of(),
                Path.of("."),
                TIMEOUT)) {
            running(kernel, "int kept = 42;").await(TIMEOUT);
            var endless = running(kernel, "while (true) {}");
            signal("-INT", kernel);
            assertThat(endless.await(TIMEOUT).reply().text("ename", "")).isEqualTo("CellInterrupted");

            signal("-INT", kernel);
            var idle = kernel.client().execute("kept", TIMEOUT, output -> {});
            if (!idle.status().equals("ok")) {
                // The signal was so slow that it met this cell.
                assertThat(idle.reply().text("ename", "")).isEqualTo("CellInterrupted");
                idle = kernel.client().execute("kept", TIMEOUT, output -> {});
            }
            assertThat(idle.result()).contains("42");
        }
    }

    private static List<String> both(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static void signal(String name, KernelProcess kernel) throws Exception {
        var kill =
                new ProcessBuilder("kill", name, String.valueOf(kernel.process().pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void processesThatCellsStartedEndWithTheKernel() throws Exception {
        try (var kernel = TestKernels.start()) {
            var started = running(kernel, "new ProcessBuilder(\"sleep\", \"600\").start().pid()")
                    .await(TIMEOUT);
            var child = ProcessHandle.of(Long.parseLong(started.result().orElseThrow()))
                    .orElseThrow();
            kernel.client().shutdown();

            assertEnds(kernel.process().toHandle());
            assertEnds(child);
        }
    }

    /** A kernel behind a shell that was told nothing about whom to watch, as other front ends than Jupyter start it. */
    private static KernelProcess startBehindShell(String how, Path pidFile) throws Exception {
        var script = how + " & echo $! > '" + pidFile + "'; wait";
        // A session of its own has no terminal.
        var shell = DefaultSignals.command(List.of("setsid", "env", "-u", "JPY_PARENT_PID", "sh", "-c", script, "sh"));
        return KernelProcess.start(
                connectionFile -> both(shell, TestKernels.spec().command(connectionFile)),
                Map.of(),
                Path.of("."),
                TIMEOUT);
    }

    private static ProcessHandle process(Path pidFile) throws Exception {
        return ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))
                .orElseThrow();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void kernelEndsWithAParentThatNobodyNamed(@TempDir Path folder) throws Exception {
        var pidFile = folder.resolve("pid");
        try (var shell = startBehindShell("\"$@\"", pidFile)) {
            var kernel = process(pidFile);
            shell.process().destroyForcibly();

            assertEnds(kernel);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"setsid \"$@\"", "nohup \"$@\" > /dev/null 2>&1"})
    @EnabledOnOs(OS.LINUX)
    void kernelThatWasDetachedOutlivesItsParent(String how, @TempDir Path folder) throws Exception {
        var pidFile = folder.resolve("pid");
        ProcessHandle kernel;
        try (var shell = startBehindShell(how, pidFile)) {
            kernel = process(pidFile);
            shell.process().destroyForcibly().waitFor();
            Thread.sleep(PARENT_IS_MISSED_AFTER_MS);

            assertThat(kernel.isAlive()).isTrue();
        }
        // Its connection file was removed.
        assertEnds(kernel);
    }
}
