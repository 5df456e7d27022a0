package org.tinybabel.grader.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Turns a value into its corner cases, each at one place: values that people forget, of the type that stands there. */
final class Corners {

    private static final double[] NUMBERS = {
        0,
        -0.0,
        1,
        -1,
        0.5,
        2,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        1e-300,
        3e9,
        1e19,
        1e39,
        -1e39
    };
    private static final int[] WHOLE = {
        0, 1, -1, 2, 17, 127, 128, 300, 5000, 1 << 16, Integer.MAX_VALUE, Integer.MIN_VALUE
    };

    /** Names that differ from small numbers in how boxed ones compare, and in their order as texts. */
    private static final int[] NAMES = {17, 128, 300, 5000, 9, 1000};

    private static final List<String> TEXTS =
            List.of("", " ", "a", "A", "\u0130", "e\u0301", "\u00e9", "\uD83D\uDE00", "\u65e5\u672c");

    private final Random random;
    private final boolean nulls;

    Corners(Random random, boolean nulls) {
        this.random = random;
        this.nulls = nulls;
    }

    /** One of the corner cases; a value of a type that has none is itself. */
    Object of(Object value) {
        var all = all(value);
        return all.isEmpty() ? value : all.get(random.nextInt(all.size()));
    }

    /** All corner cases of the value, with changes inside it at places that chance chooses. */
    List<Object> all(Object value) {
        var corners = new ArrayList<Object>();
        if (value == null) {
            return corners;
        }
        if (Values.isSequence(value)) {
            sequence(value, corners);
        } else if (value instanceof Map<?, ?> map) {
            map(map, corners);
        } else if (value instanceof Record) {
            record(value, corners);
        } else {
            plain(value, corners);
        }
        if (nulls && !(value instanceof Number) && !(value instanceof Boolean)) {
            corners.add(null);
        }
        return corners;
    }

    private void record(Object value, List<Object> corners) {
        var components = Values.components(value);
        for (var i = 0; i < components.size(); i++) {
            for (var corner : all(components.get(i))) {
                var changed = components.toArray();
                changed[i] = corner;
                try {
                    corners.add(Values.withComponents(value, changed));
                } catch (IllegalArgumentException e) {
                    // What the record refuses is no input.
                    continue;
                }
            }
        }
    }

    private void plain(Object value, List<Object> corners) {
        if (value instanceof Double number) {
            corners.add(-number);
            Arrays.stream(NUMBERS).forEach(corners::add);
        } else if (value instanceof Float number) {
            corners.add(-number);
            Arrays.stream(NUMBERS).forEach(corner -> corners.add((float) corner));
        } else if (value instanceof Integer number) {
            corners.add(number + 1);
            corners.add(number - 1);
            Arrays.stream(WHOLE).forEach(corners::add);
        } else if (value instanceof Long number) {
            corners.add(number + 1);
            corners.add(number - 1);
            Arrays.stream(WHOLE).forEach(corner -> corners.add((long) corner));
        } else if (value instanceof Boolean flag) {
            corners.add(!flag);
        } else if (value instanceof String text) {
            text(text, corners);
        } else if (value instanceof Enum<?> constant) {
            corners.addAll(Arrays.asList(constant.getDeclaringClass().getEnumConstants()));
        }
    }

    private void text(String text, List<Object> corners) {
        corners.addAll(TEXTS);
        if (!text.isEmpty()) {
            var at = text.offsetByCodePoints(0, random.nextInt(text.codePointCount(0, text.length())));
            corners.add(text.toUpperCase(Locale.ROOT));
            corners.add(text.substring(0, at));
            corners.add(text.substring(0, at) + TEXTS.get(random.nextInt(TEXTS.size())) + text.substring(at));
            corners.add(" " + text);
            corners.add(text + text);
        }
    }

    private void sequence(Object value, List<Object> corners) {
        var elements = Values.elements(value);
        if (elements.isEmpty()) {
            return;
        }
        var at = random.nextInt(elements.size());
        var other = random.nextInt(elements.size());
        corners.add(Values.withElements(value, List.of()));
        var changed = new ArrayList<>(elements);
        changed.remove(at);
        corners.add(Values.withElements(value, changed));
        changed = new ArrayList<>(elements);
        changed.add(at, Values.copy(elements.get(other)));
        corners.add(Values.withElements(value, changed));
        changed = new ArrayList<>(elements);
        Collections.swap(changed, at, other);
        corners.add(Values.withElements(value, changed));
        changed = new ArrayList<>(elements);
        changed.set(at, Values.copy(elements.get(other)));
        corners.add(Values.withElements(value, changed));
        changed = new ArrayList<>(elements);
        changed.replaceAll(element -> Values.copy(elements.get(at)));
        corners.add(Values.withElements(value, changed));
        var renamed = renamed(value);
        if (!renamed.isEmpty()) {
            corners.addAll(renamed);
        }
        for (var corner : all(elements.get(at))) {
            changed = new ArrayList<>(elements);
            changed.set(at, corner);
            corners.add(Values.withElements(value, changed));
        }
    }

    /** All whole numbers by other names, equal ones by the same; none if there are no whole numbers. */
    private List<Object> renamed(Object value) {
        var names = new LinkedHashMap<Object, Object>();
        var free = new ArrayList<Object>();
        Arrays.stream(NAMES).forEach(free::add);
        Collections.shuffle(free, random);
        var renamed = Values.rebuilt(
                value,
                plain -> plain instanceof Integer
                        ? names.computeIfAbsent(plain, key -> free.isEmpty() ? key : free.remove(0))
                        : plain);
        return names.isEmpty() ? List.of() : List.of(renamed);
    }

    private void map(Map<?, ?> map, List<Object> corners) {
        var keys = new ArrayList<Object>(map.keySet());
        if (keys.isEmpty()) {
            return;
        }
        var key = keys.get(random.nextInt(keys.size()));
        var shuffled = new ArrayList<>(keys);
        Collections.shuffle(shuffled, random);
        corners.add(with(map, shuffled));
        corners.add(with(map, keys.stream().filter(other -> !other.equals(key)).toList()));
        corners.add(with(map, List.of()));
        for (var corner : all(map.get(key))) {
            var changed = with(map, keys);
            changed.put(key, corner);
            corners.add(changed);
        }
    }

    private static Map<Object, Object> with(Map<?, ?> map, List<Object> keys) {
        var entries = new LinkedHashMap<Object, Object>();
        keys.forEach(key -> entries.put(key, map.get(key)));
        return Values.like(map, entries);
    }
}
