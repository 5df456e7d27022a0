package org.tinybabel.cli.export;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tinybabel.display.Html;

/** Pieces of HTML that several pages have. */
final class Markup {

    private Markup() {}

    static String link(String target, String text) {
        return "<a href=\"" + Html.escape(target) + "\">" + Html.escape(text) + "</a>";
    }

    static String arxiv(String identifier) {
        return link("https://arxiv.org/abs/" + identifier, "arXiv " + identifier);
    }

    /** A list of texts. */
    static String list(List<String> texts) {
        return items(texts.stream().map(Html::escape).toList());
    }

    /** A list of items that are HTML already. */
    static String items(List<String> items) {
        return items.stream()
                .map(item -> "<li>" + item + "</li>")
                .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>\n"));
    }

    /** Names with what is to be said of them, as HTML; what is blank is left out. */
    static String facts(Map<String, String> facts) {
        return facts.entrySet().stream()
                .filter(fact -> !fact.getValue().isBlank())
                .map(fact -> "<div><dt>" + fact.getKey() + "</dt><dd>" + fact.getValue() + "</dd></div>")
                .collect(Collectors.joining("\n", "<dl class=\"facts\">\n", "\n</dl>\n"));
    }

    static String heading(int level, String id, String text) {
        return "<h" + level + " id=\"" + id + "\">" + Html.escape(text) + "</h" + level + ">\n";
    }

    /** A table with its caption; the cells are HTML, the first of each row is its heading. */
    static String table(String caption, List<String> header, List<List<String>> rows) {
        var head = header.stream()
                .map(cell -> "<th scope=\"col\">" + cell + "</th>")
                .collect(Collectors.joining());
        var body = rows.stream()
                .map(row -> "<tr><th scope=\"row\">" + row.get(0) + "</th>"
                        + row.stream()
                                .skip(1)
                                .map(cell -> "<td>" + cell + "</td>")
                                .collect(Collectors.joining())
                        + "</tr>")
                .collect(Collectors.joining("\n"));
        return "<table class=\"plain\">\n<caption>" + Html.escape(caption) + "</caption>\n<thead><tr>" + head
                + "</tr></thead>\n<tbody>\n" + body + "\n</tbody>\n</table>\n";
    }

    /** A name to link to: small letters, digits and hyphens. */
    static String slug(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    }

    static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /** The way back and the way on in a list of pages. */
    static <T> String steps(List<T> pages, T here, Function<T, String> path, Function<T, String> name) {
        var at = pages.indexOf(here);
        return steps(
                Optional.of(at - 1)
                        .filter(before -> before >= 0)
                        .map(pages::get)
                        .map(page -> link(path.apply(page), "Previous: " + name.apply(page))),
                Optional.of(at + 1)
                        .filter(next -> next < pages.size())
                        .map(pages::get)
                        .map(page -> link(path.apply(page), "Next: " + name.apply(page))));
    }

    /** Links back and on. */
    static String steps(Optional<String> before, Optional<String> next) {
        return "<nav class=\"steps\" aria-label=\"Previous and next page\"><ul>\n"
                + before.map(link -> "<li>" + link + "</li>\n").orElse("")
                + next.map(link -> "<li class=\"next\">" + link + "</li>\n").orElse("")
                + "</ul></nav>\n";
    }
}
