package org.tinybabel.grader.api;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values in words that a student can read: arrays by content, long ones cut. */
final class Words {

    private static final int MOST_ELEMENTS = 12;
    private static final int MOST_CHARACTERS = 400;

    private Words() {}

    static String of(Object value) {
        var words = describe(value);
        return words.length() <= MOST_CHARACTERS ? words : words.substring(0, MOST_CHARACTERS) + " …";
    }

    private static String describe(Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof String text) {
            return '"' + text + '"';
        }
        if (value.getClass().isArray()) {
            return list(elements(value), "[", "]");
        }
        if (value instanceof List<?> list) {
            return list(list.toArray(), "[", "]");
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .limit(MOST_ELEMENTS)
                    .map(entry -> entry.getKey() + ": " + describe(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", map.size() > MOST_ELEMENTS ? ", …}" : "}"));
        }
        return value.toString();
    }

    private static Object[] elements(Object array) {
        var elements = new ArrayList<Object>();
        // One element more than is shown, so that list(…) knows that there are more.
        for (var i = 0; i < Math.min(Array.getLength(array), MOST_ELEMENTS + 1); i++) {
            elements.add(Array.get(array, i));
        }
        return elements.toArray();
    }

    static String list(Object[] values, String open, String close) {
        var words = new ArrayList<String>();
        for (var i = 0; i < Math.min(values.length, MOST_ELEMENTS); i++) {
            words.add(describe(values[i]));
        }
        if (values.length > MOST_ELEMENTS) {
            words.add("…");
        }
        return words.stream().collect(Collectors.joining(", ", open, close));
    }

    /** An exception in words. */
    static String thrown(Throwable thrown) {
        var message = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
        return article(thrown.getClass().getSimpleName()) + message;
    }

    /** A name with its article. */
    static String article(String name) {
        return ("AEIOU".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
    }
}
