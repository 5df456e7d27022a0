package org.tinybabel.cli.run;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tinybabel.kernel.notebook.Cell;

/**
 * Turns a kernel's output messages into the outputs that a notebook stores, as nbclient does: consecutive text of one
 * stream becomes one output, updates replace what they name in whichever cell it is, clearing is honoured.
 */
final class CellOutputs {

    private static final String DISPLAY_ID = "display_id";
    private static final String WIDGET_VIEW = "application/vnd.jupyter.widget-view+json";

    private final Map<String, List<JsonObject>> displays = new HashMap<>();
    private List<JsonObject> outputs = new ArrayList<>();
    private boolean clearBeforeNext;

    /** Begins the outputs of the next cell. */
    void begin() {
        outputs = new ArrayList<>();
        clearBeforeNext = false;
    }

    /** The outputs of the current cell so far, in nbformat 4 form. */
    List<JsonObject> current() {
        return outputs;
    }

    /** Takes one message of the kernel's output channel. */
    void accept(String type, JsonObject content) {
        switch (type) {
            case "stream" ->
                stream(content.get("name").getAsString(), content.get("text").getAsString());
            case "display_data" -> {
                var output = output(type, content);
                displayId(content).ifPresent(id -> displays.computeIfAbsent(id, k -> new ArrayList<>())
                        .add(output));
                add(output);
            }
            case "execute_result" -> {
                var output = output(type, content);
                output.add("execution_count", content.get("execution_count"));
                add(output);
            }
            case "update_display_data" -> displayId(content).ifPresent(id -> update(id, content));
            case "error" -> add(error(content));
            case "clear_output" -> {
                clearBeforeNext = content.has("wait") && content.get("wait").getAsBoolean();
                if (!clearBeforeNext) {
                    clear();
                }
            }
            default -> {
                // Status and echoes of the input are not outputs.
            }
        }
    }

    private void stream(String name, String text) {
        if (clearBeforeNext) {
            clear();
        }
        var last = outputs.isEmpty() ? new JsonObject() : outputs.get(outputs.size() - 1);
        if (last.has("name") && last.get("name").getAsString().equals(name)) {
            last.add("text", Cell.lines(Cell.multiline(last.get("text")) + text));
            return;
        }
        var output = new JsonObject();
        output.addProperty("output_type", "stream");
        output.addProperty("name", name);
        output.add("text", Cell.lines(text));
        outputs.add(output);
    }

    private void add(JsonObject output) {
        if (clearBeforeNext) {
            clear();
        }
        outputs.add(output);
    }

    private void clear() {
        clearBeforeNext = false;
        displays.values().forEach(shown -> shown.removeIf(this::isOfThisCell));
        outputs.clear();
    }

    private boolean isOfThisCell(JsonObject output) {
        return outputs.stream().anyMatch(mine -> mine == output);
    }

    private void update(String id, JsonObject content) {
        for (var shown : displays.getOrDefault(id, List.of())) {
            shown.add("data", data(content));
            shown.add("metadata", metadata(content));
        }
    }

    private static Optional<String> displayId(JsonObject content) {
        return content.get("transient") instanceof JsonObject hints && hints.has(DISPLAY_ID)
                ? Optional.of(hints.get(DISPLAY_ID).getAsString())
                : Optional.empty();
    }

    private static JsonObject output(String type, JsonObject content) {
        var output = new JsonObject();
        output.addProperty("output_type", type);
        output.add("data", data(content));
        output.add("metadata", metadata(content));
        return output;
    }

    private static JsonObject metadata(JsonObject content) {
        return content.get("metadata") instanceof JsonObject metadata ? metadata : new JsonObject();
    }

    /** Text is stored as a list of lines, JSON as it is. A widget ends with its kernel, so its other forms are stored. */
    private static JsonObject data(JsonObject content) {
        var data = new JsonObject();
        content.getAsJsonObject("data").entrySet().forEach(entry -> data.add(entry.getKey(), stored(entry)));
        data.remove(WIDGET_VIEW);
        return data;
    }

    private static JsonElement stored(Map.Entry<String, JsonElement> entry) {
        var type = entry.getKey();
        var isLines = type.startsWith("text/") || type.equals("image/svg+xml") || type.equals("application/javascript");
        return isLines ? Cell.lines(Cell.multiline(entry.getValue())) : entry.getValue();
    }

    private static JsonObject error(JsonObject content) {
        var output = new JsonObject();
        output.addProperty("output_type", "error");
        List.of("ename", "evalue", "traceback").forEach(key -> output.add(key, content.get(key)));
        return output;
    }
}
