package org.tinybabel.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tinybabel.kernel.client.Execution;
import org.tinybabel.kernel.client.KernelClient;
import org.tinybabel.kernel.protocol.Channels.Channel;

/** Whatever is typed: every question about it is answered, running it ends, and errors name a line that is there. */
class SourceFuzzTest {

    private static final long SEED = 20261124;
    private static final int CELLS = 150;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Random random = new Random(SEED);
    private final List<String> pieces = pieces();

    /** One piece a line, with escapes as in Java's strings; and characters that no editor shows. */
    private static List<String> pieces() {
        try (var file = SourceFuzzTest.class.getResourceAsStream("pieces-of-source.txt")) {
            var written = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::translateEscapes);
            var unseen = Stream.of("\u0000", "\u001a", "\u202E", "\uFEFF", "\uD83C");
            return Stream.concat(written, unseen).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everySourceIsAnswered() throws Exception {
        try (var kernel = TestKernels.start()) {
            for (var i = 0; i < CELLS; i++) {
                var source = source();
                try {
                    check(kernel.client(), source);
                } catch (AssertionError | IOException | TimeoutException e) {
                    fail("Cell " + i + ": <" + source + ">", e);
                }
            }
            assertThat(kernel.client().execute("6 * 7", TIMEOUT, output -> {}).result())
                    .contains("42");
        }
    }

    private String source() {
        return IntStream.range(0, 1 + random.nextInt(12))
                .mapToObj(i -> pieces.get(random.nextInt(pieces.size())))
                .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
    }

    private void check(KernelClient client, String source) throws Exception {
        var cursor = random.nextInt(source.codePointCount(0, source.length()) + 1);
        var completion = client.complete(source, cursor);
        assertThat(completion.get("status").getAsString()).isEqualTo("ok");

        assertThat(completion.get("cursor_start").getAsInt()).isBetween(0, cursor);
        var ins = client.inspect(source, cursor);
        assertThat(ins.get("status").getAsString())
                .as("inspect %s %s", cursor, ins)
                .isEqualTo("ok");
        var code = new JsonObject();
        code.addProperty("code", source);
        assertThat(client.ask(Channel.SHELL, "is_complete_request", code).status())
                .isIn("complete", "incomplete", "invalid");
        var execution = client.execute(source, TIMEOUT, output -> {});
        assertThat(execution.status()).isIn("ok", "error");
        if (execution.status().equals("error")) {
            checkError(execution);
        }
    }

    private static void checkError(Execution execution) {
        assertThat(execution.reply().text("ename", "")).isNotBlank();
        assertThat(execution.traceback())
                .isNotBlank()
                .doesNotContain("at org.tinybabel", "jdk.jshell", "do_it$", "REPL.$JShell");
    }
}
