package org.tinybabel.cli.course;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Markdown as it is written bit by bit: headings, paragraphs, lists, tables. */
final class MarkdownText {

    private final StringBuilder text = new StringBuilder();

    MarkdownText heading(int level, String words) {
        return block("#".repeat(level) + " " + words);
    }

    /** A paragraph, or any other piece that stands by itself. */
    MarkdownText block(String piece) {
        if (!text.isEmpty()) {
            text.append('\n');
        }
        text.append(piece.stripTrailing()).append('\n');
        return this;
    }

    /** A list; nothing where there are no items. */
    MarkdownText list(Collection<String> items) {
        return items.isEmpty()
                ? this
                : block(items.stream().map(item -> "- " + item).collect(Collectors.joining("\n")));
    }

    /** A table whose columns named in {@code numbers}, counted from 0, are aligned to the right. */
    MarkdownText table(List<String> header, List<Integer> numbers, List<List<String>> rows) {
        var rule = new StringBuilder("|");
        for (var i = 0; i < header.size(); i++) {
            rule.append(numbers.contains(i) ? "--:|" : "---|");
        }
        return block(row(header) + "\n" + rule + "\n"
                + rows.stream().map(MarkdownText::row).collect(Collectors.joining("\n")));
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.replace("|", "\\|").replaceAll("\\s+", " ").strip())
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** A piece of text to be read as it stands, such as a file. */
    MarkdownText code(String language, String lines) {
        return block("```" + language + "\n" + lines.stripTrailing() + "\n```");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
