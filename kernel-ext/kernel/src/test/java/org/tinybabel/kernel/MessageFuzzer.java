package org.tinybabel.kernel;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tinybabel.kernel.protocol.Channels.Channel;

/**
 * Makes messages that go wrong in many ways: requests whose values, keys, JSON text or frames are changed at random. The
 * same seed makes the same messages.
 */
final class MessageFuzzer {

    /**
     * What is sent.
     *
     * @param wellFormed whether frames, signature and header are as they must be, so that a request has to be answered
     */
    record Sent(int number, Channel channel, String type, boolean wellFormed, List<byte[]> frames) {

        String id() {
            return "fuzz-" + number;
        }

        boolean needsReply() {
            return wellFormed && type.endsWith("_request") && channel != Channel.STDIN;
        }

        @Override
        public String toString() {
            var text = new StringBuilder("message " + number + " on " + channel + ":");
            for (var frame : frames) {
                var shown = new String(frame, StandardCharsets.UTF_8);
                text.append("\n  ").append(shown, 0, Math.min(300, shown.length()));
            }
            return text.toString();
        }
    }

    private static final Gson GSON = new GsonBuilder().serializeNulls().create();

    private static final List<String> REQUESTS = List.of(
            "kernel_info_request {}",
            "execute_request {\"code\":\"1\",\"silent\":false,\"store_history\":true,\"user_expressions\":{\"a\":\"2\"},"
                    + "\"allow_stdin\":false,\"stop_on_error\":true}",
            "complete_request {\"code\":\"Math.a\",\"cursor_pos\":6}",
            "inspect_request {\"code\":\"Math.max\",\"cursor_pos\":8,\"detail_level\":1}",
            "is_complete_request {\"code\":\"for (;;) {\"}",
            "history_request {\"output\":true,\"raw\":true,\"hist_access_type\":\"tail\",\"session\":0,\"n\":5}",
            "history_request {\"output\":false,\"raw\":true,\"hist_access_type\":\"range\",\"session\":0,\"start\":1,"
                    + "\"stop\":9}",
            "history_request {\"output\":false,\"raw\":true,\"hist_access_type\":\"search\",\"pattern\":\"*1?\","
                    + "\"unique\":true,\"n\":3}",
            "comm_info_request {\"target_name\":\"jupyter.widget\"}",
            "comm_open {\"comm_id\":\"c\",\"target_name\":\"jupyter.widget\",\"data\":{\"state\":{}}}",
            "comm_msg {\"comm_id\":\"c\",\"data\":{\"method\":\"update\",\"state\":{\"value\":3}}}",
            "comm_close {\"comm_id\":\"c\",\"data\":{}}",
            "interrupt_request {}",
            "connect_request {}",
            "debug_request {\"type\":\"request\",\"command\":\"debugInfo\",\"seq\":1}",
            "create_subshell_request {}",
            "input_reply {\"value\":\"text\"}",
            "execute_reply {\"status\":\"ok\"}");

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "2147483648",
            "-9223372036854775809",
            "1e308",
            "1e999999",
            "0.5",
            "123456789012345678901234567890",
            "\"\"",
            "\"5\"",
            "\"\\u0000\"",
            "\"\\ud83c\"",
            "\"🎈é\\n\"",
            "\"*[a-\\\\\"",
            "\"%%\"",
            "\"1 + \\\"\"",
            "\"" + "x".repeat(5000) + "\"",
            "\"" + "(".repeat(300) + "\"",
            "[]",
            "[1,[2,[null]]]",
            "{}",
            "{\"a\":{\"b\":[]}}",
            nested(40));

    private final Random random;
    private final String key;
    private int count;

    MessageFuzzer(long seed, String key) {
        random = new Random(seed);
        this.key = key;
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    Sent next() {
        var number = ++count;
        var request = one(REQUESTS);
        var type = request.substring(0, request.indexOf(' '));
        var header = new JsonObject();
        header.addProperty("msg_id", "fuzz-" + number);
        header.addProperty("msg_type", type);
        header.addProperty("session", "fuzz");
        header.addProperty("username", "fuzz");
        header.addProperty("date", "2026-01-01T00:00:00Z");
        header.addProperty("version", "5.3");
        var content = JsonParser.parseString(request.substring(type.length()));
        var parts = new ArrayList<>(List.of(GSON.toJson(header), "{}", "{}", GSON.toJson(content)));
        var wellFormed = true;
        switch (random.nextInt(8)) {
            case 0 -> {
                wellFormed = false;
                parts.set(0, GSON.toJson(changed(header)));
            }
            case 1 -> parts.set(1 + random.nextInt(2), GSON.toJson(changed(header)));
            case 2 -> {
                wellFormed = false;
                parts.set(random.nextInt(parts.size()), one(VALUES));
            }
            case 3 -> {
                // Keys that nobody knows do no harm.
                header.add("subshell_id", JsonParser.parseString("null"));
                header.add("strange", JsonParser.parseString(one(VALUES)));
                parts.set(0, GSON.toJson(header));
                if (random.nextInt(10) == 0) {
                    wellFormed = false;
                    parts.set(0, parts.get(0).replaceFirst("null", nested(20_000)));
                }
            }
            default -> parts.set(3, GSON.toJson(changed(content.getAsJsonObject())));
        }
        var bytes = new ArrayList<byte[]>();
        parts.forEach(part -> bytes.add(part.getBytes(StandardCharsets.UTF_8)));
        if (random.nextInt(8) == 0) {
            wellFormed = false;
            var damaged = random.nextInt(bytes.size());
            bytes.set(damaged, damaged(bytes.get(damaged)));
        }
        var frames = signed(bytes);
        if (random.nextInt(10) == 0) {
            wellFormed = false;
            reframe(frames);
        }
        if (random.nextInt(10) == 0) {
            frames.add(new byte[random.nextInt(3)]);
        }
        return new Sent(number, channel(), type, wellFormed, List.copyOf(frames));
    }

    private Channel channel() {
        return switch (random.nextInt(8)) {
            case 0 -> Channel.STDIN;
            case 1, 2 -> Channel.CONTROL;
            default -> Channel.SHELL;
        };
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** A copy in which up to three keys are missing, new or of another value. */
    private JsonObject changed(JsonObject original) {
        var changed = original.deepCopy();
        for (var i = random.nextInt(4); i > 0; i--) {
            var keys = List.copyOf(changed.keySet());
            var name = keys.isEmpty() || random.nextInt(6) == 0 ? one(List.of("", "data", "é", "code")) : one(keys);
            if (random.nextInt(4) == 0) {
                changed.remove(name);
            } else {
                JsonElement value = JsonParser.parseString(one(VALUES));
                changed.add(name, value);
            }
        }
        return changed;
    }

    private byte[] damaged(byte[] json) {
        var copy = json.clone();
        switch (random.nextInt(5)) {
            case 0 -> copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
            case 1 -> copy = Arrays.copyOf(copy, random.nextInt(copy.length));
            case 2 -> random.nextBytes(copy);
            case 3 -> copy = ("{\"a\":" + nested(20_000) + "}").getBytes(StandardCharsets.US_ASCII);
            default -> copy = Arrays.copyOf(copy, copy.length + 7);
        }
        return copy;
    }

    private List<byte[]> signed(List<byte[]> parts) {
        var frames = new ArrayList<byte[]>();
        frames.add("<IDS|MSG>".getBytes(StandardCharsets.US_ASCII));
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            parts.forEach(mac::update);
            frames.add(HexFormat.of().formatHex(mac.doFinal()).getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        frames.addAll(parts);
        return frames;
    }

    private void reframe(List<byte[]> frames) {
        var place = random.nextInt(frames.size());
        switch (random.nextInt(6)) {
            case 0 -> frames.remove(place);
            case 1 -> frames.add(place, new byte[0]);
            case 2 -> frames.set(place, new byte[0]);
            case 3 -> frames.add(place, frames.get(random.nextInt(frames.size())));
            case 4 -> frames.subList(place, frames.size()).clear();
            default -> {
                var noise = new byte[random.nextInt(64)];
                random.nextBytes(noise);
                frames.set(place, noise);
            }
        }
        if (frames.isEmpty()) {
            frames.add(new byte[0]);
        }
    }
}
