package org.tinybabel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinybabel.kernel.client.KernelProcess;
import org.tinybabel.kernel.client.Pending;
import org.tinybabel.kernel.protocol.Channels.Channel;
import org.tinybabel.kernel.protocol.Message;

class LanguageWhileBusyTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static JsonObject question(String code) {
        var content = new JsonObject();
        content.addProperty("code", code);
        content.addProperty("cursor_pos", code.length());
        return content;
    }

    private static Pending startBusyCell(KernelProcess kernel) throws InterruptedException {
        var runs = new CountDownLatch(1);
        var cell = kernel.client()
                .send(
                        Channel.SHELL,
                        "execute_request",
                        kernel.client()
                                .executeContent("System.out.println(\"runs\"); while (true) { Thread.sleep(10); }"),
                        output -> {
                            if (output.type().equals("stream")) {
                                runs.countDown();
                            }
                        });
        assertThat(runs.await(LIMIT.toSeconds(), java.util.concurrent.TimeUnit.SECONDS))
                .isTrue();
        return cell;
    }

    private static void awaitLast(List<String> states, String expected) throws InterruptedException {
        var end = System.nanoTime() + LIMIT.toNanos();
        while (!states.get(states.size() - 1).equals(expected) && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        assertThat(states.get(states.size() - 1)).isEqualTo(expected);
    }

    @Test
    void questionsAboutCodeAreAnsweredWhileACellRuns() throws Exception {
        try (var kernel = TestKernels.start()) {
            var client = kernel.client();
            client.execute("int knownBefore = 1;", LIMIT, output -> {});
            var states = new CopyOnWriteArrayList<String>();
            client.onOutput(output -> {
                if (output.type().equals("status")) {
                    states.add(output.text("execution_state", ""));
                }
            });
            var cell = startBusyCell(kernel);
            var queued = client.send(
                    Channel.SHELL, "execute_request", client.executeContent("int never = 1;"), output -> {});

            var completion = client.ask(Channel.SHELL, "complete_request", question("knownBef"));
            assertThat(completion.reply().content().get("matches").toString()).contains("knownBefore");
            assertThat(completion.outputs().stream()
                            .filter(output -> output.type().equals("status"))
                            .map(output -> output.text("execution_state", "")))
                    .containsExactly("busy", "idle");
            assertThat(client.ask(Channel.SHELL, "inspect_request", question("Math.max"))
                            .reply()
                            .content()
                            .get("found")
                            .getAsBoolean())
                    .isTrue();
            assertThat(client.ask(Channel.SHELL, "is_complete_request", question("int x = 1;"))
                            .status())
                    .isEqualTo("complete");
            assertThat(client.ask(Channel.SHELL, "history_request", new JsonObject())
                            .reply()
                            .content()
                            .get("history")
                            .toString())
                    .contains("knownBefore");

            // Whoever looks at the last status only sees that the cell still runs.
            awaitLast(states, "busy");

            client.interrupt();
            assertThat(cell.await(LIMIT).status()).isEqualTo("error");
            assertThat(queued.await(LIMIT).status()).isEqualTo("aborted");
            awaitLast(states, "idle");
        }
    }

    @Test
    void historyOutlivesTheKernelUnlessACellIsNotToBeStored(@TempDir Path folder) throws Exception {
        var environment = Map.of("TINYBABEL_HISTORY", folder.toString());
        try (var kernel = TestKernels.start(environment)) {
            kernel.client().execute("int stored = 1;", LIMIT, output -> {});
            for (var setting : List.of("silent", "store_history")) {
                var content = kernel.client().executeContent("int " + setting + " = 1;");
                content.addProperty(setting, setting.equals("silent"));
                kernel.client().ask(Channel.SHELL, "execute_request", content);
            }
            kernel.client().shutdown();
            kernel.process().waitFor();
        }
        try (var kernel = TestKernels.start(environment)) {
            var request = new JsonObject();
            request.addProperty("hist_access_type", "tail");
            Message reply = kernel.client()
                    .ask(Channel.SHELL, "history_request", request)
                    .reply();
            assertThat(reply.content().get("history").toString()).isEqualTo("[[1,1,\"int stored = 1;\"]]");
        }
    }
}
