package org.tinybabel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinybabel.kernel.client.KernelClient;
import org.tinybabel.kernel.client.KernelProcess;
import org.tinybabel.kernel.protocol.Channels.Channel;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LanguageServiceTest {

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

    private static List<String> matches(JsonObject reply) {
        return StreamSupport.stream(reply.getAsJsonArray("matches").spliterator(), false)
                .map(JsonElement::getAsString)
                .toList();
    }

    @Test
    void kernelInfoIsComplete() throws Exception {
        for (var channel : List.of(Channel.SHELL, Channel.CONTROL)) {
            var info = client.ask(channel, "kernel_info_request", new JsonObject())
                    .reply()
                    .content();
            assertThat(info.keySet())
                    .contains("status", "protocol_version", "implementation", "implementation_version", "banner");
            assertThat(info.getAsJsonObject("language_info").get("name").getAsString())
                    .isEqualTo("java");
        }
    }

    @Test
    void completionFindsMethodsAndReplacesTheRightText() throws Exception {
        var reply = client.complete("int a = 1;\nSystem.getPr", 23);

        assertThat(matches(reply)).anyMatch(match -> match.startsWith("getProperty"));
        assertThat(reply.get("cursor_start").getAsInt()).isEqualTo(18);
        assertThat(reply.get("cursor_end").getAsInt()).isEqualTo(23);
        var types = reply.getAsJsonObject("metadata").getAsJsonArray("_jupyter_types_experimental");
        assertThat(types).hasSameSizeAs(matches(reply));
        assertThat(types.get(0).getAsJsonObject().get("type").getAsString()).isEqualTo("function");
    }

    @Test
    void completionCountsCharactersBeyondTheBasicPlaneOnce() throws Exception {
        var reply = client.complete("var s = \"🎈\"; Math.ab", 20);

        assertThat(matches(reply)).contains("abs(");
        assertThat(reply.get("cursor_start").getAsInt()).isEqualTo(18);
        assertThat(reply.get("cursor_end").getAsInt()).isEqualTo(20);
    }

    @Test
    void completionKnowsTheVariablesOfTheNotebook() throws Exception {
        client.execute("int residualStream = 1;", Duration.ofSeconds(20), output -> {});

        assertThat(matches(client.complete("resid", 5))).contains("residualStream");
    }

    private JsonObject typed(JsonObject reply, String text) {
        return StreamSupport.stream(
                        reply.getAsJsonObject("metadata")
                                .getAsJsonArray("_jupyter_types_experimental")
                                .spliterator(),
                        false)
                .map(JsonElement::getAsJsonObject)
                .filter(each -> each.get("text").getAsString().equals(text))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void completionTellsKindsAndSignatures() throws Exception {
        client.execute("String knownText = \"abc\";\nint knownNumber = 3;", Duration.ofSeconds(20), output -> {});

        var method = typed(client.complete("knownText.subst", 15), "substring(");
        assertThat(method.get("type").getAsString()).isEqualTo("function");
        assertThat(method.get("signature").getAsString())
                .contains("(int beginIndex")
                .contains("→ String");
        assertThat(method.get("start").getAsInt()).isEqualTo(10);
        assertThat(method.get("end").getAsInt()).isEqualTo(15);
        var variable = typed(client.complete("knownT", 6), "knownText");
        assertThat(variable.get("type").getAsString()).isEqualTo("instance");
        assertThat(variable.get("signature").getAsString()).isEqualTo("String");
        assertThat(typed(client.complete("ArrayLi", 7), "ArrayList").get("type").getAsString())
                .isEqualTo("class");
        assertThat(typed(client.complete("java.ut", 7), "util").get("type").getAsString())
                .isEqualTo("module");
        assertThat(typed(client.complete("retu", 4), "return").get("type").getAsString())
                .isEqualTo("keyword");
        assertThat(typed(client.complete("Integer.MAX_", 12), "MAX_VALUE")
                        .get("type")
                        .getAsString())
                .isEqualTo("property");
        assertThat(typed(client.complete("AtomicInteg", 11), "java.util.concurrent.atomic.AtomicInteger")
                        .get("signature")
                        .getAsString())
                .isEqualTo("java.util.concurrent.atomic");
    }

    @Test
    void completionPutsWhatFitsFirst() throws Exception {
        client.execute("String fitA = \"\";\nint fitB = 3;", Duration.ofSeconds(20), output -> {});

        assertThat(matches(client.complete("int wanted = fit", 16))).containsExactly("fitB", "fitA");
        assertThat(matches(client.complete("String wanted = fit", 19))).containsExactly("fitA", "fitB");
        assertThat(matches(client.complete("\"a\".length() + fit", 18))).containsExactly("fitA", "fitB");
    }

    @Test
    void completionWorksInsideUnfinishedCode() throws Exception {
        for (var code : List.of(
                "for (var word : List.of(\"a\")) { word.",
                "int f(String word) { if (word.",
                "class A { String word; int f() { return word.",
                "List.of(\"a\").stream().map(word -> word.",
                "String word = \"\";\nint n = 1;\nvar x = foo(n, word.",
                "try { String word = \"\"; word.",
                "\"\"\"\n  text\"\"\".")) {
            assertThat(matches(client.complete(code, code.length()))).as(code).contains("length()", "charAt(");
        }
        for (var code : List.of("var s = \"text.", "// comment.", "var t = \"\"\"\n  text.")) {
            assertThat(matches(client.complete(code, code.length()))).as(code).isEmpty();
        }
    }

    private String described(String codeWithCursor) throws Exception {
        var cursor = codeWithCursor.indexOf('|');
        var reply = client.inspect(codeWithCursor.replace("|", ""), cursor);
        assertThat(reply.get("found").getAsBoolean()).as(codeWithCursor).isTrue();
        assertThat(reply.getAsJsonObject("data").get("text/html").getAsString()).contains("<pre>");
        return reply.getAsJsonObject("data").get("text/plain").getAsString();
    }

    @Test
    void inspectionListsOverloadsTheOneThatIsMeantFirst() throws Exception {
        assertThat(described("System.out.println(|\"x\")"))
                .startsWith("void PrintStream.println(String")
                .contains("void PrintStream.println(int");
        assertThat(described("new ArrayList<>(|")).contains("new ArrayList(int").contains("class ArrayList<E>");
        assertThat(described("int f(int n) { return Math.ma|x(n, 1); }")).startsWith("static int Math.max(int");
    }

    @Test
    void inspectionShowsTheDocumentationOfTheKit() throws Exception {
        for (var code : List.of("show|", "sho|w(1)", "show(1, |")) {
            assertThat(described(code)).contains("TinyBabel.show(Object value)").contains("Shows any value");
        }
        assertThat(described("claim(|")).contains("Writes down a claim").contains("criterion: ");
    }

    @Test
    void inspectionShowsWhatTheNotebookDeclares() throws Exception {
        client.execute(
                "/** Doubles a number. */\nint doubled(int n) { return 2 * n; }\nrecord Pair(int a, int b) {}",
                Duration.ofSeconds(20),
                output -> {});
        client.execute("var pair = new Pair(1, 2);\nint seven = 7;", Duration.ofSeconds(20), output -> {});

        assertThat(described("doubled(|3)")).contains("int doubled(int n)").contains("Doubles a number.");
        assertThat(described("seven|")).isEqualTo("int seven = 7");
        assertThat(described("pair|")).startsWith("Pair pair").contains("record Pair(int a, int b) {}");
        assertThat(described("new Pair(|")).startsWith("new Pair(int a, int b)");
        assertThat(described("pair.a|()")).startsWith("int Pair.a()");
    }

    @Test
    void inspectionSaysWhenThereIsNoSource() throws Exception {
        var hasSources = java.nio.file.Files.isReadable(
                java.nio.file.Path.of(System.getProperty("java.home"), "lib", "src.zip"));

        assertThat(described("Math.max|")).contains(hasSources ? "greater of two" : "sources are not installed");
    }

    @Test
    void inspectionFindsAMethodAtTheEndOfTheText() throws Exception {
        for (var code : List.of("Math.max", "Math.max(", "int x = 1;\nMath.max")) {
            var reply = client.inspect(code, code.length());

            assertThat(reply.get("found").getAsBoolean()).as(code).isTrue();
            assertThat(reply.getAsJsonObject("data").get("text/plain").getAsString())
                    .contains("max(");
        }
        assertThat(client.inspect("Math.max(1, 2)", 6).get("found").getAsBoolean())
                .isTrue();
        assertThat(client.inspect("noSuchThing", 11).get("found").getAsBoolean())
                .isFalse();
    }

    @Test
    void inspectionFindsTypesAndVariables() throws Exception {
        client.execute("String inspected = \"\";", Duration.ofSeconds(20), output -> {});

        assertThat(client.inspect("inspected", 9).get("found").getAsBoolean()).isTrue();
        assertThat(client.inspect("String", 6).get("found").getAsBoolean()).isTrue();
    }

    private JsonObject completeness(String code) throws Exception {
        var content = new JsonObject();
        content.addProperty("code", code);
        return client.ask(Channel.SHELL, "is_complete_request", content).reply().content();
    }

    private void assertCompleteness(String status, String... cells) throws Exception {
        for (var cell : cells) {
            assertThat(completeness(cell).get("status").getAsString()).as(cell).isEqualTo(status);
        }
    }

    @Test
    void cellsThatCanRunAreComplete() throws Exception {
        assertCompleteness(
                "complete",
                "",
                "1 + 1",
                "// only a comment",
                "int x",
                "foo(1)",
                "x -> x",
                "static int a = 1;",
                "private final String s = \"{\"",
                "public void f() { }",
                "@Deprecated int old = 1;",
                "if (true) { x = 1; }",
                "enum E { A, B }",
                "var t = \"\"\"\n  % in text\n  \"\"\";",
                "int[] a = {1, 2};\nimport java.util.*;\nfor (var i : a) { }",
                "sealed interface S permits A {}\nrecord A(int x) implements S {}",
                "int y = switch (x) { case 1 -> 2; default -> 3; };",
                "int z = switch (x) { case 1 -> 2; default -> throw new Error(); };\nz",
                "interface A { public default int f() { return 1; } }\nnon-sealed class B implements A {}",
                "List<Map<String, int[]>> nested = null; // {",
                "%%time\n1 + 1");
    }

    @Test
    void cellsThatGoOnAreIncomplete() throws Exception {
        assertCompleteness(
                "incomplete",
                "int x = 1;\nfor (int i = 0; i < 3; i++) {",
                "1 +",
                "a ? b :",
                "/* open",
                "var t = \"\"\"\n  text",
                "if (true) { x = 1; }\nelse",
                "int z = switch (x) { case 1 -> 2; default -> throw",
                "interface A { public default int f() {",
                "try { x = 1; }",
                "List.of(1,",
                "%%time\nfor (;;) {");
        assertThat(completeness("class A {\n    int f() { String s = \"{{\";")
                        .get("indent")
                        .getAsString())
                .isEqualTo("        ");
        assertThat(completeness("f(1,").get("indent").getAsString()).isEqualTo("    ");
    }

    @Test
    void cellsThatCanNeverBeValidAreInvalid() throws Exception {
        assertCompleteness(
                "invalid",
                "1 + ) 2",
                "int x = ;",
                "foo(1))",
                "foo bar baz",
                "print 1",
                "int 3x;",
                "\"abc",
                "int a = 1;\nint b = ) 2;",
                "int z = switch (x) { default -> throw new Error(); }; }",
                "foo() bar();",
                "%nosuchmagic",
                "def f():");
    }

    @Test
    void historyHoldsTheCells() throws Exception {
        client.execute("int historical = 1;", Duration.ofSeconds(20), output -> {});
        client.execute("historical + 1", Duration.ofSeconds(20), output -> {});
        var tail = new JsonObject();
        tail.addProperty("hist_access_type", "tail");
        tail.addProperty("n", 1);
        tail.addProperty("output", true);
        var search = new JsonObject();
        search.addProperty("hist_access_type", "search");
        search.addProperty("pattern", "int hist*");
        search.addProperty("unique", true);

        var last = client.ask(Channel.SHELL, "history_request", tail)
                .reply()
                .content()
                .getAsJsonArray("history");
        assertThat(last.get(0).getAsJsonArray().get(2).toString()).isEqualTo("[\"historical + 1\",\"2\"]");
        var found = client.ask(Channel.SHELL, "history_request", search)
                .reply()
                .content()
                .getAsJsonArray("history");
        assertThat(found.get(0).getAsJsonArray().get(2).getAsString()).isEqualTo("int historical = 1;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x -> x enum E { A, B }",
                "-> abstract class B { abstract void f(); }",
                "catch (Exception e) {} for (int i = 0; i < 3; i++) goto",
                "int int : class A { sealed interface S permits T {} this",
                "else ( @interface A {}",
                ". int n = 4; ( @Override import java.util.*;"
            })
    void codeThatTheCompilerTripsOverIsAnswered(String code) throws Exception {
        for (var cursor = 0; cursor <= code.length(); cursor++) {
            assertThat(client.complete(code, cursor).get("status").getAsString())
                    .isEqualTo("ok");
        }
        assertThat(client.inspect(code, code.length()).get("status").getAsString())
                .isEqualTo("ok");
    }

    @Test
    void connectionsOfWidgetsAreRefusedPolitely() throws Exception {
        assertThat(client.ask(Channel.SHELL, "comm_info_request", new JsonObject())
                        .reply()
                        .content()
                        .get("comms"))
                .isEqualTo(new JsonObject());
        var open = new JsonObject();
        open.addProperty("comm_id", "c1");
        open.addProperty("target_name", "jupyter.widget");
        var sent = client.send(Channel.SHELL, "comm_open", open, output -> {});
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (sent.outputs().stream()
                .noneMatch(output -> output.text("execution_state", "").equals("idle"))) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(10);
        }

        assertThat(sent.outputs())
                .anyMatch(output -> output.type().equals("comm_close")
                        && output.text("comm_id", "").equals("c1"));
    }
}
