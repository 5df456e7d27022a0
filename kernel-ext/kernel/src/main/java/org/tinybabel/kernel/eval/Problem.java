package org.tinybabel.kernel.eval;

import java.util.ArrayList;
import java.util.List;

/**
 * One complaint of the compiler, located in the cell.
 *
 * @param cell the cell's label, such as {@code Cell [7]}
 * @param line the line in the cell, from 1
 * @param column the column in that line, from 1
 * @param message what the compiler says; may have several lines
 * @param sourceLine the line of the cell that it is about
 * @param width how many characters from {@code column} on are at fault; at least 1
 */
public record Problem(String cell, int line, int column, String message, String sourceLine, int width) {

    /** The compiler's words, without the names of classes that cells are wrapped in. */
    static String cleaned(String message) {
        return Tracebacks.withoutGeneratedNames(message)
                .replace("REPL.Cell$", "")
                .replace(" in method do_it$()", "")
                .replaceAll(" in class (?=\\s)", "")
                .lines()
                .filter(line -> !line.strip().matches("location: class ?"))
                .reduce((above, below) -> above + "\n" + below)
                .orElse("");
    }

    /**
     * The complaint as it is shown: place and message, then the source line with a caret under the fault.
     *
     * @return lines of plain text
     */
    public List<String> lines() {
        var shown = new ArrayList<String>();
        var parts = message.lines().toList();
        shown.add(cell + ", line " + line + ": " + (parts.isEmpty() ? "not valid Java" : parts.get(0)));
        shown.addAll(SourceLines.underlined(sourceLine, column, width));
        parts.stream().skip(1).map(part -> "    " + part.strip()).forEach(shown::add);
        return shown;
    }
}
