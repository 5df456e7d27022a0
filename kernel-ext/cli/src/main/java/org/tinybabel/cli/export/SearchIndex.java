package org.tinybabel.cli.export;

import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.tinybabel.cli.export.Frame.Content;
import org.tinybabel.cli.lesson.Glossary.Term;

/** The text of a site's pages, section by section. */
final class SearchIndex {

    /**
     * A part of a page, from one heading to the next.
     *
     * @param page the title of its page
     * @param path where it is, with the name to link to
     * @param heading its heading; the page's title for what stands first
     * @param text its words
     */
    record Entry(String page, String path, String heading, String text) {}

    private final List<Entry> entries = new ArrayList<>();

    /** Adds all sections of a page; of code cells only the source, for tables of numbers are not what one searches. */
    void add(String path, Content content) {
        var collector = new Collector(path, content.title());
        PageContent.parse(content.main()).body().filter(collector);
        collector.finish();
    }

    /** Adds a term, which is no section of its own. */
    void add(Term term) {
        var text = term.definition() + (term.also().isBlank() ? "" : " (" + term.also() + ")");
        entries.add(new Entry("Glossary", "glossary.html#" + LessonFacts.anchor(term), term.term(), text));
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** The index as JSON that may stand in HTML. */
    String json() {
        return new Gson().toJson(entries);
    }

    private final class Collector implements NodeFilter {

        private final String path;
        private final String title;
        private final StringBuilder text = new StringBuilder();
        private String place;
        private String heading;

        Collector(String path, String title) {
            this.path = path;
            this.title = title;
            this.place = path;
            this.heading = title;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
                text.append(words.getWholeText());
            } else if (node instanceof Element element) {
                if (element.is("h2[id], h3[id]")) {
                    finish();
                    place = path + "#" + element.id();
                    heading = element.text();
                    return FilterResult.SKIP_CHILDREN;
                }
                text.append(element.isBlock() ? " " : "");
                if (element.is("h1, annotation, .outputs, dl.glossary")) {
                    return FilterResult.SKIP_CHILDREN;
                }
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element && element.isBlock()) {
                text.append(' ');
            }
            return FilterResult.CONTINUE;
        }

        private void finish() {
            var words = text.toString().replaceAll("\\s+", " ").strip();
            entries.add(new Entry(title, place, heading, words));
            text.setLength(0);
        }
    }
}
