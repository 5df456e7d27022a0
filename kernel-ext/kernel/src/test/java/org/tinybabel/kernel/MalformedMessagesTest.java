package org.tinybabel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinybabel.kernel.client.KernelProcess;
import org.tinybabel.kernel.protocol.Channels.Channel;
import org.tinybabel.kernel.protocol.ConnectionInfo;
import org.zeromq.SocketType;
import org.zeromq.ZContext;

/** Whatever arrives on the shell channel, the next good cell is answered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MalformedMessagesTest {

    private static final String HEADER =
            "{\"msg_id\":\"1\",\"msg_type\":\"execute_request\",\"session\":\"s\",\"username\":\"u\",\"version\":\"5.3\"}";
    private static final String CODE = "{\"code\":\"1\"}";

    private KernelProcess kernel;
    private ConnectionInfo connection;

    @BeforeAll
    void startKernel() throws Exception {
        kernel = TestKernels.start();
        connection = ConnectionInfo.read(kernel.connectionFile());
    }

    @AfterAll
    void stopKernel() {
        kernel.close();
    }

    static Stream<Arguments> malformedMessages() {
        UnaryOperator<List<byte[]>> asIs = frames -> frames;
        return Stream.of(
                Arguments.of("bad signature", HEADER, CODE, replaced(1, "00")),
                Arguments.of("empty signature", HEADER, CODE, replaced(1, "")),
                Arguments.of("header is not JSON", "{not json", CODE, asIs),
                Arguments.of("content is not JSON", HEADER, "]]", asIs),
                Arguments.of("content is a list", HEADER, "[1, 2]", asIs),
                Arguments.of("header without msg_type", "{\"msg_id\":\"1\"}", CODE, asIs),
                Arguments.of("header without msg_id", "{\"msg_type\":\"execute_request\"}", CODE, asIs),
                Arguments.of("header is null", "null", CODE, asIs),
                Arguments.of("unknown msg_type", HEADER.replace("execute", "dance"), CODE, asIs),
                Arguments.of("execute without code", HEADER, "{}", asIs),
                Arguments.of("code is a number", HEADER, "{\"code\":5}", asIs),
                Arguments.of(
                        "cursor past the end",
                        HEADER.replace("execute", "complete"),
                        "{\"code\":\"Math\",\"cursor_pos\":99999}",
                        asIs),
                Arguments.of(
                        "negative cursor",
                        HEADER.replace("execute", "complete"),
                        "{\"code\":\"Math\",\"cursor_pos\":-7}",
                        asIs),
                Arguments.of("invalid UTF-8", HEADER, "{\"code\":\"\u0000\"}", asIs),
                Arguments.of("bad date", HEADER.replace("}", ",\"date\":\"yesterday\"}"), CODE, asIs),
                Arguments.of(
                        "too few frames", HEADER, CODE, (UnaryOperator<List<byte[]>>) frames -> frames.subList(0, 4)),
                Arguments.of("no delimiter", HEADER, CODE, replaced(0, "nothing")),
                Arguments.of(
                        "deep header",
                        HEADER.replace("}", ",\"deep\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"),
                        CODE,
                        asIs),
                Arguments.of(
                        "deep JSON", HEADER, "{\"code\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}", asIs));
    }

    private static UnaryOperator<List<byte[]>> replaced(int frame, String text) {
        return frames -> {
            var changed = new ArrayList<>(frames);
            changed.set(frame, text.getBytes(StandardCharsets.UTF_8));
            return changed;
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformedMessages")
    void kernelSurvives(String name, String header, String content, UnaryOperator<List<byte[]>> change)
            throws Exception {
        try (var context = new ZContext();
                var socket = context.createSocket(SocketType.DEALER)) {
            socket.connect(connection.address(connection.shellPort()));
            var contentBytes = content.getBytes(StandardCharsets.UTF_8);
            if (name.equals("invalid UTF-8")) {
                contentBytes[10] = (byte) 0xff;
            }
            var frames = change.apply(signed(List.of(
                    header.getBytes(StandardCharsets.UTF_8),
                    new byte[] {'{', '}'},
                    new byte[] {'{', '}'},
                    contentBytes)));
            for (var i = 0; i < frames.size(); i++) {
                socket.send(frames.get(i), i < frames.size() - 1 ? org.zeromq.ZMQ.SNDMORE : 0);
            }
            assertThat(kernel.client()
                            .execute("20 + 3", Duration.ofSeconds(20), output -> {})
                            .result())
                    .contains("23");
        }
    }

    private List<byte[]> signed(List<byte[]> parts) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(connection.key().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        parts.forEach(mac::update);
        var frames = new ArrayList<byte[]>();
        frames.add("<IDS|MSG>".getBytes(StandardCharsets.US_ASCII));
        frames.add(java.util.HexFormat.of().formatHex(mac.doFinal()).getBytes(StandardCharsets.US_ASCII));
        frames.addAll(parts);
        return frames;
    }

    @Test
    void unknownRequestsAndRequestsWithoutCodeAreAnsweredWithAnError() throws Exception {
        assertThat(kernel.client()
                        .ask(Channel.SHELL, "dance_request", new JsonObject())
                        .status())
                .isEqualTo("error");
        assertThat(kernel.client()
                        .ask(Channel.SHELL, "execute_request", new JsonObject())
                        .status())
                .isEqualTo("error");
        var number = JsonParser.parseString("{\"code\": 5}").getAsJsonObject();
        assertThat(kernel.client().ask(Channel.SHELL, "execute_request", number).status())
                .isEqualTo("error");
    }
}
