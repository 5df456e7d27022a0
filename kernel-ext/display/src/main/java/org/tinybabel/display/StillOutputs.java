package org.tinybabel.display;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes one output of several, for places where an area of outputs cannot be shown as such. */
final class StillOutputs {

    private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final String PNG = "image/png";

    private StillOutputs() {}

    /** The outputs, in Jupyter's notebook format, as one. */
    static MimeBundle render(List<Map<String, Object>> outputs) {
        if (outputs.size() == 1 && outputs.get(0).containsKey("data")) {
            return new MimeBundle(withoutView(map(outputs.get(0), "data")), map(outputs.get(0), "metadata"));
        }
        return MimeBundle.html(
                outputs.stream().map(StillOutputs::html).collect(Collectors.joining()),
                outputs.stream()
                        .map(StillOutputs::text)
                        .map(String::stripTrailing)
                        .collect(Collectors.joining("\n")));
    }

    private static Map<String, Object> withoutView(Map<String, Object> data) {
        var kept = new LinkedHashMap<>(data);
        kept.remove(Widgets.VIEW);
        return kept;
    }

    private static Map<String, Object> map(Map<String, Object> output, String key) {
        var copy = new LinkedHashMap<String, Object>();
        if (output.get(key) instanceof Map<?, ?> values) {
            values.forEach((name, value) -> copy.put(String.valueOf(name), value));
        }
        return copy;
    }

    private static String html(Map<String, Object> output) {
        var data = map(output, "data");
        if (data.containsKey(MimeBundle.HTML)) {
            return "<div>" + data.get(MimeBundle.HTML) + "</div>";
        }
        if (data.containsKey(PNG)) {
            return "<img alt=\"" + Html.escape(text(output)) + "\" src=\"data:image/png;base64," + data.get(PNG)
                    + "\">";
        }
        return "<pre>" + Html.escape(text(output)) + "</pre>";
    }

    private static String text(Map<String, Object> output) {
        if (output.get("traceback") instanceof List<?> lines) {
            return COLOURS.matcher(lines.stream().map(String::valueOf).collect(Collectors.joining("\n")))
                    .replaceAll("");
        }
        return output.containsKey("data")
                ? String.valueOf(map(output, "data").getOrDefault(MimeBundle.TEXT, ""))
                : String.valueOf(output.getOrDefault("text", ""));
    }
}
