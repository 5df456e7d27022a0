package org.tinybabel.grader.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Turns a value into one of its corner cases, at one place: values that people forget, of the type that stands there. */
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

    private static final List<String> TEXTS = List.of("", " ", "a", "A", "İ", "é", "é", "\uD83D\uDE00", "日本");

    private final Random random;
    private final boolean nulls;

    Corners(Random random, boolean nulls) {
        this.random = random;
        this.nulls = nulls;
    }

    /** The value with one place changed; a value of a type that has no corners is itself. */
    Object of(Object value) {
        if (nulls && random.nextInt(8) == 0 && !(value instanceof Number) && !(value instanceof Boolean)) {
            return null;
        }
        if (value == null) {
            return null;
        }
        if (Values.isSequence(value)) {
            return sequence(value);
        }
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        if (value instanceof Record) {
            var components = Values.components(value).toArray();
            if (components.length == 0) {
                return value;
            }
            var at = random.nextInt(components.length);
            components[at] = of(components[at]);
            return Values.withComponents(value, components);
        }
        return plain(value);
    }

    private Object plain(Object value) {
        if (value instanceof Double number) {
            return random.nextInt(4) == 0 ? (Object) (-number) : (Object) NUMBERS[random.nextInt(NUMBERS.length)];
        }
        if (value instanceof Float number) {
            return random.nextInt(4) == 0
                    ? (Object) (-number)
                    : (Object) (float) NUMBERS[random.nextInt(NUMBERS.length)];
        }
        if (value instanceof Integer number) {
            return random.nextInt(3) == 0
                    ? (Object) (number + (random.nextBoolean() ? 1 : -1))
                    : (Object) WHOLE[random.nextInt(WHOLE.length)];
        }
        if (value instanceof Long number) {
            return random.nextInt(3) == 0 ? (Object) (number + 1) : (Object) (long) WHOLE[random.nextInt(WHOLE.length)];
        }
        if (value instanceof Boolean flag) {
            return !flag;
        }
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof Enum<?> constant) {
            var constants = constant.getDeclaringClass().getEnumConstants();
            return constants[random.nextInt(constants.length)];
        }
        return value;
    }

    private String text(String text) {
        if (text.isEmpty() || random.nextInt(3) == 0) {
            return TEXTS.get(random.nextInt(TEXTS.size()));
        }
        var at = random.nextInt(text.length());
        return switch (random.nextInt(5)) {
            case 0 -> text.toUpperCase(java.util.Locale.ROOT);
            case 1 -> text.substring(0, at);
            case 2 -> text.substring(0, at) + TEXTS.get(random.nextInt(TEXTS.size())) + text.substring(at);
            case 3 -> " " + text;
            default -> text + text;
        };
    }

    private Object sequence(Object value) {
        var elements = Values.elements(value);
        if (elements.isEmpty()) {
            return value;
        }
        var at = random.nextInt(elements.size());
        var other = random.nextInt(elements.size());
        switch (random.nextInt(12)) {
            case 0 -> elements.clear();
            case 1 -> elements.remove(at);
            case 2 -> elements.add(at, Values.copy(elements.get(other)));
            case 3 -> Collections.swap(elements, at, other);
            case 4, 5 -> elements.set(at, Values.copy(elements.get(other)));
            case 6 -> Collections.fill(elements, elements.get(at));
            case 7 -> {
                return renamed(value);
            }
            default -> elements.set(at, of(elements.get(at)));
        }
        return Values.withElements(value, elements);
    }

    /** All whole numbers by other names, equal ones by the same. */
    private Object renamed(Object value) {
        var names = new LinkedHashMap<Object, Object>();
        return Values.rebuilt(value, plain -> {
            if (!(plain instanceof Integer)) {
                return plain;
            }
            return names.computeIfAbsent(plain, key -> {
                var free = Arrays.stream(NAMES)
                        .filter(name -> !names.containsValue(name))
                        .boxed()
                        .toList();
                return free.isEmpty() ? key : free.get(random.nextInt(free.size()));
            });
        });
    }

    private Object map(Map<?, ?> map) {
        var keys = new ArrayList<Object>(map.keySet());
        if (keys.isEmpty()) {
            return map;
        }
        var entries = new LinkedHashMap<Object, Object>();
        var key = keys.get(random.nextInt(keys.size()));
        switch (random.nextInt(5)) {
            case 0 -> Collections.shuffle(keys, random);
            case 1 -> keys.remove(key);
            case 2 -> keys.clear();
            default -> {}
        }
        keys.forEach(k -> entries.put(k, k.equals(key) && keys.size() == map.size() ? of(map.get(k)) : map.get(k)));
        return Values.like(map, entries);
    }
}
