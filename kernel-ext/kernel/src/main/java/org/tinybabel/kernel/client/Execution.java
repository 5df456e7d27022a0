package org.tinybabel.kernel.client;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.tinybabel.kernel.protocol.Message;

/**
 * A request that was answered, with what was published for it.
 *
 * @param reply the kernel's answer
 * @param outputs everything on the output channel for this request, in order, status messages included
 */
public record Execution(Message reply, List<Message> outputs) {

    /**
     * How the request ended.
     *
     * @return {@code ok}, {@code error} or {@code aborted}
     */
    public String status() {
        return reply.text("status", "");
    }

    /**
     * What was printed.
     *
     * @param stream {@code stdout} or {@code stderr}
     * @return the text of all messages of that stream
     */
    public String printed(String stream) {
        return outputs("stream").stream()
                .filter(output -> output.text("name", "").equals(stream))
                .map(output -> output.text("text", ""))
                .collect(Collectors.joining());
    }

    /**
     * The published messages of a kind.
     *
     * @param type such as {@code display_data}
     * @return those messages, in order
     */
    public List<Message> outputs(String type) {
        return outputs.stream().filter(output -> output.type().equals(type)).toList();
    }

    /**
     * The value of the cell as text.
     *
     * @return the plain text of its result; empty if it has none
     */
    public Optional<String> result() {
        return outputs("execute_result").stream()
                .map(output -> output.content().getAsJsonObject("data"))
                .filter(data -> data.has("text/plain"))
                .map(data -> data.get("text/plain").getAsString())
                .findFirst();
    }

    /**
     * The lines of the error that the cell ended with.
     *
     * @return the traceback; blank if the cell ended well
     */
    public String traceback() {
        return error(reply.content());
    }

    private static String error(JsonObject content) {
        return content.has("traceback")
                ? StreamSupport.stream(content.getAsJsonArray("traceback").spliterator(), false)
                        .map(JsonElement::getAsString)
                        .collect(Collectors.joining("\n"))
                : "";
    }
}
