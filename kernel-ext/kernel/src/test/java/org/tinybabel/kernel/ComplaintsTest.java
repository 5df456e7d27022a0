package org.tinybabel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.tinybabel.kernel.client.Execution;
import org.tinybabel.kernel.client.KernelClient;
import org.tinybabel.kernel.client.KernelProcess;
import org.tinybabel.kernel.client.Pending;
import org.tinybabel.kernel.protocol.Channels.Channel;
import org.tinybabel.kernel.protocol.ConnectionInfo;

/** What users of other Java kernels have complained of, each with the thread that tells it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComplaintsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private KernelProcess kernel;
    private KernelClient client;

    @BeforeAll
    void startKernel() throws Exception {
        kernel = TestKernels.start();
        client = kernel.client();
    }

    @AfterAll
    void stopKernel() {
        kernel.close();
    }

    private Execution run(String code) throws Exception {
        return client.execute(code, TIMEOUT, output -> {});
    }

    private String value(String code) throws Exception {
        var execution = run(code);
        assertThat(execution.traceback()).isEmpty();
        return execution.result().orElse("(none)");
    }

    /** Starts a cell and waits until it prints. */
    private Pending printing(String code) throws Exception {
        var printed = new CountDownLatch(1);
        var cell = client.send(Channel.SHELL, "execute_request", client.executeContent(code), output -> {
            if (output.type().equals("stream")) {
                printed.countDown();
            }
        });
        assertThat(printed.await(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return cell;
    }

    @Test
    @DisplayName("SpencerPark/IJava#33, almond-sh/almond#956, Kotlin/kotlin-jupyter#58: a cell cannot be stopped")
    void cellCanBeStopped() throws Exception {
        var counting = printing("for (int i = 0; i < 2000; i++) {\n  System.out.println(i);\n  Thread.sleep(1000);\n}");
        client.interrupt();

        var stopped = counting.await(TIMEOUT);
        assertThat(stopped.reply().text("ename", "")).isEqualTo("CellInterrupted");
        assertThat(stopped.printed("stdout")).doesNotContain("1999");
    }

    @Test
    @DisplayName("twosigma/beakerx#7127, twosigma/beakerx#7354, almond-sh/almond#1007: the kernel is lost after a stop")
    void stateIsKeptAfterAStop() throws Exception {
        run("int kept = 11;\nlong turns = 0;");
        for (var attempt = 0; attempt < 3; attempt++) {
            var endless = printing("System.out.println(1);\nwhile (true) turns++;");
            client.interrupt();
            assertThat(endless.await(TIMEOUT).status()).isEqualTo("error");
        }

        assertThat(value("kept")).isEqualTo("11");
        assertThat(value("var before = turns;\nThread.sleep(50);\nbefore == turns"))
                .isEqualTo("true");
    }

    @Test
    @DisplayName("SpencerPark/IJava#36: code execution dies after an interruption via timing out")
    void cellsRunAfterATimeout() throws Exception {
        for (var attempt = 0; attempt < 3; attempt++) {
            assertThat(run("%%timeout 0.2\nwhile (true) {}").status()).isEqualTo("error");
            assertThat(value("6 * 7")).isEqualTo("42");
        }
    }

    @Test
    @DisplayName("SpencerPark/IJava#6, jupyter/nbgrader#1033: no timeout for a cell")
    void timeoutIsAnOrdinaryError() throws Exception {
        var stopped = run("%%timeout 0.2\nwhile (true) { try { Thread.sleep(100_000); } catch (Throwable e) {} }");

        assertThat(stopped.outputs("error")).hasSize(1);
        assertThat(stopped.reply().text("ename", "")).isEqualTo("CellTimeout");
        assertThat(stopped.reply().text("evalue", "")).contains("0.2 s");
    }

    @Test
    @DisplayName("SpencerPark/IJava#14, twosigma/beakerx#7933: input from the keyboard")
    void everyCellCanReadAnew() throws Exception {
        client.onInput(prompt -> "Ada " + prompt);
        for (var attempt = 0; attempt < 2; attempt++) {
            assertThat(value("Scanner in = new Scanner(System.in);\nin.next()")).isEqualTo("Ada");
            assertThat(value("new java.io.BufferedReader(new java.io.InputStreamReader(System.in)).readLine()"))
                    .isEqualTo("Ada ");
            assertThat(value("input(\"Lovelace\")")).isEqualTo("Ada Lovelace");
        }
    }

    @Test
    @DisplayName("SpencerPark/IJava#98, dflib/jjava#56, allen-ball/ganymede#9: the start fails and nothing says why")
    void failedStartSaysWhy(@TempDir Path folder) throws Exception {
        assertThat(logOfFailedStart(folder.resolve("no-such-file.json"))).contains("no-such-file.json");
        var broken = Files.writeString(folder.resolve("broken.json"), "{\"ip\": \"127.0.0.1\"}");
        assertThat(logOfFailedStart(broken)).contains("broken.json is not a Jupyter connection file");
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = taken.getLocalPort();
            var connection = new ConnectionInfo("tcp", "127.0.0.1", port, port, port, port, port, "key");
            var file = Files.writeString(folder.resolve("taken.json"), connection.toJson());
            assertThat(logOfFailedStart(file)).contains("Cannot listen on tcp://127.0.0.1:" + port);
        }
    }

    private static String logOfFailedStart(Path connectionFile) throws Exception {
        var process = new ProcessBuilder(TestKernels.spec().command(connectionFile.toString()))
                .redirectErrorStream(true)
                .start();
        try {
            var log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
            assertThat(log).contains("The kernel cannot start").doesNotContain("\tat ");
            return log;
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    @DisplayName("allen-ball/ganymede#4, allen-ball/ganymede#6, twosigma/beakerx#5427: no sign of life")
    void outputIsSeenWhileTheCellRuns() throws Exception {
        var slow = printing("System.out.println(\"a sign\");\nThread.sleep(100_000);");
        assertThat(slow.outputs())
                .anyMatch(output -> output.text("execution_state", "").equals("busy"))
                .noneMatch(output -> output.text("execution_state", "").equals("idle"));
        client.interrupt();
        slow.await(TIMEOUT);
    }

    @Test
    @DisplayName("microsoft/vscode-jupyter#9530: cells that are sent while the kernel starts hang")
    void cellsSentDuringTheStartAreAnswered() throws Exception {
        try (var starting = TestKernels.start()) {
            var cells = new ArrayList<Pending>();
            for (var i = 0; i < 5; i++) {
                cells.add(starting.client()
                        .send(
                                Channel.SHELL,
                                "execute_request",
                                starting.client().executeContent("" + i),
                                output -> {}));
            }
            for (var i = 0; i < 5; i++) {
                assertThat(cells.get(i).await(TIMEOUT).result()).contains("" + i);
            }
        }
    }

    @Test
    @DisplayName("SpencerPark/IJava#32, SpencerPark/IJava#108: libraries must be fetched before anything works")
    void librariesOfTheKitAreThere() throws Exception {
        assertThat(value("Table.create(\"t\", DoubleColumn.create(\"x\", new double[] {1, 2})).rowCount()"))
                .isEqualTo("2");
    }

    @Test
    @DisplayName(
            "SpencerPark/IJava#22, dflib/jjava#71, dflib/jjava#86, openjdk/jdk#15311: service loaders find nothing")
    void everyThreadOfACellSeesTheClassesOfCells() throws Exception {
        run("class Seen {}\nClassLoader mine = Seen.class.getClassLoader();");
        for (var where : List.of(
                "Thread.currentThread().getContextClassLoader()",
                "java.util.concurrent.CompletableFuture.supplyAsync("
                        + "() -> Thread.currentThread().getContextClassLoader(), Runnable::run).join()",
                "((java.util.concurrent.Callable<ClassLoader>) () -> { var seen = new ClassLoader[1];\n"
                        + "var t = new Thread(() -> seen[0] = Thread.currentThread().getContextClassLoader());\n"
                        + "t.start(); t.join(); return seen[0]; }).call()")) {
            assertThat(value(where + ".loadClass(Seen.class.getName()) == Seen.class"))
                    .as(where)
                    .isEqualTo("true");
        }
        assertThat(value("ServiceLoader.load(java.nio.file.spi.FileSystemProvider.class).findFirst().isPresent()"))
                .isEqualTo("true");
    }

    @Test
    @DisplayName("dflib/jjava#68: CompilationException does not provide any information")
    void compileErrorSaysWhatIsWrongAndWhere() throws Exception {
        var failed = run("int fine = 1;\nint wrong = \"text\";");

        assertThat(failed.reply().text("evalue", "")).contains("incompatible types");
        assertThat(failed.traceback())
                .contains("line 2")
                .contains("int wrong = \"text\";")
                .contains("^");
    }

    @Test
    @DisplayName("dflib/jjava#69: the stack trace of an exception is not readable")
    void exceptionHasItsOwnNameAndNoFramesOfTheKernel() throws Exception {
        var failed = run("int half(int n) {\n    return n / 0;\n}\nhalf(4)");

        assertThat(failed.reply().text("ename", "")).isEqualTo("java.lang.ArithmeticException");
        assertThat(failed.traceback())
                .contains("line 2")
                .contains("return n / 0;")
                .contains("half")
                .doesNotContain("jdk.jshell", "EvalException", "org.tinybabel", "do_it$", "java.base");
    }

    @Test
    @DisplayName("dflib/jjava#118: the chain of causes is cut off")
    void allCausesAreShown() throws Exception {
        var failed = run("try { try { Object nothing = null;\nnothing.toString(); }\n"
                + "catch (Exception e) { throw new IllegalStateException(\"second\", e); } }\n"
                + "catch (Exception e) { throw new RuntimeException(\"first\", e); }");

        assertThat(failed.traceback())
                .containsSubsequence(
                        "java.lang.RuntimeException: first",
                        "java.lang.IllegalStateException: second",
                        "java.lang.NullPointerException",
                        "\"nothing\"");
    }

    @Test
    @DisplayName("dflib/jjava#57: errors are unreadable in dark mode")
    void errorsSetNoBackgroundAndNeitherBlackNorWhite() throws Exception {
        for (var code : List.of("int zero = 0;\n1 / zero", "int wrong = \"text\";")) {
            var traceback = run(code).traceback();
            assertThat(traceback).doesNotContainPattern("\u001B\\[[0-9;]*\\b(30|37|90|97|4[0-7]|10[0-7])\\b[0-9;]*m");
        }
    }

    @Test
    @DisplayName("dflib/jjava#64: the notebook hangs when a static method signature is redefined")
    void signatureOfAMethodMayChange() throws Exception {
        value("static void shout(String a) {\n    display(a);\n}");
        value("shout(\"text\");");
        value("static void shout(Integer a) {\n    display(a.toString());\n}");

        assertThat(run("shout(5);").outputs("display_data")).hasSize(1);
        assertThat(value("1 + 1")).isEqualTo("2");
    }

    @Test
    @DisplayName("dflib/jjava#65: a class that is declared again is not the one that is used")
    void classDeclaredAgainIsUsedEverywhere() throws Exception {
        value("class Engine { int power() { return 1; } }\nclass Car { Engine engine = new Engine(); }\n"
                + "int power(Car car) { return car.engine.power(); }\npower(new Car())");
        value("class Engine { int power() { return 200; } }");

        assertThat(value("power(new Car())")).isEqualTo("200");
        assertThat(value("java.util.stream.Stream.of(new Car()).mapToInt(c -> power(c)).sum()"))
                .isEqualTo("200");
    }

    @Test
    @DisplayName("dflib/jjava#21: a variable keeps its old value or type after its cell was run again")
    void variableDeclaredAgainIsNew() throws Exception {
        value("var thing = \"text\";");
        value("var thing = 5;");

        assertThat(value("thing + 1")).isEqualTo("6");
        value("var thing = List.of(\"a\");");
        assertThat(value("thing.get(0)")).isEqualTo("a");
    }

    @Test
    @DisplayName("dflib/jjava#53: a variable made from another is reset to null when the other is declared again")
    void variableMadeFromAnotherKeepsItsValue() throws Exception {
        value("String source = \"first\";");
        value("var derived = source.substring(2);");
        value("String source = \"override\";");

        assertThat(value("derived")).isEqualTo("rst");
    }

    @Test
    @DisplayName("dflib/jjava#128: redeclaring a method resets dependent variable values")
    void variableKeepsItsValueWhenAMethodIsDeclaredAgain() throws Exception {
        assertThat(value("int f() { return 1; }\nvar v = f();\n\nint f() { return 2; }\nv"))
                .isEqualTo("1");
        value("int f() { return 3; }");
        assertThat(value("v")).isEqualTo("1");
    }

    @Test
    @DisplayName("SpencerPark/IJava#55: a variable named io breaks the kernel")
    void variableMayBeNamedIo() throws Exception {
        assertThat(value("int io = 4;\nio")).isEqualTo("4");
        assertThat(run("display(io);").outputs("display_data")).hasSize(1);
        assertThat(run("new ioNothing();").status()).isEqualTo("error");
    }

    @Test
    @DisplayName("dflib/jjava#12: options of the virtual machine need a second process")
    void optionsReachTheOneProcess() throws Exception {
        try (var small = TestKernels.start(Map.of("JDK_JAVA_OPTIONS", "-Dmy.option=set"))) {
            assertThat(small.client()
                            .execute("System.getProperty(\"my.option\")", TIMEOUT, output -> {})
                            .result())
                    .contains("set");
            assertThat(small.process().descendants()).isEmpty();
        }
    }

    @Test
    @DisplayName("SpencerPark/jupyter-jvm-basekernel#6: progress that stays in one place")
    void progressUpdatesOneOutput() throws Exception {
        var execution = run("var progress = display(\"0 %\");\nfor (int i = 1; i <= 3; i++)"
                + " updateDisplay(progress, i * 33 + \" %\");");

        assertThat(execution.outputs("display_data")).hasSize(1);
        assertThat(execution.outputs("update_display_data"))
                .extracting(output -> output.content().get("transient"))
                .hasSize(3)
                .containsOnly(execution.outputs("display_data").get(0).content().get("transient"));
    }

    @Test
    @DisplayName("SpencerPark/jupyter-jvm-basekernel#22: widgets")
    void sliderIsAWidget() throws Exception {
        var execution = run("slider(\"layers\", 1, 12, 4)");

        assertThat(execution.outputs("comm_open")).isNotEmpty().allMatch(open -> open.text("target_name", "")
                .equals("jupyter.widget"));
        assertThat(execution
                        .outputs("display_data")
                        .get(0)
                        .content()
                        .getAsJsonObject("data")
                        .keySet())
                .contains("application/vnd.jupyter.widget-view+json", "text/plain");
    }

    @Test
    @DisplayName(
            "twosigma/beakerx#6599, twosigma/beakerx#7177, padreati/rapaio-jupyter-kernel#22: no Javadoc at Shift-Tab")
    void documentationOfMethodsIsShown() throws Exception {
        run("/** Doubles.\n * @param n what to double\n */\nint doubled(int n) { return 2 * n; }");
        for (var code : List.of("Math.max", "doubled")) {
            var found = client.inspect(code, code.length());
            assertThat(found.get("found").getAsBoolean()).isTrue();
            assertThat(found.getAsJsonObject("data").get("text/plain").getAsString())
                    .contains(code.substring(code.indexOf('.') + 1) + "(");
        }
    }

    @Test
    @DisplayName("jupyterhub/jupyterhub#2249: grading sees errors as errors, and nothing of other cells")
    void failedCellIsSeenAsFailedAndStopsWhatFollows() throws Exception {
        var failing = client.send(
                Channel.SHELL,
                "execute_request",
                client.executeContent("Thread.sleep(200);\nassertThatFails();"),
                output -> {});
        var next = client.send(
                Channel.SHELL, "execute_request", client.executeContent("System.out.println(1);"), output -> {});

        assertThat(failing.await(TIMEOUT).outputs("error")).hasSize(1);
        assertThat(next.await(TIMEOUT).status()).isEqualTo("aborted");
        var info = client.ask(Channel.SHELL, "kernel_info_request", new JsonObject());
        assertThat(info.status()).isEqualTo("ok");
    }
}
