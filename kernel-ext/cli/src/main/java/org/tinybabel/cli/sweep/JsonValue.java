package org.tinybabel.cli.sweep;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.tinybabel.cli.UserError;

/**
 * A value in a JSON file that knows where it stands, so that a message can say so.
 *
 * @param file the file, as messages call it
 * @param key where in the file, such as {@code families[1].classes}; blank for the whole
 * @param value the value itself
 */
record JsonValue(String file, String key, JsonElement value) {

    private static final Pattern POSITION = Pattern.compile("at line (\\d+) column (\\d+)");
    private static final int SHOWN = 40;

    /**
     * Reads a whole text.
     *
     * @throws UserError if it is not JSON
     */
    static JsonValue parse(String text, String file) {
        try (var reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            var value = JsonParser.parseReader(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new UserError(file + " is not JSON: something follows its end.");
            }
            return new JsonValue(file, "", value);
        } catch (JsonParseException | IOException e) {
            var position = POSITION.matcher(String.valueOf(e.getMessage()));
            throw new UserError(file + " is not JSON"
                    + (position.find()
                            ? ": look at line " + position.group(1) + ", column " + position.group(2) + "."
                            : "."));
        }
    }

    /** What is wrong with this value, in one sentence. */
    UserError mustBe(String expected) {
        var text = value.toString();
        var got = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return new UserError(file + ": " + place() + " must be " + expected + ", got " + got + ".");
    }

    private String place() {
        return key.isEmpty() ? "its content" : "\"" + key + "\"";
    }

    /** The fields of an object. */
    Fields fields(List<String> known) {
        if (!value.isJsonObject()) {
            throw mustBe("an object");
        }
        var fields = new LinkedHashMap<String, JsonValue>();
        value.getAsJsonObject().asMap().forEach((name, field) -> {
            if (!known.contains(name)) {
                throw new UserError(file + ": there is no key \"" + path(name) + "\"; "
                        + (key.isEmpty() ? "there are: " : "\"" + key + "\" has: ") + String.join(", ", known) + ".");
            }
            fields.put(name, new JsonValue(file, path(name), field));
        });
        return new Fields(this, fields);
    }

    private String path(String name) {
        return key.isEmpty() ? name : key + "." + name;
    }

    /** The entries of a list, each read by a function. */
    <T> List<T> list(Function<JsonValue, T> entry) {
        if (!value.isJsonArray()) {
            throw mustBe("a list");
        }
        var entries = value.getAsJsonArray();
        return IntStream.range(0, entries.size())
                .mapToObj(i -> entry.apply(new JsonValue(file, key + "[" + i + "]", entries.get(i))))
                .toList();
    }

    int integer() {
        return number("a whole number", primitive -> primitive.getAsBigDecimal().intValueExact());
    }

    long whole() {
        return number("a whole number", primitive -> primitive.getAsBigDecimal().longValueExact());
    }

    double number() {
        var number = number("a number", JsonPrimitive::getAsDouble);
        if (Double.isInfinite(number)) {
            throw mustBe("a finite number");
        }
        return number;
    }

    private <T> T number(String expected, Function<JsonPrimitive, T> reading) {
        try {
            if (value instanceof JsonPrimitive primitive && primitive.isNumber()) {
                return reading.apply(primitive);
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // Not whole, or too large.
        }
        throw mustBe(expected);
    }

    String text() {
        if (value instanceof JsonPrimitive primitive && primitive.isString()) {
            return primitive.getAsString();
        }
        throw mustBe("a text");
    }

    /** The fields of an object by their names. */
    record Fields(JsonValue of, Map<String, JsonValue> all) {

        Optional<JsonValue> find(String name) {
            return Optional.ofNullable(all.get(name));
        }

        JsonValue get(String name) {
            return find(name).orElseThrow(() -> new UserError(of.file + ": \"" + of.path(name) + "\" is missing."));
        }
    }
}
