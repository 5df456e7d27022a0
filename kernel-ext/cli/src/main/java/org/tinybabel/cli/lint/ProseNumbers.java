package org.tinybabel.cli.lint;

import com.google.gson.JsonObject;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tinybabel.kernel.notebook.Cell;
import org.tinybabel.kernel.notebook.Notebook;

/**
 * Numbers in the text of a notebook that a cell computes. They would be wrong after the next change of the code: let the text speak of
 * them without the digits, or have a cell print them.
 *
 * <p>Looked at are numbers with decimals and percentages, not in code, formulas and links, and not in a table with a column about
 * the paper. A single significant digit agrees by chance. One
 * that stands in the code as well is chosen, not computed.
 */
final class ProseNumbers {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.,:/])[-−]?\\d+(?:\\.\\d+(?![\\w.])| ?%)");
    private static final Pattern SKIPPED = Pattern.compile(
            "```.*?```|`[^`]*`|\\$\\$.*?\\$\\$|\\$[^$]*\\$|https?://\\S+|\\]\\([^)]*\\)|arXiv:\\S+|(?m)^\\|[^\\n]*\\bpaper\\b[^\\n]*$(\\n\\|[^\\n]*)*",
            Pattern.DOTALL);

    private ProseNumbers() {}

    /** The numbers of a Markdown cell that the notebook's outputs show and its code does not. */
    static Set<String> computed(Cell markdown, Notebook notebook) {
        var shown = numbers(outputs(notebook));
        var chosen = numbers(notebook.codeCells().stream().map(Cell::source).collect(Collectors.joining("\n")));
        var prose = numbers(SKIPPED.matcher(markdown.source()).replaceAll(" "));
        prose.retainAll(shown);
        prose.removeAll(chosen);
        return prose;
    }

    private static String outputs(Notebook notebook) {
        return notebook.codeCells().stream()
                .flatMap(cell -> cell.outputs().stream())
                .map(ProseNumbers::text)
                .collect(Collectors.joining("\n"));
    }

    private static String text(JsonObject output) {
        return output.get("data") instanceof JsonObject data
                ? Cell.multiline(data.get("text/plain"))
                : Cell.multiline(output.get("text"));
    }

    private static Set<String> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .filter(found -> found.group()
                                .replaceAll("\\D", "")
                                .replaceFirst("^0+", "")
                                .length()
                        > 1)
                .map(found -> found.group().replace("−", "-").replace(" ", ""))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
