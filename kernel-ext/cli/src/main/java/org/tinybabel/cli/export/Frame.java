package org.tinybabel.cli.export;

import java.util.List;
import java.util.stream.Collectors;
import org.tinybabel.cli.page.Page;
import org.tinybabel.display.Html;

/**
 * What all pages of an export have around their content: its name, its navigation, its style.
 *
 * @param name the name of the export
 * @param places where the navigation leads
 */
record Frame(String name, List<Place> places) {

    private static final String STYLE = Page.style(Page.class, "page.css") + Page.style(Frame.class, "export.css");

    /** A page of the navigation: its path in the export, its words. */
    record Place(String path, String text) {}

    /** The content of a page; all but the title is HTML and may be blank. */
    record Content(String title, String contents, String main, String below, String scripts) {

        static Content of(String title, String main) {
            return new Content(title, "", main, "", "");
        }

        Content withMain(String html) {
            return new Content(title, contents, html, below, scripts);
        }

        Content withContents(String navigation) {
            return new Content(title, navigation, main, below, scripts);
        }

        Content withBelow(String navigation) {
            return new Content(title, contents, main, navigation, scripts);
        }

        Content withScripts(String policy) {
            return new Content(title, contents, main, below, policy);
        }
    }

    /** What leads from a page to the folder of the export. */
    static String up(String path) {
        return "../".repeat((int) path.chars().filter(c -> c == '/').count());
    }

    /** The document at a path of the export. */
    String page(String path, Content content) {
        var title = content.title().equals(name) ? name : content.title() + " · " + name;
        var before = header(path) + "<div class=\"columns" + (content.contents().isBlank() ? "" : " two") + "\">\n"
                + content.contents();
        var after = "</div>\n" + content.below();
        return new Page(title, "en", STYLE, content.scripts(), before, PageContent.prepared(content.main()), after)
                .html();
    }

    private String header(String path) {
        return places.stream()
                .map(place -> "<li><a href=\"" + up(path) + place.path() + "\""
                        + (place.path().equals(path) ? " aria-current=\"page\"" : "") + ">" + Html.escape(place.text())
                        + "</a></li>")
                .collect(Collectors.joining(
                        "\n",
                        "<header class=\"site\"><nav aria-label=\"" + Html.escape(name)
                                + "\">\n<a class=\"brand\" href=\"" + up(path) + "index.html\">" + Html.escape(name)
                                + "</a>\n<ul>\n",
                        "\n</ul></nav></header>\n"));
    }
}
