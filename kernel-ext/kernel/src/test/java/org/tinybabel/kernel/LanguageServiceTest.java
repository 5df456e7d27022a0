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

    private String completeness(String code) throws Exception {
        var content = new JsonObject();
        content.addProperty("code", code);
        return client.ask(Channel.SHELL, "is_complete_request", content).status();
    }

    @Test
    void cellsAreCompleteIncompleteOrInvalid() throws Exception {
        assertThat(completeness("1 + 1")).isEqualTo("complete");
        assertThat(completeness("int x = 1;\nfor (int i = 0; i < 3; i++) {")).isEqualTo("incomplete");
        assertThat(completeness("1 + ) 2")).isEqualTo("invalid");
        assertThat(completeness("%%time\n1 + 1")).isEqualTo("complete");
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
        client.ask(Channel.SHELL, "comm_info_request", new JsonObject());

        assertThat(sent.outputs())
                .anyMatch(output -> output.type().equals("comm_close")
                        && output.text("comm_id", "").equals("c1"));
    }
}
