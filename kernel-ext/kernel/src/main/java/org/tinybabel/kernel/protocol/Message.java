package org.tinybabel.kernel.protocol;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * A message of Jupyter's messaging protocol.
 *
 * @param identities the routing frames: whom it came from or goes to; the topic on the output channel
 * @param header who sent it, and what it is
 * @param parent the header of the message that it answers; empty if none
 * @param metadata rarely used
 * @param content what it says
 * @param buffers binary data that comes with it; mostly none
 */
public record Message(
        List<byte[]> identities,
        JsonObject header,
        JsonObject parent,
        JsonObject metadata,
        JsonObject content,
        List<byte[]> buffers) {

    /** The version of the protocol that messages claim. */
    public static final String PROTOCOL_VERSION = "5.5";

    /**
     * A new message.
     *
     * @param type such as {@code execute_request}
     * @param session the sender's session
     * @param parent the header of the message that it answers; empty if none
     * @param content what it says
     * @param identities whom it goes to
     * @return the message with a fresh id
     */
    public static Message create(
            String type, String session, JsonObject parent, JsonObject content, List<byte[]> identities) {
        var header = new JsonObject();
        header.addProperty("msg_id", UUID.randomUUID().toString());
        header.addProperty("session", session);
        header.addProperty("username", "kernel");
        header.addProperty("date", Instant.now().truncatedTo(ChronoUnit.MICROS).toString());
        header.addProperty("msg_type", type);
        header.addProperty("version", PROTOCOL_VERSION);
        return new Message(identities, header, parent, new JsonObject(), content, List.of());
    }

    /**
     * This message with something more.
     *
     * @param added its metadata
     * @param binary the binary data that goes with it
     * @return a copy with the same id
     */
    public Message with(JsonObject added, List<byte[]> binary) {
        return new Message(identities, header, parent, added, content, List.copyOf(binary));
    }

    /**
     * The kind of message.
     *
     * @return such as {@code execute_request}
     */
    public String type() {
        return string(header, "msg_type", "");
    }

    /**
     * The message's own id.
     *
     * @return the id that answers carry
     */
    public String id() {
        return string(header, "msg_id", "");
    }

    /**
     * The id of the message that this one answers.
     *
     * @return the id; blank if it answers none
     */
    public String parentId() {
        return string(parent, "msg_id", "");
    }

    /**
     * A text in the content.
     *
     * @param key its name
     * @param otherwise what to return if it is missing or not a text
     * @return the text
     */
    public String text(String key, String otherwise) {
        return string(content, key, otherwise);
    }

    private static String string(JsonObject object, String key, String otherwise) {
        return object.get(key) instanceof JsonPrimitive value && value.isString() ? value.getAsString() : otherwise;
    }

    /**
     * A truth value in the content.
     *
     * @param key its name
     * @param otherwise what to return if it is missing or not a truth value
     * @return the value
     */
    public boolean flag(String key, boolean otherwise) {
        return content.get(key) instanceof JsonPrimitive value && value.isBoolean() ? value.getAsBoolean() : otherwise;
    }

    /**
     * A whole number in the content.
     *
     * @param key its name
     * @param otherwise what to return if it is missing or not a number
     * @return the number, cut off to the range of {@code int}
     */
    public int number(String key, int otherwise) {
        return content.get(key) instanceof JsonPrimitive value && value.isNumber()
                ? (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value.getAsDouble()))
                : otherwise;
    }
}
