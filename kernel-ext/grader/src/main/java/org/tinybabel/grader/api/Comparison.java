package org.tinybabel.grader.api;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** One comparison of an answer with the expected one; remembers the first difference, the largest, and how many. */
final class Comparison {

    private static final MathContext THREE_DIGITS = new MathContext(3);

    private final double tolerance;
    private Optional<String> shape = Optional.empty();
    private Optional<String> first = Optional.empty();
    private Place largestPlace = Place.WHOLE;
    private double largest;
    private int numbersOff;
    private int entries;
    private int different;

    Comparison(double tolerance) {
        this.tolerance = tolerance;
    }

    /** What is wrong, shape first; empty if nothing is. */
    Optional<String> message() {
        if (shape.isPresent()) {
            return shape;
        }
        return first.map(found -> {
            var message = new StringBuilder(found);
            if (entries > 1) {
                message.append("; ")
                        .append(different)
                        .append(" of ")
                        .append(entries)
                        .append(" entries differ");
            }
            if (numbersOff > 1) {
                message.append(", most at ")
                        .append(largestPlace)
                        .append(" (off by ")
                        .append(rounded(largest))
                        .append(')');
            }
            return message.toString();
        });
    }

    void compare(Place place, Object actual, Object expected) {
        if (actual == null || expected == null) {
            entry(place, actual == expected, actual, expected);
        } else if (expected instanceof Number && actual instanceof Number) {
            number(place, (Number) actual, (Number) expected);
        } else if (expected instanceof Optional<?> right && actual instanceof Optional<?> optional) {
            compare(place, optional.orElse(null), right.orElse(null));
        } else if (isSequence(expected) && isSequence(actual)) {
            sequence(place, actual, expected);
        } else if (expected instanceof Map<?, ?> right && actual instanceof Map<?, ?> map) {
            map(place, map, right);
        } else if (expected instanceof Set<?> right && actual instanceof Set<?> set) {
            set(place, set, right);
        } else if (expected instanceof Table right && actual instanceof Table table) {
            table(place, table, right);
        } else if (expected instanceof Column<?> right && actual instanceof Column<?> column) {
            column(place, column, right);
        } else if (expected instanceof Record && expected.getClass() == actual.getClass()) {
            record(place, actual, expected);
        } else {
            entry(place, Objects.equals(actual, expected), actual, expected);
        }
    }

    private void number(Place place, Number actual, Number expected) {
        var a = actual.doubleValue();
        var e = expected.doubleValue();
        // Whole numbers of more than 53 bits are not told apart by their doubles.
        var whole = isWhole(actual) && isWhole(expected);
        var equal = !whole && (Double.compare(a, e) == 0 || a == e);
        var off = Math.abs(whole ? actual.longValue() - expected.longValue() : a - e);
        if (equal || off <= tolerance) {
            entries++;
            return;
        }
        if (Double.isFinite(off)) {
            numbersOff++;
            if (off > largest) {
                largest = off;
                largestPlace = place;
            }
        }
        differs(
                place,
                Words.of(expected),
                Words.of(actual),
                Double.isFinite(off) ? " (off by " + rounded(off) + allowed() + ")" : "");
    }

    private static boolean isWhole(Number number) {
        return number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte;
    }

    private String allowed() {
        return tolerance == 0 ? "" : ", allowed " + rounded(tolerance);
    }

    private static String rounded(double value) {
        var text = new BigDecimal(value).round(THREE_DIGITS).stripTrailingZeros();
        var plain = text.toPlainString();
        return plain.length() <= 8 ? plain : text.toString().replace("E", "e");
    }

    private static boolean isSequence(Object value) {
        return value.getClass().isArray() || value instanceof List;
    }

    private static int length(Object sequence) {
        return sequence instanceof List<?> list ? list.size() : Array.getLength(sequence);
    }

    private static Object element(Object sequence, int index) {
        return sequence instanceof List<?> list ? list.get(index) : Array.get(sequence, index);
    }

