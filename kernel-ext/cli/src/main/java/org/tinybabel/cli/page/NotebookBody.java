package org.tinybabel.cli.page;

import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tinybabel.display.Html;
import org.tinybabel.kernel.notebook.Cell;
import org.tinybabel.kernel.notebook.Notebook;

/**
 * The content of a page: a notebook's cells with their outputs, or a text, as HTML.
 *
 * @param html the cells, top to bottom
 * @param sections the second-level headings, in order
 * @param titled whether there is a first-level heading
 */
public record NotebookBody(String html, List<Section> sections, boolean titled) {

    /**
     * Keeps a copy of the list.
     *
     * @param html the cells, top to bottom
     * @param sections the second-level headings, in order
     * @param titled whether there is a first-level heading
     */
    public NotebookBody {
        sections = List.copyOf(sections);
    }

    /**
     * Renders the cells of a notebook.
     *
     * @param notebook the notebook, with the outputs that it was last run with
     * @return its cells as HTML
     */
    public static NotebookBody of(Notebook notebook) {
        return of(notebook.cells());
    }

    /**
     * Renders cells.
     *
     * @param cells some cells of one notebook
     * @return the cells as HTML
     */
    public static NotebookBody of(List<Cell> cells) {
        var markdown = new Markdown();
        var parts = new ArrayList<String>();
        for (var cell : cells) {
            parts.add(
                    switch (cell.type()) {
                        case MARKDOWN -> "<div class=\"text\">" + markdown.render(cell) + "</div>";
                        case CODE -> code(cell, markdown);
                        case RAW -> "";
                    });
        }
        return body(String.join("\n", parts), markdown);
    }

    /**
     * Renders a text.
     *
     * @param text Markdown, with tables and formulas
     * @return the text as HTML
     */
    public static NotebookBody of(String text) {
        var markdown = new Markdown();
        return body("<div class=\"text\">" + markdown.render(text) + "</div>", markdown);
    }

    /**
     * Renders Java source without a frame.
     *
     * @param source the source
     * @return a {@code pre} element with its comments, texts, words and numbers marked
     */
    public static String source(String source) {
        return "<pre class=\"source\" tabindex=\"0\"><code>" + JavaColours.html(source) + "</code></pre>";
    }

    private static NotebookBody body(String html, Markdown markdown) {
        return new NotebookBody(html, markdown.sections(), markdown.hasTitle());
    }

    /** A group and no landmark: a page has dozens of cells. */
    private static String code(Cell cell, Markdown markdown) {
        var name = cell.json().get("execution_count") instanceof JsonPrimitive count
                ? "Code cell " + Html.escape(count.getAsString())
                : "Code cell, not run";
        var outputs = cell.outputs().stream()
                .map(output -> OutputHtml.render(output, markdown))
                .collect(Collectors.joining("\n"));
        return "<div class=\"code\" role=\"group\" aria-label=\"" + name + "\">\n" + source(cell.source()) + "\n"
                + (outputs.isEmpty() ? "" : "<div class=\"outputs\">\n" + outputs + "\n</div>\n") + "</div>";
    }

    /**
     * Links to the sections, for the navigation of a page.
     *
     * @return a {@code nav} element; blank if there are fewer than three sections
     */
    public String contents() {
        if (sections.size() < 3) {
            return "";
        }
        return sections.stream()
                .map(s -> "<li><a href=\"#" + s.id() + "\">" + Html.escape(s.text()) + "</a></li>")
                .collect(Collectors.joining(
                        "\n", "<nav aria-label=\"Sections of this page\"><ul>\n", "\n</ul></nav>\n"));
    }
}
