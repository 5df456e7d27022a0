package org.tinybabel.grader.remote;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Values as plain JSON, converted by the types that the contract declares: no class name ever comes from the wire, and
 * nothing is deserialized that the contract does not name.
 *
 * <p>Numbers, booleans and strings are themselves; NaN and infinities are strings; arrays, lists and sets are arrays; a map
 * is a list of pairs; an optional is a list of none or one; an enum constant is its name; a record is an object; a Tablesaw
 * table is a list of typed columns.
 */
public final class Wire {

    private static final int MOST_CHARACTERS = 1 << 20;
    private static final int MOST_CHARACTERS_OF_A_NUMBER = 400;

    /** By name, because the class is loaded only where a contract speaks of tables. */
    private static final String TABLE = "tech.tablesaw.api.Table";

    private Wire() {}

    /**
     * Converts a value to JSON.
     *
     * @param value the value, possibly {@code null}
     * @param type its declared type
     * @return the JSON form
     * @throws WireException if the type is not one that may cross, or the value does not fit it
     */
    public static JsonElement encode(Object value, Type type) {
        if (value == null) {
            return JsonNull.INSTANCE;
        }
        var raw = WireTypes.raw(type);
        if (raw.isArray()) {
            return encodeArray(value, WireTypes.component(type));
        }
        if (raw == List.class || raw == Set.class) {
            return encodeAll((Collection<?>) value, WireTypes.argument(type, 0));
        }
        if (raw == Optional.class) {
            return encodeAll(((Optional<?>) value).stream().toList(), WireTypes.argument(type, 0));
        }
        if (raw == Map.class) {
            return encodeMap((Map<?, ?>) value, WireTypes.argument(type, 0), WireTypes.argument(type, 1));
        }
        if (raw.isRecord()) {
            return encodeRecord(value, raw, type);
        }
        if (raw.getName().equals(TABLE)) {
            return TableWire.encode(value);
        }
        return encodeScalar(value, raw);
    }

    private static JsonElement encodeArray(Object value, Type component) {
        var array = new JsonArray();
        for (var i = 0; i < Array.getLength(value); i++) {
            array.add(encode(Array.get(value, i), component));
        }
        return array;
    }

    private static JsonElement encodeAll(Collection<?> values, Type element) {
        var array = new JsonArray();
        values.forEach(value -> array.add(encode(value, element)));
        return array;
    }

    private static JsonElement encodeMap(Map<?, ?> map, Type key, Type value) {
        var pairs = new JsonArray();
        map.forEach((k, v) -> {
            var pair = new JsonArray();
            pair.add(encode(k, key));
            pair.add(encode(v, value));
            pairs.add(pair);
        });
        return pairs;
    }

    private static JsonElement encodeRecord(Object value, Class<?> type, Type declared) {
        var object = new JsonObject();
        for (var component : type.getRecordComponents()) {
            try {
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                object.add(component.getName(), encode(accessor.invoke(value), WireTypes.of(component, declared)));
            } catch (ReflectiveOperationException e) {
                throw new WireException(type.getSimpleName() + "." + component.getName() + " cannot be read: " + e);
            }
        }
        return object;
    }

    private static JsonElement encodeScalar(Object value, Class<?> type) {
        if (value instanceof Double || value instanceof Float) {
            var number = ((Number) value).doubleValue();
            return Double.isFinite(number) ? new JsonPrimitive((Number) value) : new JsonPrimitive(value.toString());
        }
        if (value instanceof Number number) {
            return new JsonPrimitive(number);
        }
        if (value instanceof Boolean flag) {
            return new JsonPrimitive(flag);
        }
        if (value instanceof String || value instanceof Character) {
            return new JsonPrimitive(value.toString());
        }
        if (value instanceof Enum<?> constant) {
            return new JsonPrimitive(constant.name());
        }
        throw new WireException("A value of type " + type.getName() + " cannot cross to another process");
    }

    /**
     * Converts JSON to a value of a declared type.
     *
     * @param json what came over the wire
     * @param type the type that the contract declares
     * @return the value; {@code null} for JSON null where the type is not primitive
     * @throws WireException if the JSON does not fit the type
     */
    public static Object decode(JsonElement json, Type type) {
        var raw = WireTypes.raw(type);
        if (json == null || json.isJsonNull()) {
            if (raw.isPrimitive()) {
                throw new WireException("null is not a value of type " + raw);
            }
            return null;
        }
        if (raw.isArray()) {
            return decodeArray(array(json, raw), WireTypes.component(type));
        }
        if (raw == List.class) {
            return decodeAll(array(json, raw), WireTypes.argument(type, 0));
        }
        if (raw == Set.class) {
            return decodeSet(array(json, raw), WireTypes.argument(type, 0));
        }
        if (raw == Optional.class) {
            return decodeOptional(array(json, raw), WireTypes.argument(type, 0));
        }
        if (raw == Map.class) {
            return decodeMap(array(json, raw), WireTypes.argument(type, 0), WireTypes.argument(type, 1));
        }
        if (raw.isRecord()) {
            return decodeRecord(json, raw, type);
        }
        if (raw.getName().equals(TABLE)) {
            return TableWire.decode(json);
        }
        return decodeScalar(json, raw);
    }

