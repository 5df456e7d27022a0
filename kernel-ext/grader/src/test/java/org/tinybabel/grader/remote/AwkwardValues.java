package org.tinybabel.grader.remote;

import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/** Random values of declared types, with a liking for limits, NaN, empty things, nulls and torn surrogate pairs. */
final class AwkwardValues {

    private static final double[] DOUBLES = {
        0,
        -0.0,
        1,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        1e-310
    };
    private static final long[] LONGS = {0, -1, Long.MIN_VALUE, Long.MAX_VALUE, (1L << 53) + 1};
    private static final List<String> TEXTS =
            List.of("", " ", "null", "NaN", "\"\\\n\u0000", "ü中😀", "\uD83D", "\uDE00x", "\u2028", "</script>");

    private final Random random;

    AwkwardValues(Random random) {
        this.random = random;
    }

    Object of(Type type) {
        var raw = WireTypes.raw(type);
        if (!raw.isPrimitive() && random.nextInt(8) == 0) {
            return null;
        }
        if (raw.isArray()) {
            var array = Array.newInstance(raw.getComponentType(), random.nextInt(4));
            for (var i = 0; i < Array.getLength(array); i++) {
                Array.set(array, i, of(WireTypes.component(type)));
            }
            return array;
        }
        if (raw == List.class) {
            return some(WireTypes.argument(type, 0));
        }
        if (raw == Set.class) {
            return new LinkedHashSet<>(some(WireTypes.argument(type, 0)));
        }
        if (raw == Optional.class) {
            return Optional.ofNullable(of(WireTypes.argument(type, 0)));
        }
        if (raw == Map.class) {
            var map = new LinkedHashMap<>();
            some(WireTypes.argument(type, 0)).forEach(key -> map.put(key, of(WireTypes.argument(type, 1))));
            return map;
        }
        return raw.isRecord() ? record(raw, type) : scalar(raw);
    }

    private List<Object> some(Type element) {
        var list = new ArrayList<>();
        for (var i = random.nextInt(4); i > 0; i--) {
            list.add(of(element));
        }
        return list;
    }

    private Object record(Class<?> raw, Type type) {
        var components = raw.getRecordComponents();
        try {
            var constructor = raw.getDeclaredConstructor(Arrays.stream(components)
                    .map(component -> component.getType())
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(components)
                    .map(component -> of(WireTypes.of(component, type)))
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object scalar(Class<?> raw) {
        if (raw == double.class || raw == Double.class) {
            return number();
        }
        if (raw == float.class || raw == Float.class) {
            return (float) number();
        }
        if (raw == long.class || raw == Long.class) {
            return integer();
        }
        if (raw == int.class || raw == Integer.class) {
            return (int) integer();
        }
        if (raw == short.class) {
            return (short) integer();
        }
        if (raw == byte.class) {
            return (byte) integer();
        }
        if (raw == char.class) {
            return (char) random.nextInt(1 << 16);
        }
        if (raw == boolean.class) {
            return random.nextBoolean();
        }
        if (raw == String.class) {
            return text();
        }
        if (raw.isEnum()) {
            return raw.getEnumConstants()[random.nextInt(raw.getEnumConstants().length)];
        }
        if (raw == Table.class) {
            return table();
        }
        throw new IllegalArgumentException("No values of " + raw);
    }

    private double number() {
        return random.nextBoolean()
                ? DOUBLES[random.nextInt(DOUBLES.length)]
                : Double.longBitsToDouble(random.nextLong());
    }

    private long integer() {
        return random.nextBoolean() ? LONGS[random.nextInt(LONGS.length)] : random.nextLong();
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private Table table() {
        var rows = random.nextInt(4);
        var columns = List.<Column<?>>of(
                fill(IntColumn.create("i"), rows, (int) integer()),
                fill(LongColumn.create("l"), rows, integer()),
                fill(ShortColumn.create("s"), rows, (short) 7),
                fill(FloatColumn.create("f"), rows, 0.1f),
                fill(DoubleColumn.create("d"), rows, Double.POSITIVE_INFINITY),
                fill(BooleanColumn.create("b"), rows, true),
                fill(StringColumn.create("t"), rows, "ü" + text()),
                fill(DateColumn.create("date"), rows, LocalDate.of(2024, 2, 29)),
                fill(TimeColumn.create("time"), rows, LocalTime.of(23, 59, 59)),
                fill(DateTimeColumn.create("both"), rows, LocalDateTime.of(1999, 12, 31, 0, 0)),
                fill(InstantColumn.create("at"), rows, Instant.ofEpochSecond(1_700_000_000)));
        return Table.create(text()).addColumns(columns.toArray(Column<?>[]::new));
    }

    private Column<?> fill(Column<?> column, int rows, Object value) {
        for (var i = 0; i < rows; i++) {
            if (random.nextInt(3) == 0) {
                column.appendMissing();
            } else {
                column.appendObj(value);
            }
        }
        return column;
    }

    /** A value in words that are equal if and only if the values are, down to the sign of zero. */
    static String inWords(Object value) {
        if (value == null) {
            return "null";
        }
        if (value.getClass().isArray()) {
            return IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> inWords(Array.get(value, i)))
                    .collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof Iterable<?> all && !(value instanceof Table)) {
            var words = new ArrayList<String>();
            all.forEach(each -> words.add(inWords(each)));
            return "(" + String.join(",", words) + ")";
        }
        if (value instanceof Optional<?> perhaps) {
            return "?" + inWords(perhaps.orElse(null));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> inWords(entry.getKey()) + ":" + inWords(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value.getClass().isRecord()) {
            return Arrays.stream(value.getClass().getRecordComponents())
                    .map(component -> {
                        try {
                            component.getAccessor().setAccessible(true);
                            return inWords(component.getAccessor().invoke(value));
                        } catch (ReflectiveOperationException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .collect(Collectors.joining(",", "<", ">"));
        }
        if (value instanceof Table table) {
            return table.name() + table.structure().print() + table.printAll();
        }
        return value.getClass().getSimpleName() + " " + value;
    }
}
