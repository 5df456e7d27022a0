package org.tinybabel.kernel.protocol;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Turns messages into signed frames and back. Safe for use by several threads. */
public final class Codec {

    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
    private static final int PARTS = 4;
    private static final Gson GSON =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    private final String key;

    /**
     * A codec for one connection.
     *
     * @param key the secret that messages are signed with; blank for none
     */
    public Codec(String key) {
        this.key = key;
    }

    /**
     * The frames of a message.
     *
     * @param message what to send
     * @return identities, delimiter, signature, header, parent header, metadata, content, buffers
     */
    public List<byte[]> encode(Message message) {
        var parts = new ArrayList<byte[]>(PARTS);
        for (var part : List.of(message.header(), message.parent(), message.metadata(), message.content())) {
            parts.add(GSON.toJson(part).getBytes(StandardCharsets.UTF_8));
        }
        var frames = new ArrayList<>(message.identities());
        frames.add(DELIMITER);
        frames.add(sign(parts).getBytes(StandardCharsets.US_ASCII));
        frames.addAll(parts);
        frames.addAll(message.buffers());
        return frames;
    }

    /**
     * The message in frames that arrived.
     *
     * @param frames all frames of one ZeroMQ message
     * @return the message; its header has text ids and a type, and all parts are objects
     * @throws MalformedMessageException if the frames are not a message, or its signature is not right
     */
    public Message decode(List<byte[]> frames) throws MalformedMessageException {
        var delimiter = 0;
        while (delimiter < frames.size() && !Arrays.equals(frames.get(delimiter), DELIMITER)) {
            delimiter++;
        }
        if (frames.size() < delimiter + 2 + PARTS) {
            throw new MalformedMessageException(
                    "It has too few frames or no delimiter (" + frames.size() + " frames).");
        }
        var parts = frames.subList(delimiter + 2, delimiter + 2 + PARTS);
        var expected = sign(parts).getBytes(StandardCharsets.US_ASCII);
        if (!key.isEmpty() && !MessageDigest.isEqual(expected, frames.get(delimiter + 1))) {
            throw new MalformedMessageException("Its signature is not right.");
        }
        var header = object(parts.get(0), "header");
        for (var required : List.of("msg_id", "msg_type")) {
            if (!(header.get(required) instanceof JsonPrimitive value && value.isString())) {
                throw new MalformedMessageException("Its header has no " + required + ".");
            }
        }
        return new Message(
                List.copyOf(frames.subList(0, delimiter)),
                header,
                object(parts.get(1), "parent header"),
                object(parts.get(2), "metadata"),
                object(parts.get(3), "content"),
                List.copyOf(frames.subList(delimiter + 2 + PARTS, frames.size())));
    }

    private static JsonObject object(byte[] json, String part) throws MalformedMessageException {
        try {
            if (JsonParser.parseString(new String(json, StandardCharsets.UTF_8)) instanceof JsonObject object) {
                return object;
            }
        } catch (JsonParseException | StackOverflowError e) {
            throw new MalformedMessageException("Its " + part + " is not JSON.");
        }
        throw new MalformedMessageException("Its " + part + " is not a JSON object.");
    }

    private String sign(List<byte[]> parts) {
        if (key.isEmpty()) {
            return "";
        }
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            parts.forEach(mac::update);
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA256, which every Java must have.", e);
        }
    }
}
