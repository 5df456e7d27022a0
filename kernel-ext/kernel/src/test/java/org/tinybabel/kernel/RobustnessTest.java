package org.tinybabel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinybabel.kernel.client.Execution;
import org.tinybabel.kernel.client.KernelClient;
import org.tinybabel.kernel.client.KernelProcess;
import org.tinybabel.kernel.protocol.Channels.Channel;

/** Cells that would bring other kernels down, or leave them confused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RobustnessTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

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

    @Test
    void textOfEightMegabytesIsRefusedAndTheNextCellAnswered() throws Exception {
        var refused = run("String tooLong = \"" + "x".repeat(8_000_000) + "\";");

        assertThat(refused.reply().text("evalue", "")).isEqualTo("constant string too long");
        assertThat(refused.traceback().length()).isLessThan(5_000);
        assertThat(client.execute("1 + 1", Duration.ofSeconds(15), output -> {}).result())
                .contains("2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"for (int i = 0; i < 3; i++)", "if (true)", "while (true)", "int n = 1;\nfor (;;)", "else", "do"
            })
    void statementWithoutItsBodyIsRefused(String code) throws Exception {
        var refused = run(code);

        assertThat(refused.reply().text("ename", "")).isEqualTo("CompilationException");
        assertThat(refused.traceback()).contains("reached end of file while parsing");
    }

    @Test
    void faultsNameNothingThatTheReaderDidNotWrite() throws Exception {
        assertThat(run("{ int twice = 1;\nint twice = 2; }").reply().text("evalue", ""))
                .isEqualTo("variable twice is already defined");
        assertThat(run("eval(\"undeclaredThing\")").traceback()).doesNotContain("at org.tinybabel");
    }

    @Test
    void tenMegabytesOfOutputAreCompleteAndInOrder() throws Exception {
        var printed = run("for (int i = 0; i < 100_000; i++) System.out.printf(\"%09d %s%n\", i, \"x\".repeat(90));")
                .printed("stdout");

        assertThat(printed).hasSize(100_000 * 101);
        assertThat(printed.lines().mapToInt(line -> Integer.parseInt(line.substring(0, 9))))
                .isEqualTo(IntStream.range(0, 100_000).boxed().toList());
    }

    @Test
    void singleLineOfTenMegabytesArrives() throws Exception {
        assertThat(run("System.out.print(\"é🎈\".repeat(2_500_000));").printed("stdout"))
                .isEqualTo("é🎈".repeat(2_500_000));
        assertThat(value("\"x\".repeat(3_000_000)")).hasSize(3_000_000);
    }

    @Test
    void printsDisplaysErrorsAndResultKeepTheirOrder() throws Exception {
        var code = IntStream.range(0, 40)
                .mapToObj(i -> "System.out.print(\"o" + i + "\"); display(\"d" + i + "\"); System.err.print(\"e" + i
                        + "\"); System.out.println(\"p" + i + "\");")
                .collect(Collectors.joining("\n"));
        var texts = run(code + "\n\"the end\"").outputs().stream()
                .map(output -> switch (output.type()) {
                    case "stream" -> output.text("text", "");
                    case "display_data", "execute_result" ->
                        output.content()
                                .getAsJsonObject("data")
                                .get("text/plain")
                                .getAsString();
                    default -> "";
                })
                .collect(Collectors.joining());

        assertThat(texts)
                .isEqualTo(IntStream.range(0, 40)
                                .mapToObj(i -> "o" + i + "d" + i + "e" + i + "p" + i + "\n")
                                .collect(Collectors.joining())
                        + "the end");
    }

    @Test
    void threadsLeftBehindHarmNoLaterCell() throws Exception {
        for (var daemon : List.of("true", "false")) {
            run("var left = new Thread(() -> { while (true) { try { Thread.sleep(5); System.out.print('.'); }"
                    + " catch (InterruptedException e) {} } }); left.setDaemon(" + daemon + "); left.start();");
        }
        var first = run("Thread.sleep(100);\n\"mine\"");

        assertThat(first.printed("stdout")).isEmpty();
        assertThat(first.result()).contains("mine");
        var failing = run("var failing = new Thread(() -> { throw new RuntimeException(\"in the background\"); });\n"
                + "failing.start();\nfailing.join();");
        assertThat(failing.status()).isEqualTo("ok");
        assertThat(failing.printed("stderr")).contains("in the background");
    }

    @ParameterizedTest(name = "{0} then {1}")
    @CsvSource({
        "class, record", "class, interface", "class, enum", "record, class", "record, interface", "record, enum",
        "interface, class", "interface, record", "interface, enum", "enum, class", "enum, record", "enum, interface"
    })
    void typeMayBeDeclaredAnewAsAnyOtherKind(String before, String after) throws Exception {
        var name = "Kind" + before + after;
        value(declaration(before, name));
        value(use(before, name));
        value("String user" + name + "(" + name + " it) { return it.hello(); }");
        value(declaration(after, name));

        assertThat(value(use(after, name))).isEqualTo(after);
        assertThat(value("user" + name + "(" + instance(after, name) + ")")).isEqualTo(after);
    }

    private static String declaration(String kind, String name) {
        var hello = "String hello() { return \"" + kind + "\"; } }";
        return switch (kind) {
            case "record" -> "record " + name + "(int size) { public " + hello;
            case "interface" -> "interface " + name + " { default " + hello;
            case "enum" -> "enum " + name + " { ONE; public " + hello;
            default -> "class " + name + " { public " + hello;
        };
    }

    private static String instance(String kind, String name) {
        return switch (kind) {
            case "record" -> "new " + name + "(3)";
            case "interface" -> "new " + name + "() {}";
            case "enum" -> name + ".ONE";
            default -> "new " + name + "()";
        };
    }

    private static String use(String kind, String name) {
        return instance(kind, name) + ".hello()";
    }

    @Test
    void nameMayTurnFromVariableToMethodToTypeAndBack() throws Exception {
        assertThat(value("int Changing = 1;\nChanging")).isEqualTo("1");
        assertThat(value("int Changing() { return 2; }\nChanging()")).isEqualTo("2");
        assertThat(value("record Changing(int n) {}\nnew Changing(3).n()")).isEqualTo("3");
        assertThat(value("String Changing = \"4\";\nChanging")).isEqualTo("4");
        assertThat(value("var Changing = List.of(5);\nChanging")).isEqualTo("[5]");
    }

    @Test
    void typesThatUseEachOtherMayBeDeclaredInAnyOrder() throws Exception {
        value("class Branch { Leaf leaf = new Leaf(); String text() { return \"branch of \" + leaf.text(); } }");
        value("class Leaf { String text() { return \"leaf\"; } }");
        assertThat(value("new Branch().text()")).isEqualTo("branch of leaf");
        value("class Leaf { String text() { return \"needle\"; } }");
        assertThat(value("new Branch().text()")).isEqualTo("branch of needle");
        value("sealed interface Shape permits Circle, Square {}\nrecord Circle(int r) implements Shape {}\n"
                + "record Square(int a) implements Shape {}");
        assertThat(value("Shape shape = new Square(2);\nshape")).isEqualTo("Square[a=2]");
        value("sealed interface Shape permits Circle, Square { default int sides() { return 4; } }\n"
                + "record Circle(int r) implements Shape {}\nrecord Square(int a) implements Shape {}");
        assertThat(value("new Square(2).sides()")).isEqualTo("4");
    }

    @Test
    void methodWhoseSignatureChangedIsCalledAnew() throws Exception {
        value("int scaled(int n) { return n; }\nint caller() { return scaled(2); }\ncaller()");
        value("int scaled(int n, int by) { return n * by; }");
        assertThat(value("scaled(2, 5)")).isEqualTo("10");
        value("double scaled(int n) { return n / 2.0; }");
        assertThat(value("scaled(3)")).isEqualTo("1.5");
        value("String scaled(int n) { return \"text\"; }");
        assertThat(value("scaled(3)")).isEqualTo("text");
        assertThat(value("1 + 1")).isEqualTo("2");
    }

    @Test
    void cellsSentInOneGoAreAnsweredInOrder() throws Exception {
        value("int queued = 0;");
        var cells = IntStream.range(0, 50)
                .mapToObj(i ->
                        client.send(Channel.SHELL, "execute_request", client.executeContent("queued++"), output -> {}))
                .toList();
        for (var i = 0; i < cells.size(); i++) {
            assertThat(cells.get(i).await(TIMEOUT).result()).contains(String.valueOf(i));
        }
    }
}
