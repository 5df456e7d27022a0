package org.tinybabel.cli.page;

import org.tinybabel.display.Html;
import org.tinybabel.kernel.notebook.Notebook;

/**
 * A notebook with its outputs as one self-contained HTML page.
 *
 * <p>The page needs nothing beside itself and runs nothing: no script, no request to the network (its content security
 * policy forbids both, whatever an output contains). It follows the reader's light or dark theme, prints well, and can be
 * used with a keyboard and a screen reader.
 */
public final class NotebookPage {

    private NotebookPage() {}

    /**
     * Renders a notebook.
     *
     * @param notebook the notebook, with the outputs that it was last run with
     * @param title the title of the page, and its first heading if the notebook has no first-level heading of its own
     * @return the HTML document
     */
    public static String render(Notebook notebook, String title) {
        var language = notebook.metadata("tinybabel", "language");
        return page(NotebookBody.of(notebook), title, language.isBlank() ? "en" : language);
    }

    /**
     * Renders a text.
     *
     * @param markdown the text
     * @param title the title of the page, and its first heading if the text has no first-level heading of its own
     * @return the HTML document
     */
    public static String render(String markdown, String title) {
        return page(NotebookBody.of(markdown), title, "en");
    }

    private static String page(NotebookBody body, String title, String language) {
        var heading = body.titled() ? "" : "<h1>" + Html.escape(title) + "</h1>";
        var plain = Page.of(title, heading + body.html());
        return new Page(title, language, plain.style(), "", body.contents(), plain.content(), "").html();
    }
}
