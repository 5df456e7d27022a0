package org.tinybabel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
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
class CommsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final String id = UUID.randomUUID().toString();
    private final TestFrontEnd frontEnd = new TestFrontEnd();
    private KernelProcess kernel;
    private KernelClient client;

    @BeforeAll
    void startKernel() throws Exception {
        kernel = TestKernels.start();
        client = kernel.client();
        client.onOutput(frontEnd);
        run("var comms = getKernelInstance().comms();");
    }

    @AfterAll
    void stopKernel() {
        kernel.close();
    }

    private Execution run(String code) throws Exception {
        var execution = client.execute(code, TIMEOUT, output -> {});
        assertThat(execution.traceback()).isEmpty();
        return execution;
    }

    private Pending open(String comm, String target) {
        return client.sendComm("comm_open", comm, json("{\"target_name\": \"" + target + "\"}"), List.of());
    }

    private List<Message> send(String comm, String data, byte[]... buffers) throws Exception {
        var content = new JsonObject();
        content.add("data", json(data));
        return client.sendComm("comm_msg", comm, content, List.of(buffers)).awaitIdle(TIMEOUT);
    }

    private JsonObject info(String content) throws Exception {
        return client.ask(Channel.SHELL, "comm_info_request", json(content))
                .reply()
                .content();
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    private static List<String> types(List<Message> messages) {
        return messages.stream().map(Message::type).toList();
    }

    @Test
    void whatIsSentToARegisteredTargetComesBackWithItsBuffers() throws Exception {
        run("comms.register(\"echo\", (comm, opening) -> comm.onMessage(comm::send));");
        open(id, "echo").awaitIdle(TIMEOUT);
        var data = "{\"text\":\"ä🎈\",\"n\":7,\"x\":0.5,\"none\":null,\"list\":[true,{\"a\":1}]}";
        var binary = new byte[] {0, -1, 127, '<', 'I', 'D', 'S', '|', 'M', 'S', 'G', '>'};

        var published = send(id, data, binary, new byte[0]);

        assertThat(types(published)).containsExactly("status", "comm_msg", "status");
        var echo = published.get(1);
        assertThat(echo.text("comm_id", "")).isEqualTo(id);
        assertThat(echo.content().get("data")).isEqualTo(json(data));
        assertThat(echo.buffers()).containsExactly(binary, new byte[0]);
    }

    @Test
    void openingDataAndMetadataReachTheCell() throws Exception {
        run("comms.register(\"look\", (comm, opening) ->"
                + " System.out.println(opening.data() + \" \" + comm.target() + \" \" + comm.isOpen()));");
        var output = frontEnd.awaiting(message -> message.type().equals("stream"), () -> client.sendComm(
                        "comm_open",
                        UUID.randomUUID().toString(),
                        json("{\"target_name\": \"look\", \"data\": {\"a\": [1, 2.5]}}"),
                        List.of())
                .awaitIdle(TIMEOUT));

        assertThat(output.text("text", "")).isEqualTo("{a=[1, 2.5]} look true\n");
    }

    @Test
    void unknownTargetIsClosedPolitely() throws Exception {
        var comm = UUID.randomUUID().toString();

        var published = open(comm, "nobody").awaitIdle(TIMEOUT);

        assertThat(types(published)).containsExactly("status", "comm_close", "status");
        assertThat(published.get(1).text("comm_id", "")).isEqualTo(comm);
        assertThat(info("{}").getAsJsonObject("comms").has(comm)).isFalse();
    }

    @Test
    void messageForALineThatIsNotOpenIsIgnored() throws Exception {
        assertThat(types(send("no such line", "{}"))).containsExactly("status", "status");
    }

    @Test
    void malformedMessagesAreIgnored() throws Exception {
        for (var content : List.of("{}", "{\"comm_id\": 7, \"target_name\": []}", "{\"data\": [1]}")) {
            for (var type : List.of("comm_open", "comm_msg", "comm_close")) {
                client.send(Channel.SHELL, type, json(content), output -> {}).awaitIdle(TIMEOUT);
            }
        }
        assertThat(run("6 * 7").result()).contains("42");
    }

    @Test
    void openLinesAreListedByTarget() throws Exception {
        run("var one = comms.open(\"one\", org.tinybabel.display.CommMessage.of(Map.of()));"
                + "var two = comms.open(\"two\", org.tinybabel.display.CommMessage.of(Map.of()));");
        var one = run("one.id()").result().orElseThrow();
        var two = run("two.id()").result().orElseThrow();

        var all = info("{}").getAsJsonObject("comms");
        assertThat(all.keySet()).contains(one, two);
        assertThat(all.getAsJsonObject(one).get("target_name").getAsString()).isEqualTo("one");
        assertThat(info("{\"target_name\": \"two\"}").getAsJsonObject("comms").keySet())
                .containsExactly(two);

        var closed = run("one.close(); two.close();").outputs("comm_close");
        assertThat(closed).extracting(message -> message.text("comm_id", "")).containsExactly(one, two);
        assertThat(info("{}").getAsJsonObject("comms").keySet()).doesNotContain(one, two);
    }

    @Test
    void lineThatACellOpensCarriesDataMetadataAndBuffers() throws Exception {
        var opened = run("comms.open(\"there\", new CommMessage(Map.of(\"a\", 1), Map.of(\"version\", \"2\"),"
                        + " List.of(\"bytes\".getBytes()))).send(Map.of(\"b\", List.of(2)));")
                .outputs();

        var opening = opened.stream()
                .filter(message -> message.type().equals("comm_open"))
                .findFirst()
                .orElseThrow();
        assertThat(opening.text("target_name", "")).isEqualTo("there");
        assertThat(opening.content().get("data")).isEqualTo(json("{\"a\": 1}"));
        assertThat(opening.metadata()).isEqualTo(json("{\"version\": \"2\"}"));
        assertThat(opening.buffers())
                .extracting(each -> new String(each, StandardCharsets.UTF_8))
                .containsExactly("bytes");
        assertThat(opened.stream().filter(message -> message.type().equals("comm_msg")))
                .extracting(message -> message.content().get("data"))
                .containsExactly(json("{\"b\": [2]}"));
    }

    @Test
    void closeOfTheFrontEndReachesTheCell() throws Exception {
        run("String closedBy = \"\";");
        run("comms.register(\"door\", (comm, opening) ->"
                + " comm.onClose(last -> closedBy = last.data() + \" \" + comm.isOpen()));");
        var comm = UUID.randomUUID().toString();
        open(comm, "door").awaitIdle(TIMEOUT);
        client.sendComm("comm_close", comm, json("{\"data\": {\"why\": \"bored\"}}"), List.of())
                .awaitIdle(TIMEOUT);

        assertThat(run("closedBy").result()).contains("{why=bored} false");
    }

    @Test
    void handlerThatThrowsSaysSoInItsCellAndHarmsNothing() throws Exception {
        var cell = run("comms.register(\"weak\", (comm, opening) -> comm.onMessage(message -> {\n"
                + "    throw new IllegalStateException(\"too much\"); }));");
        var comm = UUID.randomUUID().toString();
        open(comm, "weak").awaitIdle(TIMEOUT);

        var output = frontEnd.awaiting(message -> message.type().equals("stream"), () -> send(comm, "{}"));

        assertThat(output.text("name", "")).isEqualTo("stderr");
        assertThat(output.text("text", ""))
                .contains("IllegalStateException: too much")
                .contains(", line 2");
        assertThat(output.parentId()).isEqualTo(cell.reply().parentId());
        assertThat(run("6 * 7").result()).contains("42");
    }

    @Test
    void endlessHandlerCanBeInterrupted() throws Exception {
        run("volatile int turns = 0;");
        run("comms.register(\"endless\", (comm, opening) -> { while (true) turns++; });");
        var pending = open(UUID.randomUUID().toString(), "endless");
        frontEnd.await(message -> message.parentId().equals(pending.request().id()));
        Thread.sleep(300);

        var output = frontEnd.awaiting(message -> message.type().equals("stream"), () -> {
            client.interrupt();
            pending.awaitIdle(TIMEOUT);
        });

        assertThat(output.text("text", "")).contains("was stopped");
        assertThat(run("6 * 7").result()).contains("42");
    }

    @Test
    void messageThatArrivesWhileACellRunsWaitsItsTurn() throws Exception {
        run("var order = new ArrayList<String>();");
        run("comms.register(\"late\", (comm, opening) -> order.add(\"message\"));");
        var cell = client.send(
                Channel.SHELL,
                "execute_request",
                client.executeContent("Thread.sleep(500); order.add(\"cell\");"),
                output -> {});
        var opened = open(UUID.randomUUID().toString(), "late");
        var next = client.send(Channel.SHELL, "execute_request", client.executeContent("order"), output -> {});

        assertThat(next.await(TIMEOUT).result()).contains("[cell, message]");
        assertThat(cell.await(TIMEOUT).status()).isEqualTo("ok");
        assertThat(types(opened.awaitIdle(TIMEOUT))).containsExactly("status", "status");
    }

    @Test
    void openLinesAreClosedAtShutdown() throws Exception {
        var seen = new TestFrontEnd();
        try (var other = TestKernels.start()) {
            other.client().onOutput(seen);
            other.client()
                    .execute("getKernelInstance().comms().open(\"x\", CommMessage.of(Map.of()));", TIMEOUT, o -> {});
            other.client().shutdown();
            seen.await(message -> message.type().equals("comm_close"));
        }
    }
}
