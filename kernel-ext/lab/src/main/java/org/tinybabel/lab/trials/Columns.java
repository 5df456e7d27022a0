package org.tinybabel.lab.trials;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Columns of levels: whole numbers, numbers, or words. */
final class Columns {

    private Columns() {}

    static Column<?> of(String name, List<Object> levels) {
        if (levels.stream().allMatch(Integer.class::isInstance)) {
            return IntColumn.create(
                    name, levels.stream().mapToInt(level -> (Integer) level).toArray());
        }
        if (levels.stream().allMatch(Number.class::isInstance)) {
            return DoubleColumn.create(
                    name,
                    levels.stream()
                            .mapToDouble(level -> ((Number) level).doubleValue())
                            .toArray());
        }
        return StringColumn.create(name, levels.stream().map(String::valueOf));
    }

    static Column<?> known(Table table, String name) {
        if (!table.columnNames().contains(name)) {
            throw new IllegalArgumentException(
                    "there is no column '" + name + "'; there are " + String.join(", ", table.columnNames()));
        }
        return table.column(name);
    }

    static double[] numbers(Table table, String name) {
        if (!(known(table, name) instanceof NumericColumn<?> numbers)) {
            throw new IllegalArgumentException("column '" + name + "' holds no numbers but "
                    + table.column(name).type().getPrinterFriendlyName().toLowerCase(Locale.ROOT));
        }
        return numbers.asDoubleArray();
    }

    static List<Object> levels(Table table, String name) {
        return List.copyOf(new LinkedHashSet<>(table.column(name).asList()));
    }

    /** The rows with one of the levels, in their order. */
    static int[] rows(Table table, String name, Object... levels) {
        for (var level : levels) {
            if (levels(table, name).stream().noneMatch(one -> same(one, level))) {
                throw new IllegalArgumentException("'" + name + "' has no level " + level + "; it has "
                        + levels(table, name).stream().map(String::valueOf).collect(Collectors.joining(", ")));
            }
        }
        return IntStream.range(0, table.rowCount())
                .filter(row -> Arrays.stream(levels)
                        .anyMatch(level -> same(table.column(name).get(row), level)))
                .toArray();
    }

    /** Numbers are the same level when they are equal, 1 and 1.0 too. */
    private static boolean same(Object one, Object other) {
        if (one instanceof Number a && other instanceof Number b) {
            return a.doubleValue() == b.doubleValue();
        }
        return String.valueOf(one).equals(String.valueOf(other));
    }
}
