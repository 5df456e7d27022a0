package org.tinybabel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinybabel.kernel.client.Execution;
import org.tinybabel.kernel.client.KernelClient;
import org.tinybabel.kernel.client.KernelProcess;
import org.tinybabel.kernel.protocol.Channels.Channel;
import org.tinybabel.kernel.protocol.Message;

/**
 * What jupyter_kernel_test 0.7, the official suite for kernels, checks, with the names of its tests. Its test_pager is
 * left out: this kernel sends no pages.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final List<String> RESULTS = List.of("1 + 2 + 3", "List.of(1, 4, 9)", "\"a\".repeat(3)");

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

    private Execution ask(String type, JsonObject content) throws Exception {
        var request = client.send(Channel.SHELL, type + "_request", content, output -> {});
        var execution = request.await(TIMEOUT);
        MessageSpec.check(execution, type + "_reply", request.request().id());
        return execution;
    }

    /** The reply and the outputs of a cell without status and echo. */
    private Execution execute(String code) throws Exception {
        var execution = ask("execute", client.executeContent(code));
        assertThat(execution.outputs("execute_input"))
                .extracting(input -> input.text("code", ""))
                .containsExactly(code);
        return new Execution(
                execution.reply(),
                execution.outputs().stream()
                        .filter(output -> !List.of("status", "execute_input").contains(output.type()))
                        .toList());
    }

    private static JsonObject code(String code) {
        var content = new JsonObject();
        content.addProperty("code", code);
        return content;
    }

    private static JsonObject codeAndCursor(String code) {
        var content = code(code);
        content.addProperty("cursor_pos", code.codePointCount(0, code.length()));
        content.addProperty("detail_level", 0);
        return content;
    }

    @Test
    @DisplayName("test_kernel_info")
    void kernelInfo() throws Exception {
        var language = ask("kernel_info", new JsonObject()).reply().content().getAsJsonObject("language_info");

        assertThat(language.get("name").getAsString()).isEqualTo("java");
        assertThat(language.get("file_extension").getAsString()).startsWith(".");
    }

    @Test
    @DisplayName("test_execute_stdout")
    void executeStdout() throws Exception {
        var execution = execute("System.out.println(\"hello, world\");");

        assertThat(execution.status()).isEqualTo("ok");
        assertThat(execution.printed("stdout")).contains("hello, world");
    }

    @Test
    @DisplayName("test_execute_stderr")
    void executeStderr() throws Exception {
        var execution = execute("System.err.println(\"to the other stream\");");

        assertThat(execution.status()).isEqualTo("ok");
        assertThat(execution.printed("stderr")).isEqualTo("to the other stream\n");
    }

    @ParameterizedTest(name = "test_completion: {0}")
    @CsvSource({"System.getPr, getProperty(, getProperties()", "Math.sqr, sqrt(,", "Strin, String, StringBuilder"})
    void completion(String text, String one, String another) throws Exception {
        var reply = ask("complete", codeAndCursor(text)).reply().content();

        assertThat(strings(reply.getAsJsonArray("matches"))).contains(one);
        if (another != null) {
            assertThat(strings(reply.getAsJsonArray("matches"))).contains(another);
        }
        assertThat(reply.get("cursor_end").getAsInt()).isEqualTo(text.length());
    }

    private static List<String> strings(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonElement::getAsString)
                .toList();
    }

    @ParameterizedTest(name = "test_is_complete: {0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "complete | 1",
                "complete | System.out.println(\"hello, world\");",
                "complete | int twice(int x) { return x * 2; }",
                "complete | %%time",
                "incomplete | int twice(int x) {",
                "incomplete | System.out.println(\"hello\"",
                "incomplete | String text = \"\"\"",
                "invalid | 1 + ) 2",
                "invalid | int x = ) 7;"
            })
    void isComplete(String status, String code) throws Exception {
        assertThat(ask("is_complete", code(code)).status()).isEqualTo(status);
    }

    @ParameterizedTest(name = "test_error: {0}")
    @ValueSource(strings = {"throw new Exception(\"on purpose\");", "int wrong = \"text\";", "1 + ) 2", "%%nonsense"})
    void error(String code) throws Exception {
        var execution = execute(code);

        assertThat(execution.status()).isEqualTo("error");
        assertThat(execution.outputs()).extracting(Message::type).containsExactly("error");
        for (var key : List.of("ename", "evalue", "traceback")) {
            assertThat(execution.outputs().get(0).content().get(key))
                    .as(key)
                    .isEqualTo(execution.reply().content().get(key));
        }
    }

    @ParameterizedTest(name = "test_execute_result: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 2 + 3 | 6",
                "List.of(1, 4, 9) | [1, 4, 9]",
                "\"a\".repeat(3) | aaa",
                "(char) 120 | x",
                "null | "
            })
    void executeResult(String code, String result) throws Exception {
        var execution = execute(code);

        assertThat(execution.status()).isEqualTo("ok");
        assertThat(execution.outputs("execute_result")).hasSize(result == null ? 0 : 1);
        assertThat(execution.result().orElse(null)).isEqualTo(result);
    }

    @ParameterizedTest(name = "test_display_data: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "display(Table.create(\"t\", IntColumn.create(\"n\", new int[] {1})));|text/html",
                "display(\"plain\");|text/plain"
            })
    void displayData(String code, String media) throws Exception {
        var shown = execute(code).outputs("display_data");

        assertThat(shown).hasSize(1);
        assertThat(shown.get(0).content().getAsJsonObject("data").keySet()).contains(media);
    }

    private JsonArray history(String... pairs) throws Exception {
        for (var code : RESULTS) {
            execute(code);
        }
        var content = new JsonObject();
        content.addProperty("raw", true);
        content.addProperty("output", false);
        for (var i = 0; i < pairs.length; i += 2) {
            content.add(pairs[i], JsonParser.parseString(pairs[i + 1]));
        }
        return ask("history", content).reply().content().getAsJsonArray("history");
    }

    @Test
    @DisplayName("test_history: tail")
    void historyTail() throws Exception {
        var tail = history("hist_access_type", "\"tail\"", "n", "3");

        assertThat(StreamSupport.stream(tail.spliterator(), false)
                        .map(entry -> entry.getAsJsonArray().get(2).getAsString()))
                .isEqualTo(RESULTS);
        var withOutput = history("hist_access_type", "\"tail\"", "n", "3", "output", "true");
        assertThat(withOutput.get(0).getAsJsonArray().get(2).getAsJsonArray()).hasSize(2);
    }

    @Test
    @DisplayName("test_history: range")
    void historyRange() throws Exception {
        var first = history("hist_access_type", "\"tail\"", "n", "3").get(0).getAsJsonArray();
        var session = first.get(0).getAsInt();
        var start = first.get(1).getAsInt();
        var range = history(
                "hist_access_type",
                "\"range\"",
                "session",
                String.valueOf(session),
                "start",
                String.valueOf(start),
                "stop",
                String.valueOf(start + 1));

        assertThat(range).hasSize(1);
        assertThat(range.get(0)).isEqualTo(first);
        var ofThisSession = history(
                "hist_access_type", "\"range\"", "session", "0", "start", String.valueOf(start), "stop", "null");
        assertThat(ofThisSession.get(0).getAsJsonArray().get(2)).isEqualTo(new JsonPrimitive(RESULTS.get(0)));
    }

    @Test
    @DisplayName("test_history: search")
    void historySearch() throws Exception {
        assertThat(history("hist_access_type", "\"search\"", "pattern", "\"1?+ 2*\"")
                        .size())
                .isGreaterThanOrEqualTo(1);
        assertThat(history("hist_access_type", "\"search\"", "pattern", "\"1?+ 2*\"", "unique", "true"))
                .hasSize(1);
        history("hist_access_type", "\"tail\"", "n", "1");
        assertThat(history("hist_access_type", "\"search\"", "pattern", "\"1?+ 2*\"", "n", "3"))
                .hasSize(3);
    }

    @ParameterizedTest(name = "test_inspect: {0}")
    @ValueSource(strings = {"Math.max", "Math.max(", "System.out", "String"})
    void inspect(String code) throws Exception {
        var reply = ask("inspect", codeAndCursor(code)).reply().content();

        assertThat(reply.get("found").getAsBoolean()).isTrue();
        assertThat(reply.getAsJsonObject("data").size()).isPositive();
    }

    @Test
    @DisplayName("test_clear_output")
    void clearOutput() throws Exception {
        var execution = execute("clearOutput(true);");

        assertThat(execution.status()).isEqualTo("ok");
        assertThat(execution.outputs("clear_output")).hasSize(1);
    }
}
