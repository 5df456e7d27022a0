package org.tinybabel.kernel.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * One cell of a notebook: a view on its JSON, so that whatever a tool stored in the cell is kept.
 *
 * @param json the cell as it stands in the file; changes are written through
 */
public record Cell(JsonObject json) {

    /** What a cell holds. */
    public enum Type {
        /** Source that the kernel runs. */
        CODE,
        /** Text for the reader. */
        MARKDOWN,
        /** Text that nothing interprets. */
        RAW
    }

    /**
     * Rejects {@code null}.
     *
     * @param json the cell as it stands in the file
     */
    public Cell {
        Objects.requireNonNull(json, "json");
    }

    /**
     * The kind of cell.
     *
     * @return its type; {@link Type#RAW} for kinds that nbformat 4 does not know
     */
    public Type type() {
        return switch (string("cell_type")) {
            case "code" -> Type.CODE;
            case "markdown" -> Type.MARKDOWN;
            default -> Type.RAW;
        };
    }

    /**
     * The name of the cell within its notebook.
     *
     * @return the id, blank in notebooks older than nbformat 4.5
     */
    public String id() {
        return string("id");
    }

    /**
     * The text of the cell.
     *
     * @return the source; files may store it as one string or as a list of lines
     */
    public String source() {
        return multiline(json.get("source"));
    }

    /**
     * Replaces the text of the cell.
     *
     * @param source the new text
     */
    public void setSource(String source) {
        json.add("source", lines(source));
    }

    /**
     * The tags that steer tools.
     *
     * @return the cell's tags, possibly none
     */
    public List<String> tags() {
        if (json.get("metadata") instanceof JsonObject metadata && metadata.get("tags") instanceof JsonArray tags) {
            return StreamSupport.stream(tags.spliterator(), false)
                    .map(JsonElement::getAsString)
                    .toList();
        }
        return List.of();
    }

    /**
     * The stored outputs of a code cell.
     *
     * @return the outputs in nbformat 4 form; empty for other cells
     */
    public List<JsonObject> outputs() {
        var outputs = new ArrayList<JsonObject>();
        if (json.get("outputs") instanceof JsonArray stored) {
            stored.forEach(output -> outputs.add(output.getAsJsonObject()));
        }
        return outputs;
    }

    /**
     * Replaces the stored outputs.
     *
     * @param outputs the outputs in nbformat 4 form
     * @param executionCount the number shown beside the cell; 0 or less for none
     */
    public void setOutputs(List<JsonObject> outputs, int executionCount) {
        var stored = new JsonArray();
        outputs.forEach(stored::add);
        json.add("outputs", stored);
        if (executionCount > 0) {
            json.addProperty("execution_count", executionCount);
        } else {
            json.add("execution_count", JsonNull.INSTANCE);
        }
    }

    private String string(String key) {
        var element = json.get(key);
        return element != null && element.isJsonPrimitive() ? element.getAsString() : "";
    }

    /**
     * Joins text that nbformat may store as a list of lines.
     *
     * @param element a string or an array of strings
     * @return the text; blank for anything else
     */
    public static String multiline(JsonElement element) {
        if (element instanceof JsonArray lines) {
            return StreamSupport.stream(lines.spliterator(), false)
                    .map(JsonElement::getAsString)
                    .collect(Collectors.joining());
        }
        return element != null && element.isJsonPrimitive() ? element.getAsString() : "";
    }

    /**
     * Splits text into the list of lines that nbformat stores, which keeps differences between versions small.
     *
     * @param text any text
     * @return its lines, each but the last with its line feed
     */
    public static JsonArray lines(String text) {
        var lines = new JsonArray();
        var start = 0;
        while (start < text.length()) {
            var feed = text.indexOf('\n', start);
            var end = feed < 0 ? text.length() : feed + 1;
            lines.add(text.substring(start, end));
            start = end;
        }
        return lines;
    }
}
