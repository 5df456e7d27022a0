package org.tinybabel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tinybabel.kernel.client.Execution;
import org.tinybabel.kernel.client.KernelClient;
import org.tinybabel.kernel.client.KernelProcess;
import org.tinybabel.kernel.client.Pending;
import org.tinybabel.kernel.protocol.Channels.Channel;
import org.tinybabel.kernel.protocol.Message;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExecuteTest {

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

    private Execution run(JsonObject content) throws Exception {
        return client.send(Channel.SHELL, "execute_request", content, output -> {})
                .await(TIMEOUT);
    }

    private static void awaitPrinted(Pending cell) throws Exception {
        var end = System.nanoTime() + TIMEOUT.toNanos();
        while (cell.outputs().stream().noneMatch(output -> output.type().equals("stream"))) {
            assertThat(cell.outputs().stream().filter(output -> output.type().equals("error")))
                    .extracting(Message::content)
                    .isEmpty();
            assertThat(System.nanoTime()).as("time until output").isLessThan(end);
            Thread.sleep(10);
        }
    }

    private int count() throws Exception {
        return run("1").reply().number("execution_count", -1);
    }

    private static List<String> types(Execution execution) {
        return execution.outputs().stream().map(Message::type).toList();
    }

    @Test
    void cellYieldsItsInputItsResultAndItsCount() throws Exception {
        var before = count();
        var execution = run("var greeting = \"Grüß dich 🎈\";\ngreeting");

        assertThat(execution.status()).isEqualTo("ok");
        assertThat(execution.result()).contains("Grüß dich 🎈");
        assertThat(execution.reply().number("execution_count", -1)).isEqualTo(before + 1);
        assertThat(types(execution)).containsExactly("status", "execute_input", "execute_result", "status");
    }

    @Test
    void printedLinesArriveInOrderInFewMessages() throws Exception {
        var execution = run("for (int i = 0; i < 10_000; i++) System.out.println(\"line \" + i);");

        assertThat(execution.printed("stdout"))
                .isEqualTo(IntStream.range(0, 10_000)
                        .mapToObj(i -> "line " + i + "\n")
                        .collect(Collectors.joining()));
        assertThat(execution.outputs("stream")).hasSizeLessThanOrEqualTo(60);
    }

    @Test
    void noOutputIsLostWhenMuchIsPrinted() throws Exception {
        var execution = run("for (int i = 0; i < 200_000; i++) System.out.println(\"0123456789\" + i);");

        assertThat(execution.printed("stdout").lines()).hasSize(200_000);
    }

    @Test
    void streamsAreToldApartAndKeepTheirOrder() throws Exception {
        var execution = run("System.out.print(\"a\"); System.err.print(\"b\"); System.out.print(\"c\");");

        assertThat(execution.outputs("stream"))
                .extracting(output -> output.text("name", "") + output.text("text", ""))
                .containsExactly("stdouta", "stderrb", "stdoutc");
    }

    @Test
    void charactersWrittenByteByByteAreKept() throws Exception {
        assertThat(run("for (byte b : \"€🎈\".getBytes(\"UTF-8\")) System.out.write(b);\nSystem.out.flush();")
                        .printed("stdout"))
                .isEqualTo("€🎈");
    }

    @Test
    void errorHasTheTrueClassAndPointsAtTheCell() throws Exception {
        var execution = run("int z = 0;\n\nint q = 5 / z;");

        assertThat(execution.status()).isEqualTo("error");
        assertThat(execution.reply().text("ename", "")).isEqualTo("java.lang.ArithmeticException");
        assertThat(execution.reply().text("evalue", "")).isEqualTo("/ by zero");
        assertThat(execution.traceback())
                .contains("Cell [" + execution.reply().number("execution_count", -1) + "], line 3")
                .contains("int q = 5 / z;");
        assertThat(execution.outputs("error")).hasSize(1);
    }

    @Test
    void displayUpdateAndClear() throws Exception {
        var execution = run("var id = display(\"first\");\nupdateDisplay(id, \"second\");\nclearOutput(true);");

        assertThat(types(execution)).containsSubsequence("display_data", "update_display_data", "clear_output");
        var shown = execution.outputs("display_data").get(0).content();
        var updated = execution.outputs("update_display_data").get(0).content();
        assertThat(updated.get("transient")).isEqualTo(shown.get("transient"));
        assertThat(updated.getAsJsonObject("data").get("text/plain").getAsString())
                .isEqualTo("second");
        assertThat(execution.outputs("clear_output").get(0).flag("wait", false)).isTrue();
        assertThat(run("display(3)").result()).isEmpty();
    }

    @Test
    void tablesAreShownAsHtml() throws Exception {
        var execution = run("Table.create(\"t\", IntColumn.create(\"n\", new int[] {1, 2}))");

        assertThat(execution
                        .outputs("execute_result")
                        .get(0)
                        .content()
                        .getAsJsonObject("data")
                        .keySet())
                .contains("text/html", "text/plain");
    }

    @Test
    void printedTextComesBeforeADisplayThatFollowsIt() throws Exception {
        assertThat(types(run("System.out.print(\"x\"); display(1); System.out.print(\"y\");")))
                .containsSubsequence("stream", "display_data", "stream");
    }

    @Test
    void silentCellLeavesNoTrace() throws Exception {
        var before = count();
        var content = client.executeContent("41 + 1");
        content.addProperty("silent", true);
        var execution = run(content);

        assertThat(execution.status()).isEqualTo("ok");
        assertThat(types(execution)).containsExactly("status", "status");
        assertThat(count()).isEqualTo(before + 1);
    }

    @Test
    void cellThatIsNotStoredDoesNotCount() throws Exception {
        var before = count();
        var content = client.executeContent("41 + 1");
        content.addProperty("store_history", false);

        assertThat(run(content).result()).contains("42");
        assertThat(count()).isEqualTo(before + 1);
    }

    @Test
    void userExpressionsAreEvaluatedAfterTheCell() throws Exception {
        var content = client.executeContent("int exp = 6;");
        var expressions = new JsonObject();
        expressions.addProperty("good", "exp * 7");
        expressions.addProperty("bad", "exp / 0");
        content.add("user_expressions", expressions);
        var results = run(content).reply().content().getAsJsonObject("user_expressions");

        assertThat(results.getAsJsonObject("good")
                        .getAsJsonObject("data")
                        .get("text/plain")
                        .getAsString())
                .isEqualTo("42");
        assertThat(results.getAsJsonObject("bad").get("ename").getAsString())
                .isEqualTo("java.lang.ArithmeticException");
    }

    @Test
    void errorAbortsTheCellsThatWait() throws Exception {
        var failing = client.send(
                Channel.SHELL,
                "execute_request",
                client.executeContent("Thread.sleep(200);\nthrow new Error();"),
                o -> {});
        var waiting =
                client.send(Channel.SHELL, "execute_request", client.executeContent("int neverRun = 1;"), o -> {});
        var question = client.send(Channel.SHELL, "history_request", new JsonObject(), o -> {});

        assertThat(failing.await(TIMEOUT).status()).isEqualTo("error");
        assertThat(waiting.await(TIMEOUT).status()).isEqualTo("aborted");
        assertThat(question.await(TIMEOUT).status()).isEqualTo("ok");
        assertThat(run("neverRun").status()).isEqualTo("error");
    }

    @Test
    void errorLetsTheOthersRunWhenAskedTo() throws Exception {
        var content = client.executeContent("Thread.sleep(200);\nthrow new Error();");
        content.addProperty("stop_on_error", false);
        var failing = client.send(Channel.SHELL, "execute_request", content, o -> {});
        var waiting = client.send(Channel.SHELL, "execute_request", client.executeContent("\"ran\""), o -> {});

        assertThat(failing.await(TIMEOUT).status()).isEqualTo("error");
        assertThat(waiting.await(TIMEOUT).result()).contains("ran");
    }

    @Test
    void valueWhoseTextFailsDoesNotSilenceTheKernel() throws Exception {
        run("class Bad { public String toString() { return toString() + 1; } }\n"
                + "class Worse { public String toString() { throw new AssertionError(\"no text\"); } }");

        assertThat(run("new Bad()").status()).isEqualTo("ok");
        assertThat(run("new Worse()").result().orElse("")).contains("no text");
        assertThat(run("1 + 1").result()).contains("2");
    }

    @Test
    void exitIsRefusedAndTheStateKept() throws Exception {
        run("int beforeExit = 7;");

        assertThat(run("System.exit(0);").reply().text("evalue", "")).contains("would end the kernel");
        assertThat(run("beforeExit").result()).contains("7");
    }

    @Test
    void memoryErrorIsReportedWithAdviceAndTheStateKept() throws Exception {
        run("int beforeMemory = 8;");
        var execution = run("var hoard = new ArrayList<long[]>();\nwhile (true) hoard.add(new long[1_000_000]);");

        assertThat(execution.reply().text("ename", "")).isEqualTo("java.lang.OutOfMemoryError");
        assertThat(execution.traceback()).contains("-Xmx");
        assertThat(run("hoard = null;\nbeforeMemory").result()).contains("8");
    }

    @Test
    void deepRecursionWorksAndEndlessRecursionIsReported() throws Exception {
        assertThat(run("int depth(int n) { return n == 0 ? 0 : 1 + depth(n - 1); }\ndepth(50_000)")
                        .result())
                .contains("50000");
        var execution = run("int endless(int n) { return 1 + endless(n + 1); }\nendless(0)");
        assertThat(execution.reply().text("ename", "")).isEqualTo("java.lang.StackOverflowError");
        assertThat(execution.traceback().length()).isLessThan(5000);
    }

    @Test
    void hugeSourcesAreAnswered() throws Exception {
        assertThat(run("// " + "x".repeat(8_000_000) + "\n1 + 1").result()).contains("2");
        assertThat(run("String s = \"" + "x".repeat(1_000_000) + "\";\ns.length()")
                        .reply()
                        .text("evalue", ""))
                .isEqualTo("constant string too long");
        assertThat(run("1 + 1").result()).contains("2");
    }

    @Test
    void lateOutputOfAThreadGoesToItsCell() throws Exception {
        var first = client.send(
                Channel.SHELL,
                "execute_request",
                client.executeContent(
                        "new Thread(() -> { try { Thread.sleep(300); } catch (InterruptedException e) {}\n"
                                + "System.out.println(\"late\"); }).start();"),
                o -> {});
        first.await(TIMEOUT);
        var second = run("Thread.sleep(600);");

        assertThat(second.printed("stdout")).isEmpty();
        assertThat(first.outputs().stream().filter(output -> output.type().equals("stream")))
                .extracting(output -> output.text("text", ""))
                .containsExactly("late\n");
    }

    @Test
    void outputOfParallelStreamsGoesToTheRunningCell() throws Exception {
        run("IntStream.range(0, 64).parallel().forEach(i -> System.out.println(i));");

        assertThat(run("IntStream.range(0, 64).parallel().forEach(i -> System.out.println(i));")
                        .printed("stdout")
                        .lines())
                .hasSize(64);
    }

    @Test
    void cellCanEvaluateCodeAndFindItsKernel() throws Exception {
        assertThat(run("int seven() { return 7; }\neval(\"seven() * 6\")").result())
                .contains("42");
        assertThat(run("getKernelInstance().evaluator().isAlive()").result()).contains("true");
        assertThat(run("render(\"x\").data().get(\"text/plain\")").result()).contains("x");
        assertThat(run("printf(\"%03d\", 7);").printed("stdout")).isEqualTo("007");
    }

    @Test
    void magicsWork() throws Exception {
        assertThat(run("%%time\nint slow = 3;\nslow").printed("stdout")).startsWith("Wall time: ");
        assertThat(run("%time slow + 1").printed("stdout")).startsWith("Wall time: ");
        assertThat(run("%time slow + 1").result()).contains("4");
        assertThat(run("String text = \"\"\"\n    %s is %d\n    \"\"\";\ntext.strip()")
                        .result())
                .contains("%s is %d");
        assertThat(run("%check a").reply().text("evalue", "")).isNotBlank();
        assertThat(run("%check --frsh a").reply().text("evalue", ""))
                .startsWith("%check has no option --frsh. Write  %check a  for one question");
        assertThat(run("1 + 1;\n%chek a").reply().text("evalue", ""))
                .startsWith("There is no magic %chek. Did you mean %check? Known are ");
    }

    @Test
    void cellMagicKeepsLineNumbers() throws Exception {
        assertThat(run("%%time\n\nint broken = nothing;").traceback()).contains("line 3");
    }

    @Test
    void timeoutStopsTheCell() throws Exception {
        var execution = run("%%timeout 0.3\nwhile (true) {}");

        assertThat(execution.reply().text("ename", "")).isEqualTo("CellTimeout");
        assertThat(execution.reply().text("evalue", ""))
                .isEqualTo("The cell was stopped after 0.3 s, as %%timeout says.");
        assertThat(run("%%timeout soon\n1").reply().text("evalue", "")).contains("not \"soon\"");
    }

    @Test
    void interruptStopsTheCellAndKeepsTheState() throws Exception {
        run("int beforeInterrupt = 9;\nlong counted = 0;");
        var endless = client.send(
                Channel.SHELL,
                "execute_request",
                client.executeContent("System.out.println(\"started\");\nwhile (true) counted++;"),
                o -> {});
        awaitPrinted(endless);
        client.interrupt();

        assertThat(endless.await(TIMEOUT).reply().text("ename", "")).isEqualTo("CellInterrupted");
        assertThat(run("beforeInterrupt").result()).contains("9");
        assertThat(run("var one = counted;\nThread.sleep(50);\none == counted").result())
                .contains("true");
    }

    @Test
    void valueThatIsRenderedForEverCanBeInterrupted() throws Exception {
        var declared =
                run("class Slow { public String toString() { System.out.println(\"rendering\"); while (true) {} } }");
        assertThat(declared.traceback()).isEmpty();
        var endless = client.send(Channel.SHELL, "execute_request", client.executeContent("new Slow()"), o -> {});
        awaitPrinted(endless);
        client.interrupt();

        assertThat(endless.await(TIMEOUT).status()).isEqualTo("error");
        assertThat(run("1 + 1").result()).contains("2");
    }

    @Test
    void variableNamedLikeAPackageBreaksNothing() throws Exception {
        run("int org = 1, java = 2, io = 3;");

        assertThat(run("display(org + java + io);\neval(\"java\")").result()).contains("2");
        assertThat(run("%time 1 + 1").result()).contains("2");
    }

    @Test
    void interruptedCellMayStillShowSomething() throws Exception {
        var content = client.executeContent("{ System.out.println(\"waiting\");\n"
                + "try { Thread.sleep(60_000); } catch (InterruptedException e) {\n"
                + "    Thread.currentThread().interrupt(); display(\"last words\"); } }");
        var cell = client.send(Channel.SHELL, "execute_request", content, output -> {});
        awaitPrinted(cell);
        client.interrupt();

        assertThat(cell.await(TIMEOUT).outputs("display_data")).hasSize(1);
        assertThat(run("6 * 7").result()).contains("42");
    }

    @Test
    void interruptAtAnyMomentStopsTheCell() throws Exception {
        for (var delay = 0; delay < 60; delay += 3) {
            var busy = new CountDownLatch(1);
            var cell = client.send(
                    Channel.SHELL,
                    "execute_request",
                    client.executeContent("int n" + delay + " = 0;\nwhile (true) n" + delay + "++;"),
                    output -> busy.countDown());
            assertThat(busy.await(20, TimeUnit.SECONDS)).isTrue();
            Thread.sleep(delay);
            client.interrupt();

            assertThat(cell.await(TIMEOUT).reply().text("ename", ""))
                    .as("interrupted after %d ms", delay)
                    .isEqualTo("CellInterrupted");
        }
    }
}
