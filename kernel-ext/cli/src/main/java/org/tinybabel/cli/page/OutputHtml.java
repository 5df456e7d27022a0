package org.tinybabel.cli.page;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.tinybabel.display.Html;
import org.tinybabel.kernel.notebook.Cell;

/** One stored output of a code cell as HTML: the richest of its representations that a page without scripts can show. */
final class OutputHtml {

    private OutputHtml() {}

    static String render(JsonObject output, Markdown markdown) {
        return switch (text(output, "output_type")) {
            case "stream" ->
                preformatted("stderr".equals(text(output, "name")) ? "stderr" : "stdout", text(output, "text"));
            case "error" -> preformatted("error", error(output));
            case "display_data", "execute_result" -> bundle(output, markdown);
            default -> "";
        };
    }

    private static String text(JsonObject object, String key) {
        return Cell.multiline(object.get(key));
    }

    private static String preformatted(String kind, String text) {
        return "<pre class=\"" + kind + "\" tabindex=\"0\">" + AnsiText.html(text.stripTrailing()) + "</pre>";
    }

    private static String error(JsonObject output) {
        var traceback = new StringBuilder();
        if (output.has("traceback") && output.get("traceback").isJsonArray()) {
            output.getAsJsonArray("traceback")
                    .forEach(line -> traceback.append(line.getAsString()).append('\n'));
        }
        return traceback.toString().isBlank()
                ? text(output, "ename") + ": " + text(output, "evalue")
                : traceback.toString();
    }

    private static String bundle(JsonObject output, Markdown markdown) {
        if (!(output.get("data") instanceof JsonObject data)) {
            return "";
        }
        var alt = Html.escape(text(data, "text/plain"));
        if (data.has("text/html")) {
            return "<div class=\"html\">" + text(data, "text/html") + "</div>";
        } else if (data.has("image/svg+xml")) {
            var svg = text(data, "image/svg+xml").getBytes(StandardCharsets.UTF_8);
            return image("image/svg+xml", Base64.getEncoder().encodeToString(svg), alt);
        } else if (data.has("image/png")) {
            return image("image/png", text(data, "image/png"), alt);
        } else if (data.has("image/jpeg")) {
            return image("image/jpeg", text(data, "image/jpeg"), alt);
        } else if (data.has("text/markdown")) {
            return "<div class=\"text\">" + markdown.render(text(data, "text/markdown")) + "</div>";
        } else if (data.has("text/latex")) {
            return "<div class=\"text\">" + markdown.render(text(data, "text/latex")) + "</div>";
        }
        return preformatted("result", text(data, "text/plain"));
    }

    private static String image(String type, String base64, String alt) {
        return "<img alt=\"" + alt + "\" src=\"data:" + type + ";base64," + base64.replaceAll("\\s", "") + "\">";
    }
}
