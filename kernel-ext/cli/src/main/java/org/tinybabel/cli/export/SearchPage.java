package org.tinybabel.cli.export;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tinybabel.cli.export.Frame.Content;
import org.tinybabel.cli.export.SearchIndex.Entry;
import org.tinybabel.cli.page.Page;
import org.tinybabel.display.Html;

/**
 * An alphabetic index of headings, terms and papers, which a small script turns into a search through all text.
 *
 * <p>Script and index stand in the page, so that they work from a disk; the page's policy allows this one script by its hash.
 */
final class SearchPage {

    private static final String SCRIPT = Page.style(SearchPage.class, "search.js");

    private static final String FORM =
            """
            <h1>Search</h1>
            <form id="search" role="search" hidden>
            <label for="query">Words to find in notebooks, exercises, papers and glossary</label>
            <input id="query" name="q" type="search" autocomplete="off" spellcheck="false">
            <p id="count" role="status"></p>
            </form>
            <ol id="found" class="found" hidden></ol>
            """;

    private SearchPage() {}

    static Content of(SearchIndex index) {
        var letters = letters(index.entries());
        var main = FORM + "<div id=\"index\">\n<h2 id=\"a-to-z\">Index</h2>\n<p>All headings, terms and papers.</p>\n"
                + jumps(List.copyOf(letters.keySet()))
                + letters.entrySet().stream()
                        .map(letter -> letter(letter.getKey(), letter.getValue()))
                        .collect(Collectors.joining("\n"))
                + "</div>\n<script type=\"application/json\" id=\"sections\">" + index.json() + "</script>\n<script>"
                + SCRIPT + "</script>\n";
        return Content.of("Search", main).withScripts("script-src '" + hash(SCRIPT) + "'");
    }

    /** Headings by their first letter; the same words on several pages are one entry with several links. */
    private static TreeMap<String, TreeMap<String, List<Entry>>> letters(List<Entry> entries) {
        var letters = new TreeMap<String, TreeMap<String, List<Entry>>>();
        for (var entry : entries) {
            var key = key(entry.heading());
            if (!key.isEmpty()) {
                var letter = Character.isLetter(key.codePointAt(0))
                        ? key.substring(0, 1).toUpperCase(Locale.ROOT)
                        : "0–9";
                letters.computeIfAbsent(letter, first -> new TreeMap<>())
                        .computeIfAbsent(key, same -> new ArrayList<>())
                        .add(entry);
            }
        }
        return letters;
    }

    /** What a heading is sorted by: without a question's letter, a number, or marks in front. */
    private static String key(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceFirst("^(\\([a-z]\\)|\\d\\d) +", "")
                .replaceFirst("^[^\\p{L}\\p{N}]+", "");
    }

    private static String jumps(List<String> letters) {
        return letters.stream()
                .map(letter -> "<li><a href=\"#letter-" + Markup.slug(letter) + "\">" + letter + "</a></li>")
                .collect(Collectors.joining("", "<nav class=\"letters\" aria-label=\"Letters\"><ul>", "</ul></nav>\n"));
    }

    private static String letter(String letter, TreeMap<String, List<Entry>> entries) {
        var items = entries.values().stream().map(SearchPage::item).toList();
        return Markup.heading(3, "letter-" + Markup.slug(letter), letter) + Markup.items(items);
    }

    private static String item(List<Entry> entries) {
        var first = entries.get(0);
        if (entries.size() == 1) {
            return Markup.link(first.path(), first.heading())
                    + (first.page().equals(first.heading())
                            ? ""
                            : " <span class=\"soft\">" + Html.escape(first.page()) + "</span>");
        }
        return Html.escape(first.heading()) + ": "
                + entries.stream()
                        .map(entry -> Markup.link(entry.path(), entry.page()))
                        .collect(Collectors.joining(", "));
    }

    private static String hash(String script) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
