package org.tinybabel.lab.trials;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;
import tech.tablesaw.io.csv.CsvWriteOptions;

/** Tables as comma-separated text in UTF-8, the same bytes on every system. */
final class ResultsFile {

    private ResultsFile() {}

    static Table read(InputStream csv) {
        try (csv) {
            // Sampling would guess a column's type from some of its rows: a table that grows might change its types.
            return Table.read().usingOptions(CsvReadOptions.builder(csv).sample(false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Table table, Path file) {
        var text = new StringWriter();
        table.write().usingOptions(CsvWriteOptions.builder(text).lineEnd("\n").build());
        try {
            Files.writeString(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void round(DoubleColumn numbers, int decimals) {
        if (decimals < 0 || decimals > 15) {
            throw new IllegalArgumentException("0 to 15 digits can stand after the point, got " + decimals);
        }
        for (var row = 0; row < numbers.size(); row++) {
            if (Double.isFinite(numbers.getDouble(row))) {
                numbers.set(
                        row,
                        BigDecimal.valueOf(numbers.getDouble(row))
                                .setScale(decimals, RoundingMode.HALF_EVEN)
                                .doubleValue());
            }
        }
    }

    /** The rows of a file, with new ones in the place of those that have the same keys, and the others behind. */
    static Table merged(Path file, Table more, List<String> keys) {
        if (!Files.exists(file)) {
            return more;
        }
        // Both sides come from text, so that their columns have the same types.
        var old = text(file);
        var fresh = text(more);
        if (!old.columnNames().equals(fresh.columnNames())) {
            throw new IllegalArgumentException(
                    file + " has the columns " + old.columnNames() + ", the new rows have " + fresh.columnNames());
        }
        var rows = new LinkedHashMap<List<String>, Integer>();
        var all = old.append(fresh);
        for (var row = 0; row < all.rowCount(); row++) {
            var key = new ArrayList<String>();
            for (var name : keys) {
                key.add(all.getString(row, name));
            }
            rows.put(key, row);
        }
        return all.rows(rows.values().stream().mapToInt(row -> row).toArray());
    }

    private static Table text(Path file) {
        try (var csv = Files.newInputStream(file)) {
            return text(csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Table text(Table table) {
        var text = new StringWriter();
        table.write().usingOptions(CsvWriteOptions.builder(text).lineEnd("\n").build());
        return text(new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static Table text(InputStream csv) {
        return Table.read()
                .usingOptions(CsvReadOptions.builder(csv).columnTypesPartial(name -> Optional.of(ColumnType.STRING)));
    }
}