    private static Object decodeArray(JsonArray json, Type component) {
        var array = Array.newInstance(WireTypes.raw(component), json.size());
        for (var i = 0; i < json.size(); i++) {
            Array.set(array, i, decode(json.get(i), component));
        }
        return array;
    }

    private static List<Object> decodeAll(JsonArray json, Type element) {
        var values = new ArrayList<>();
        json.forEach(item -> values.add(decode(item, element)));
        return values;
    }

    private static Set<Object> decodeSet(JsonArray json, Type element) {
        var values = new LinkedHashSet<>();
        for (var item : json) {
            var value = decode(item, element);
            if (!values.add(value)) {
                throw new WireException("The set holds " + value + " twice");
            }
        }
        return values;
    }

    private static Optional<Object> decodeOptional(JsonArray json, Type element) {
        if (json.size() > 1) {
            throw new WireException("An Optional holds at most one value, got " + json.size());
        }
        return json.isEmpty() ? Optional.empty() : Optional.ofNullable(decode(json.get(0), element));
    }

    private static Map<Object, Object> decodeMap(JsonArray json, Type key, Type value) {
        var map = new LinkedHashMap<>();
        for (var item : json) {
            var pair = array(item, Map.class);
            if (pair.size() != 2) {
                throw new WireException("A map entry needs a key and a value, got " + pair.size() + " elements");
            }
            var k = decode(pair.get(0), key);
            if (map.containsKey(k)) {
                throw new WireException("The map holds the key " + k + " twice");
            }
            map.put(k, decode(pair.get(1), value));
        }
        return map;
    }

    private static Object decodeRecord(JsonElement json, Class<?> type, Type declared) {
        if (!(json instanceof JsonObject object)) {
            throw mismatch(json, type);
        }
        var components = type.getRecordComponents();
        var arguments = new Object[components.length];
        for (var i = 0; i < components.length; i++) {
            var field = object.get(components[i].getName());
            if (field == null) {
                throw new WireException(type.getSimpleName() + " lacks its component " + components[i].getName());
            }
            arguments[i] = decode(field, WireTypes.of(components[i], declared));
        }
        try {
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw new WireException(type.getSimpleName() + " cannot be made: " + cause.getMessage());
        }
    }

    private static Object decodeScalar(JsonElement json, Class<?> type) {
        if (!(json instanceof JsonPrimitive primitive)) {
            throw mismatch(json, type);
        }
        var text = primitive.getAsString();
        if (text.length() > MOST_CHARACTERS) {
            throw new WireException("A text of " + text.length() + " characters is longer than " + MOST_CHARACTERS);
        }
        if (type == boolean.class || type == Boolean.class) {
            if (!primitive.isBoolean()) {
                throw mismatch(json, type);
            }
            return primitive.getAsBoolean();
        }
        if (text.length() > MOST_CHARACTERS_OF_A_NUMBER && type != String.class) {
            throw mismatch(json, type);
        }
        try {
            return decodeText(text, type);
        } catch (IllegalArgumentException e) {
            throw mismatch(json, type);
        }
    }

    private static Object decodeText(String text, Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return Integer.valueOf(text);
        }
        if (type == long.class || type == Long.class) {
            return Long.valueOf(text);
        }
        if (type == short.class || type == Short.class) {
            return Short.valueOf(text);
        }
        if (type == byte.class || type == Byte.class) {
            return Byte.valueOf(text);
        }
        if (type == double.class || type == Double.class) {
            return Double.valueOf(text);
        }
        if (type == float.class || type == Float.class) {
            return Float.valueOf(text);
        }
        if (type == String.class) {
            return text;
        }
        if (type == char.class || type == Character.class) {
            if (text.length() != 1) {
                throw new IllegalArgumentException("one character was expected, got " + text.length());
            }
            return text.charAt(0);
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equals(text))
                    .findFirst()
                    .orElseThrow(IllegalArgumentException::new);
        }
        throw new WireException("A value of type " + type.getName() + " cannot cross to another process");
    }

    static JsonArray array(JsonElement json, Class<?> type) {
        if (json instanceof JsonArray array) {
            return array;
        }
        throw mismatch(json, type);
    }

    static WireException mismatch(JsonElement json, Class<?> type) {
        var text = json.toString();
        return new WireException((text.length() > 80 ? text.substring(0, 80) + " …" : text) + " is not a value of type "
                + type.getSimpleName());
    }
}