    private void sequence(Place place, Object actual, Object expected) {
        var length = length(expected);
        if (length(actual) != length) {
            var rows = length > 0 && element(expected, 0) != null && isSequence(element(expected, 0));
            wrongShape(place, count(length, rows ? "row" : "entry"), count(length(actual), rows ? "row" : "entry"));
            return;
        }
        for (var i = 0; i < length; i++) {
            compare(place.index(i), element(actual, i), element(expected, i));
        }
    }

    private static String count(int number, String noun) {
        return number + " " + (number == 1 ? noun : noun.equals("entry") ? "entries" : noun + "s");
    }

    private void map(Place place, Map<?, ?> actual, Map<?, ?> expected) {
        expected.keySet().stream()
                .filter(key -> !actual.containsKey(key))
                .findFirst()
                .ifPresent(key -> wrongShape(place, "a key " + Words.of(key), "a map without it"));
        actual.keySet().stream()
                .filter(key -> !expected.containsKey(key))
                .findFirst()
                .ifPresent(key -> wrongShape(place, "no key " + Words.of(key), "a map with it"));
        expected.forEach((key, value) -> {
            if (actual.containsKey(key)) {
                compare(place.named("key " + Words.of(key)), actual.get(key), value);
            }
        });
    }

    private void set(Place place, Set<?> actual, Set<?> expected) {
        missing(expected, actual)
                .ifPresent(element -> wrongShape(place, "a set with " + Words.of(element), "a set without it"));
        missing(actual, expected)
                .ifPresent(element -> wrongShape(place, "a set without " + Words.of(element), "a set with it"));
        entries += expected.size();
    }

    private static Optional<Object> missing(Collection<?> from, Collection<?> in) {
        return from.stream()
                .filter(Objects::nonNull)
                .filter(element -> !in.contains(element))
                .map(Object.class::cast)
                .findFirst();
    }

    private void table(Place place, Table actual, Table expected) {
        if (!actual.columnNames().equals(expected.columnNames())) {
            wrongShape(place, "the columns " + expected.columnNames(), String.valueOf(actual.columnNames()));
            return;
        }
        if (actual.rowCount() != expected.rowCount()) {
            wrongShape(place, count(expected.rowCount(), "row"), count(actual.rowCount(), "row"));
            return;
        }
        for (var row = 0; row < expected.rowCount(); row++) {
            for (var name : expected.columnNames()) {
                compare(
                        place.named("row " + row + ", column \"" + name + "\""),
                        cell(actual.column(name), row),
                        cell(expected.column(name), row));
            }
        }
    }

    private void column(Place place, Column<?> actual, Column<?> expected) {
        if (actual.size() != expected.size()) {
            wrongShape(place, count(expected.size(), "row"), count(actual.size(), "row"));
            return;
        }
        for (var row = 0; row < expected.size(); row++) {
            compare(place.named("row " + row), cell(actual, row), cell(expected, row));
        }
    }

    /** A missing cell has a value of its own in every type of column; here they are all alike. */
    private static Object cell(Column<?> column, int row) {
        return column.isMissing(row) ? "(missing)" : column.get(row);
    }

    private void record(Place place, Object actual, Object expected) {
        for (var component : expected.getClass().getRecordComponents()) {
            try {
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                compare(place.named(component.getName()), accessor.invoke(actual), accessor.invoke(expected));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("The record " + expected.getClass() + " cannot be read", e);
            }
        }
    }

    private void entry(Place place, boolean equal, Object actual, Object expected) {
        if (equal) {
            entries++;
        } else {
            differs(place, Words.of(expected), Words.of(actual), kinds(actual, expected));
        }
    }

    /** Values that look alike may be of different types. */
    private static String kinds(Object actual, Object expected) {
        return actual != null && expected != null && Words.of(actual).equals(Words.of(expected))
                ? " (a " + actual.getClass().getSimpleName() + ", not a "
                        + expected.getClass().getSimpleName() + ")"
                : "";
    }

    private void differs(Place place, String expected, String actual, String more) {
        entries++;
        different++;
        if (first.isEmpty()) {
            first = Optional.of(place.prefix() + "expected " + expected + ", got " + actual + more);
        }
    }

    private void wrongShape(Place place, String expected, String actual) {
        if (shape.isEmpty()) {
            shape = Optional.of(place.prefix() + "expected " + expected + ", got " + actual);
        }
    }
}
