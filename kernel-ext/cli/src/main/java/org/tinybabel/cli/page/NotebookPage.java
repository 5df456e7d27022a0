package org.tinybabel.cli.page;

import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.tinybabel.display.Html;
import org.tinybabel.kernel.notebook.Cell;
import org.tinybabel.kernel.notebook.Notebook;

/**
 * A notebook with its outputs as one self-contained HTML page.
 *
 * <p>The page needs nothing beside itself and runs nothing: no script, no request to the network (its content security
 * policy forbids both, whatever an output contains). It follows the reader's light or dark theme, prints well, and can be
 * used with a keyboard and a screen reader.
 */
public final class NotebookPage {

    private static final String POLICY = "default-src 'none'; img-src data: 'self'; style-src 'unsafe-inline'";

    private NotebookPage() {}

    /**
     * Renders a notebook.
     *
     * @param notebook the notebook, with the outputs that it was last run with
     * @param title the title of the page, and its first heading if the notebook has no first-level heading of its own
     * @return the HTML document
     */
    public static String render(Notebook notebook, String title) {
        var markdown = new Markdown();
        var cells = new ArrayList<String>();
        for (var cell : notebook.cells()) {
            cells.add(
                    switch (cell.type()) {
                        case MARKDOWN -> "<div class=\"text\">" + markdown.render(cell) + "</div>";
                        case CODE -> code(cell, markdown);
                        case RAW -> "";
                    });
        }
        var heading = markdown.hasTitle() ? "" : "<h1>" + Html.escape(title) + "</h1>";
        var language = notebook.metadata("tinybabel", "language");
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta http-equiv="Content-Security-Policy" content="%s">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                <a class="skip" href="#content">Skip to the content</a>
                %s<main id="content">
                %s
                </main>
                </body>
                </html>
                """
                .formatted(
                        language.isBlank() ? "en" : Html.escape(language),
                        POLICY,
                        Html.escape(title),
                        style(),
                        contents(markdown),
                        heading + String.join("\n", cells));
    }

    private static String contents(Markdown markdown) {
        if (markdown.sections().size() < 3) {
            return "";
        }
        return markdown.sections().stream()
                .map(s -> "<li><a href=\"#" + s.id() + "\">" + Html.escape(s.text()) + "</a></li>")
                .collect(Collectors.joining(
                        "\n", "<nav aria-label=\"Sections of this page\"><ul>\n", "\n</ul></nav>\n"));
    }

    private static String code(Cell cell, Markdown markdown) {
        var name = cell.json().get("execution_count") instanceof JsonPrimitive count
                ? "Code cell " + Html.escape(count.getAsString())
                : "Code cell, not run";
        var outputs = cell.outputs().stream()
                .map(output -> OutputHtml.render(output, markdown))
                .collect(Collectors.joining("\n"));
        return "<section class=\"code\" aria-label=\"" + name + "\">\n<pre class=\"source\" tabindex=\"0\"><code>"
                + JavaColours.html(cell.source()) + "</code></pre>\n"
                + (outputs.isEmpty() ? "" : "<div class=\"outputs\">\n" + outputs + "\n</div>\n") + "</section>";
    }

    private static String style() {
        try (var css = NotebookPage.class.getResourceAsStream("page.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the style sheet of the page cannot be read", e);
        }
    }
}
