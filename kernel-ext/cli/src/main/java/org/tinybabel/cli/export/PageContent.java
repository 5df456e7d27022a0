package org.tinybabel.cli.export;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Changes to rendered HTML that a page of an export needs. */
final class PageContent {

    private PageContent() {}

    static Document parse(String html) {
        var document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        return document;
    }

    /**
     * Wide tables, formulas and code scroll on their own, also with the keyboard, so that the page never does. An empty corner of a table is
     * no heading.
     */
    static String prepared(String html) {
        var document = parse(html);
        document.select("table").forEach(table -> widen(table, "div", "Table: " + caption(table)));
        // A formula stands in a paragraph, where no block may be.
        document.select("math[display=block]").forEach(formula -> widen(formula, "span", "Formula"));
        document.select("pre").attr("tabindex", "0");
        document.select("th:matchesWholeText(^\\s*$)").tagName("td");
        // The same check twice on a page would be two landmarks of one name.
        document.select("section[aria-label]").attr("role", "group");
        return document.body().html();
    }

    private static void widen(Element element, String wrapper, String name) {
        var wide = new Element(wrapper)
                .addClass("wide")
                .attr("tabindex", "0")
                .attr("role", "group")
                .attr("aria-label", name);
        element.replaceWith(wide);
        wide.appendChild(element);
    }

    private static String caption(Element table) {
        return Optional.ofNullable(table.selectFirst("caption"))
                .map(Element::text)
                .or(() -> Optional.ofNullable(table.selectFirst("tr")).map(Element::text))
                .orElse("");
    }

    /** Leads each link inside the course to its page; where there is none, its words stay without a link. */
    static String relinked(String html, Function<String, Optional<String>> pages) {
        var document = parse(html);
        for (var link : document.select("a[href]")) {
            var target = link.attr("href");
            if (isInside(target)) {
                pages.apply(target).ifPresentOrElse(page -> link.attr("href", page), link::unwrap);
            }
        }
        return document.body().html();
    }

    /** Where the pictures of a page lie, beside its notebook. */
    static List<String> pictures(String html) {
        return parse(html).select("img[src]").eachAttr("src").stream()
                .filter(PageContent::isInside)
                .distinct()
                .toList();
    }

    private static boolean isInside(String target) {
        return !target.startsWith("#") && !target.matches("[a-zA-Z][a-zA-Z+.-]*:.*");
    }

    /** Makes every heading smaller, so that a text can be a part of a page. */
    static String demoted(String html) {
        var document = parse(html);
        for (var level = 5; level >= 1; level--) {
            document.select("h" + level).tagName("h" + (level + 1));
        }
        return document.body().html();
    }
}
