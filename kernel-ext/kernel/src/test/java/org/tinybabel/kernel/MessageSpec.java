package org.tinybabel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.tinybabel.kernel.client.Execution;
import org.tinybabel.kernel.protocol.Message;

/**
 * What the specification "Messaging in Jupyter" requires of the messages that a kernel sends: which keys a content must
 * have, and of which kind their values are.
 */
final class MessageSpec {

    /** The keys of each type of message with the kind of their values; with a question mark if they may be missing. */
    private static final Map<String, String> CONTENTS = Map.ofEntries(
            Map.entry(
                    "kernel_info_reply",
                    "protocol_version:version implementation:text implementation_version:text"
                            + " language_info:language banner:text debugger?:flag help_links:objects"
                            + " supported_features?:texts"),
            Map.entry("execute_reply", "execution_count:number payload?:objects user_expressions:object"),
            Map.entry("complete_reply", "matches:texts cursor_start:number cursor_end:number metadata:object"),
            Map.entry("inspect_reply", "found:flag data:object metadata:object"),
            Map.entry("is_complete_reply", "indent?:text"),
            Map.entry("history_reply", "history:history"),
            Map.entry("comm_info_reply", "comms:object"),
            Map.entry("interrupt_reply", ""),
            Map.entry("shutdown_reply", "restart:flag"),
            Map.entry("status", "execution_state:state"),
            Map.entry("execute_input", "code:text execution_count:number"),
            Map.entry("execute_result", "execution_count:number data:bundle metadata:object transient?:object"),
            Map.entry("display_data", "data:bundle metadata:object transient?:object"),
            Map.entry("update_display_data", "data:bundle metadata:object transient:object"),
            Map.entry("stream", "name:stream text:text"),
            Map.entry("error", "ename:text evalue:text traceback:texts"),
            Map.entry("clear_output", "wait:flag"),
            Map.entry("input_request", "prompt:text password:flag"),
            Map.entry("comm_open", "comm_id:text target_name:text data:object"),
            Map.entry("comm_msg", "comm_id:text data:object"),
            Map.entry("comm_close", "comm_id:text data:object"));

    private static final String ERROR_REPLY = "ename:text evalue:text traceback:texts";
    private static final String LANGUAGE = "name:text version:text mimetype:text file_extension:extension";
    private static final Set<String> COMPLETENESS = Set.of("complete", "incomplete", "invalid", "unknown");

    private MessageSpec() {}

    /** Checks the answer to a request and all that was published for it. */
    static void check(Execution execution, String replyType, String requestId) {
        assertThat(execution.reply().type()).isEqualTo(replyType);
        check(execution.reply(), requestId);
        var outputs = execution.outputs();
        outputs.forEach(output -> check(output, requestId));
        assertThat(outputs.stream()
                        .filter(output -> output.type().equals("status"))
                        .map(output -> output.text("execution_state", "")))
                .containsExactly("busy", "idle");
        assertThat(outputs.get(0).type()).isEqualTo("status");
        assertThat(outputs.get(outputs.size() - 1).type()).isEqualTo("status");
    }

    /** Checks a single message. */
    static void check(Message message, String requestId) {
        var type = message.type();
        for (var key : new String[] {"msg_id", "msg_type", "session", "username", "version", "date"}) {
            assertThat(is("text", message.header().get(key)))
                    .as(key + " in the header of " + type)
                    .isTrue();
        }
        assertThat(OffsetDateTime.parse(message.header().get("date").getAsString()))
                .isNotNull();
        assertThat(is("version", message.header().get("version"))).isTrue();
        assertThat(message.parentId()).as("parent of " + type).isEqualTo(requestId);
        checkContent(message);
    }

    private static void checkContent(Message message) {
        var type = message.type();
        var content = message.content();
        if (!type.endsWith("_reply")) {
            assertThat(CONTENTS).as("messages that may be published").containsKey(type);
            checkKeys(type, CONTENTS.get(type), content);
            return;
        }
        var status = message.text("status", "(none)");
        if (type.equals("is_complete_reply") && COMPLETENESS.contains(status)) {
            checkKeys(type, CONTENTS.get(type), content);
            return;
        }
        switch (status) {
            case "ok" -> {
                assertThat(CONTENTS).as("replies that can be ok").containsKey(type);
                checkKeys(type, CONTENTS.get(type), content);
            }
            case "error" -> checkKeys(type, ERROR_REPLY, content);
            default -> assertThat(status).as("status of " + type).isEqualTo("aborted");
        }
    }

    private static void checkKeys(String what, String keys, JsonObject content) {
        for (var key : keys.split(" ")) {
            if (key.isEmpty()) {
                continue;
            }
            var name = key.substring(0, key.indexOf(':')).replace("?", "");
            var kind = key.substring(key.indexOf(':') + 1);
            if (key.contains("?") && !content.has(name)) {
                continue;
            }
            assertThat(content.keySet()).as(what).contains(name);
            assertThat(is(kind, content.get(name)))
                    .as(name + " of " + what + " is " + kind + ": " + content.get(name))
                    .isTrue();
        }
    }

    private static boolean is(String kind, JsonElement value) {
        return switch (kind) {
            case "text" -> value instanceof JsonPrimitive primitive && primitive.isString();
            case "number" -> value instanceof JsonPrimitive primitive && primitive.isNumber();
            case "flag" -> value instanceof JsonPrimitive primitive && primitive.isBoolean();
            case "object" -> value instanceof JsonObject;
            case "objects" -> areAll("object", value);
            case "texts" -> areAll("text", value);
            case "history" -> areAll("entry", value);
            case "entry" ->
                value instanceof JsonArray parts
                        && parts.size() == 3
                        && is("number", parts.get(0))
                        && is("number", parts.get(1));
            case "version" -> is("text", value) && value.getAsString().matches("5\\.\\d+(\\.\\d+)?");
            case "extension" -> is("text", value) && value.getAsString().matches("\\.\\w+");
            case "state" ->
                is("text", value) && Set.of("starting", "busy", "idle").contains(value.getAsString());
            case "stream" -> is("text", value) && Set.of("stdout", "stderr").contains(value.getAsString());
            case "bundle" ->
                value instanceof JsonObject data
                        && data.keySet().stream().allMatch(media -> media.matches("[\\w.+-]+/[\\w.+-]+"))
                        && data.has("text/plain");
            case "language" -> {
                checkKeys("language_info", LANGUAGE, value.getAsJsonObject());
                yield true;
            }
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static boolean areAll(String kind, JsonElement value) {
        return value instanceof JsonArray array
                && StreamSupport.stream(array.spliterator(), false).allMatch(each -> is(kind, each));
    }
}
