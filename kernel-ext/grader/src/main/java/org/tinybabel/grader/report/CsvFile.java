package org.tinybabel.grader.report;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A table that a teacher may have edited in a spreadsheet: UTF-8 with or without byte order mark, comma, semicolon or tab.
 *
 * @param name what messages call it
 * @param header the column names in lower case
 * @param rows the rows below the header
 */
record CsvFile(String name, List<String> header, List<Row> rows) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * One row.
     *
     * @param number its number in a spreadsheet; the header is row 1
     */
    record Row(int number, List<String> header, List<String> cells) {

        /** The text of a cell, blank if the row or the table has no such column. */
        String get(String column) {
            var index = header.indexOf(column);
            return index < 0 || index >= cells.size() ? "" : CsvText.unguarded(cells.get(index));
        }
    }

    static CsvFile read(Path file, List<String> required) throws IOException {
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new UnusableFile("There is no file " + file + ".");
        } catch (CharacterCodingException e) {
            throw new UnusableFile(file + " is not UTF-8 text. In a spreadsheet, save it as \"CSV UTF-8\".");
        }
        var rows = CsvText.rows(
                text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text, file.toString());
        if (rows.isEmpty()) {
            throw new UnusableFile(
                    file + " is empty. Its first row must name the columns " + String.join(", ", required) + ".");
        }
        var header = rows.get(0).stream()
                .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                .toList();
        var missing =
                required.stream().filter(column -> !header.contains(column)).toList();
        if (!missing.isEmpty()) {
            throw new UnusableFile(file + " has no column " + String.join(", ", missing)
                    + ". Its first row must name the" + " columns " + String.join(", ", required) + "; it names "
                    + String.join(", ", header) + ".");
        }
        var found = new ArrayList<Row>();
        for (var i = 1; i < rows.size(); i++) {
            found.add(new Row(i + 1, header, rows.get(i)));
        }
        return new CsvFile(file.toString(), header, found);
    }

    /** The file as read, or nothing where it is not there. */
    static Optional<CsvFile> readIfThere(Path file, List<String> required) throws IOException {
        return Files.exists(file) ? Optional.of(read(file, required)) : Optional.empty();
    }
}
