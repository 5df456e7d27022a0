package org.tinybabel.kernel.eval;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Says what a variable holds without running any code of the user's or of a library. */
final class ValueText {

    private static final int LONGEST = 80;

    private ValueText() {}

    static Optional<String> of(Object value) {
        if (value == null) {
            return Optional.of("null");
        } else if (value instanceof String text) {
            return Optional.of('"' + (text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text) + '"');
        } else if (value instanceof Number || value instanceof Boolean || value instanceof Character) {
            return isOfJdk(value) ? Optional.of(value.toString()) : Optional.empty();
        } else if (value.getClass().isArray()) {
            return Optional.of("length " + Array.getLength(value));
        } else if (value instanceof Collection<?> values && isOfJdk(value)) {
            return Optional.of("size " + values.size());
        } else if (value instanceof Map<?, ?> values && isOfJdk(value)) {
            return Optional.of("size " + values.size());
        }
        return Optional.empty();
    }

    private static boolean isOfJdk(Object value) {
        return value.getClass().getName().startsWith("java.");
    }
}
