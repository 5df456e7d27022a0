package org.tinybabel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tinybabel.kernel.client.Execution;
import org.tinybabel.kernel.client.KernelClient;
import org.tinybabel.kernel.client.KernelProcess;
import org.tinybabel.kernel.protocol.Channels;
import org.tinybabel.kernel.protocol.Channels.Channel;
import org.tinybabel.kernel.protocol.Codec;
import org.tinybabel.kernel.protocol.ConnectionInfo;
import org.tinybabel.kernel.protocol.Message;

/** Corners of the messaging protocol. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProtocolTest {

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

    private Execution run(JsonObject content) throws Exception {
        return client.send(Channel.SHELL, "execute_request", content, output -> {})
                .await(TIMEOUT);
    }

    /** The answer to a request with one more entry in its header. */
    private Message askWithHeader(String type, String key, JsonElement value) throws Exception {
        var connection = ConnectionInfo.read(kernel.connectionFile());
        var answered = new CountDownLatch(1);
        var answer = new Message[1];
        try (var channels =
                Channels.ofClient(connection, new Codec(connection.key()), "another", (channel, message) -> {
                    if (channel == Channel.SHELL) {
                        answer[0] = message;
                        answered.countDown();
                    }
                })) {
            var request = Message.create(type, "another", new JsonObject(), client.executeContent("6 * 7"), List.of());
            request.header().add(key, value);
            channels.send(Channel.SHELL, request);
            assertThat(answered.await(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
        return answer[0];
    }

    @Test
    void frontEndThatConnectsAgainUnderItsOldNameIsAnswered() throws Exception {
        for (var attempt = 0; attempt < 3; attempt++) {
            assertThat(askWithHeader("kernel_info_request", "username", new JsonPrimitive("me"))
                            .text("status", ""))
                    .isEqualTo("ok");
        }
    }

    @Test
    void absentSubshellIsAcceptedAndAnyOtherRefused() throws Exception {
        for (var type : List.of("execute_request", "kernel_info_request")) {
            assertThat(askWithHeader(type, "subshell_id", JsonNull.INSTANCE).text("status", ""))
                    .isEqualTo("ok");
            var refused = askWithHeader(type, "subshell_id", new JsonPrimitive("abc"));
            assertThat(refused.text("status", "")).isEqualTo("error");
            assertThat(refused.text("evalue", "")).contains("no subshells");
        }
    }

    @Test
    void silentCellStoresNothingEvenWhenItFails() throws Exception {
        var content = client.executeContent("throw new IllegalStateException(\"hidden\");");
        content.addProperty("silent", true);
        var execution = run(content);

        assertThat(execution.status()).isEqualTo("error");
        var history = new JsonObject();
        history.addProperty("hist_access_type", "search");
        history.addProperty("pattern", "*hidden*");
        assertThat(client.ask(Channel.SHELL, "history_request", history)
                        .reply()
                        .content()
                        .getAsJsonArray("history"))
                .isEmpty();
    }

    @Test
    void silentCellStillPrints() throws Exception {
        var content = client.executeContent("System.out.print(\"said\");");
        content.addProperty("silent", true);

        assertThat(run(content).printed("stdout")).isEqualTo("said");
    }

    @Test
    void expressionsOfTheUserAreNotEvaluatedAfterAnError() throws Exception {
        var content = client.executeContent("throw new IllegalStateException();");
        var expressions = new JsonObject();
        expressions.addProperty("late", "1 + 1");
        content.add("user_expressions", expressions);
        var reply = run(content).reply().content();

        assertThat(reply.get("status").getAsString()).isEqualTo("error");
        assertThat(reply.has("user_expressions")).isFalse();
    }

    @Test
    void abortedCellsAreAnsweredInOrderAndLaterOnesRun() throws Exception {
        var failing = client.send(
                Channel.SHELL,
                "execute_request",
                client.executeContent("Thread.sleep(300);\nint wrong = \"text\".length() / 0;"),
                output -> {});
        var waiting = List.of("first", "second", "third").stream()
                .map(name -> client.send(
                        Channel.SHELL, "execute_request", client.executeContent("\"" + name + "\""), output -> {}))
                .toList();

        assertThat(failing.await(TIMEOUT).status()).isEqualTo("error");
        for (var cell : waiting) {
            var execution = cell.await(TIMEOUT);
            assertThat(execution.status()).isEqualTo("aborted");
            assertThat(execution.outputs())
                    .extracting(output -> output.text("execution_state", ""))
                    .containsExactly("busy", "idle");
        }
        assertThat(run(client.executeContent("\"after\"")).result()).contains("after");
    }

    @Test
    void whatOneCellLeavesUnreadDoesNotReachTheNext() throws Exception {
        client.onInput(prompt -> "two words");
        assertThat(run(client.executeContent("new Scanner(System.in).next()")).result())
                .contains("two");
        assertThat(run(client.executeContent("var reader = new java.io.BufferedReader("
                                + "new java.io.InputStreamReader(System.in));\nreader.readLine() + reader.readLine()"))
                        .result())
                .contains("two wordstwo words");
        assertThat(run(client.executeContent("new Scanner(System.in).next()")).result())
                .contains("two");
    }

    @Test
    void cellThatMayNotReadSaysSoAndGoesOnIfItLikes() throws Exception {
        var content = client.executeContent("String answer;\ntry { answer = input(\"name?\"); }"
                + " catch (RuntimeException e) { answer = \"nobody\"; }\nanswer");
        content.addProperty("allow_stdin", false);
        assertThat(run(content).result()).contains("nobody");

        var scanning = client.executeContent("new Scanner(System.in).nextLine()");
        scanning.addProperty("allow_stdin", false);
        var refused = run(scanning);
        assertThat(refused.status()).isEqualTo("error");
        assertThat(refused.printed("stderr")).contains("takes no input");
    }

    @Test
    void answerThatComesTooLateIsNotTakenForTheNextQuestion() throws Exception {
        var connection = ConnectionInfo.read(kernel.connectionFile());
        var questions = new LinkedBlockingQueue<Message>();
        var replies = new LinkedBlockingQueue<Message>();
        try (var channels = Channels.ofClient(connection, new Codec(connection.key()), "slow", (channel, message) -> {
            if (channel == Channel.STDIN) {
                questions.add(message);
            } else if (channel == Channel.SHELL) {
                replies.add(message);
            }
        })) {
            var first = askForInput(channels, questions);
            client.interrupt();
            assertThat(next(replies).text("ename", "")).isEqualTo("CellInterrupted");

            var second = askForInput(channels, questions);
            MessageSpec.check(second, second.parentId());
            answer(channels, first.header(), "too late");
            answer(channels, second.header(), "in time");
            assertThat(next(replies)
                            .content()
                            .getAsJsonObject("user_expressions")
                            .getAsJsonObject("it")
                            .toString())
                    .contains("in time");

            askForInput(channels, questions);
            answer(channels, new JsonObject(), "without a parent");
            assertThat(next(replies).content().toString()).contains("without a parent");
        }
    }

    private Message askForInput(Channels channels, BlockingQueue<Message> questions) throws Exception {
        var content = client.executeContent("String asked = input(\"name?\");");
        content.addProperty("allow_stdin", true);
        var expressions = new JsonObject();
        expressions.addProperty("it", "asked");
        content.add("user_expressions", expressions);
        channels.send(Channel.SHELL, Message.create("execute_request", "slow", new JsonObject(), content, List.of()));
        return next(questions);
    }

    private static void answer(Channels channels, JsonObject question, String value) {
        var content = new JsonObject();
        content.addProperty("value", value);
        channels.send(Channel.STDIN, Message.create("input_reply", "slow", question, content, List.of()));
    }

    private static Message next(BlockingQueue<Message> messages) throws Exception {
        var message = messages.poll(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        assertThat(message).isNotNull();
        return message;
    }

    @Test
    void requestsOfTheControlChannelAreAnsweredWhileACellRuns() throws Exception {
        var started = new CountDownLatch(1);
        var endless = client.send(
                Channel.SHELL,
                "execute_request",
                client.executeContent("System.out.println(1);\nwhile (true) {}"),
                output -> {
                    if (output.type().equals("stream")) {
                        started.countDown();
                    }
                });
        assertThat(started.await(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();

        for (var type : List.of("kernel_info", "history", "comm_info", "is_complete", "complete", "inspect")) {
            var request =
                    client.send(Channel.CONTROL, type + "_request", client.executeContent("Math.max"), output -> {});
            MessageSpec.check(
                    request.await(TIMEOUT), type + "_reply", request.request().id());
        }
        client.interrupt();
        assertThat(endless.await(TIMEOUT).status()).isEqualTo("error");
    }
}
