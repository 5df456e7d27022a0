package org.tinybabel.grader.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tables as comma-separated text (RFC 4180), with line feeds as line ends. */
final class CsvText {

    private static final String STARTS_FORMULA = "=+-@\t\r";

    private CsvText() {}

    /** One line, with its line feed. */
    static String line(List<String> cells) {
        return cells.stream().map(CsvText::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(String cell) {
        var plain = cell.chars().noneMatch(c -> ",;\"\n\r\t".indexOf(c) >= 0) && cell.equals(cell.strip());
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** Text from a student, so that no spreadsheet takes it for a formula. */
    static String guarded(String text) {
        return !text.isEmpty() && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** The text that {@link #guarded} has changed, as it was. */
    static String unguarded(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && STARTS_FORMULA.indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }

    /** The separator that the first line uses: spreadsheets write what their country writes. */
    static char separator(String text) {
        var first = text.lines().findFirst().orElse("");
        var best = ',';
        for (var candidate : new char[] {';', '\t'}) {
            if (count(first, candidate) > count(first, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char of) {
        return text.chars().filter(c -> c == of).count();
    }

    /**
     * The cells of each row; blank lines are left out, and so is a row of empty cells that a spreadsheet leaves behind.
     *
     * @throws UnusableFile if a quoted cell has no end
     */
    static List<List<String>> rows(String text, String name) throws UnusableFile {
        var separator = separator(text);
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == separator) {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n') {
                end(row, cell, rows);
                row = new ArrayList<>();
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        if (quoted) {
            throw new UnusableFile(name + ": a cell that begins with a quotation mark has no end.");
        }
        end(row, cell, rows);
        return rows;
    }

    private static void end(List<String> row, StringBuilder cell, List<List<String>> rows) {
        row.add(cell.toString());
        cell.setLength(0);
        if (!row.stream().allMatch(String::isBlank)) {
            rows.add(row);
        }
    }
}
