package org.tinybabel.grader.remote;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.function.Function;
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

/** Tablesaw tables as JSON: a name and a list of typed columns; a missing value is null. */
final class TableWire {

    private static final int MOST_COLUMNS = 1000;

    /** The kinds of column that may cross, and how their values are written. */
    private enum Kind {
        INTEGER(Integer.class, IntColumn::create),
        LONG(Long.class, LongColumn::create),
        SHORT(Short.class, ShortColumn::create),
        FLOAT(Float.class, FloatColumn::create),
        DOUBLE(Double.class, DoubleColumn::create),
        BOOLEAN(Boolean.class, BooleanColumn::create),
        STRING(String.class, StringColumn::create),
        LOCAL_DATE(LocalDate.class, DateColumn::create),
        LOCAL_TIME(LocalTime.class, TimeColumn::create),
        LOCAL_DATE_TIME(LocalDateTime.class, DateTimeColumn::create),
        INSTANT(Instant.class, InstantColumn::create);

        private final Class<?> values;
        private final Function<String, Column<?>> empty;

        Kind(Class<?> values, Function<String, Column<?>> empty) {
            this.values = values;
            this.empty = empty;
        }

        static Kind of(String name) {
            return Arrays.stream(values())
                    .filter(kind -> kind.name().equals(name))
                    .findFirst()
                    .orElseThrow(() ->
                            new WireException("A table column of type " + name + " cannot cross to another process"));
        }

        private boolean isTime() {
            return ordinal() >= LOCAL_DATE.ordinal();
        }
    }

    private TableWire() {}

    /** Converts a table to JSON. */
    static JsonElement encode(Object value) {
        if (!(value instanceof Table table)) {
            throw new WireException("A value of type " + value.getClass().getName() + " is not a table");
        }
        var columns = new JsonArray();
        for (var column : table.columns()) {
            var kind = Kind.of(column.type().name());
            var values = new JsonArray();
            for (var row = 0; row < column.size(); row++) {
                values.add(Wire.encode(column.isMissing(row) ? null : cell(kind, column.get(row)), wireType(kind)));
            }
            var json = new JsonObject();
            json.addProperty("name", column.name());
            json.addProperty("type", kind.name());
            json.add("values", values);
            columns.add(json);
        }
        var json = new JsonObject();
        json.addProperty("name", table.name());
        json.add("columns", columns);
        return json;
    }

    private static Object cell(Kind kind, Object value) {
        return kind.isTime() ? value.toString() : value;
    }

    private static Type wireType(Kind kind) {
        return kind.isTime() ? String.class : kind.values;
    }

    /** Converts JSON to a table. */
    static Table decode(JsonElement json) {
        if (!(json instanceof JsonObject object)) {
            throw Wire.mismatch(json, Table.class);
        }
        var table = Table.create(text(object, "name"));
        var columns = Wire.array(member(object, "columns"), Table.class);
        if (columns.size() > MOST_COLUMNS) {
            throw new WireException("A table of " + columns.size() + " columns is over the limit of " + MOST_COLUMNS);
        }
        try {
            columns.forEach(column -> table.addColumns(column(column)));
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new WireException("The table cannot be made: " + e.getMessage());
        }
        return table;
    }

    private static Column<?> column(JsonElement json) {
        if (!(json instanceof JsonObject object)) {
            throw Wire.mismatch(json, Column.class);
        }
        var kind = Kind.of(text(object, "type"));
        var column = kind.empty.apply(text(object, "name"));
        for (var value : Wire.array(member(object, "values"), Column.class)) {
            var decoded = Wire.decode(value, wireType(kind));
            if (decoded == null) {
                column.appendMissing();
            } else {
                column.appendObj(kind.isTime() ? parsed(kind, (String) decoded) : decoded);
            }
        }
        return column;
    }

    private static Object parsed(Kind kind, String text) {
        try {
            return switch (kind) {
                case LOCAL_DATE -> LocalDate.parse(text);
                case LOCAL_TIME -> LocalTime.parse(text);
                case LOCAL_DATE_TIME -> LocalDateTime.parse(text);
                default -> Instant.parse(text);
            };
        } catch (DateTimeParseException e) {
            throw Wire.mismatch(new JsonPrimitive(text), kind.values);
        }
    }

    private static JsonElement member(JsonObject object, String key) {
        var value = object.get(key);
        if (value == null) {
            throw new WireException("A table lacks its " + key);
        }
        return value;
    }

    private static String text(JsonObject object, String key) {
        if (member(object, key) instanceof JsonPrimitive primitive && primitive.isString()) {
            return primitive.getAsString();
        }
        throw new WireException("A table's " + key + " is not a text");
    }
}
