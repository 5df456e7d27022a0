package org.tinybabel.grader.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Values that are simpler than a given one: shorter, with rounder numbers. */
final class Simpler {

    private static final double[] ROUND = {0, 1, 2, 0.5};

    private Simpler() {}

    /** Values to try instead, those that are much simpler first. */
    static List<Object> than(Object value) {
        var simpler = new ArrayList<Object>();
        if (value == null) {
            return simpler;
        }
        if (Values.isSequence(value)) {
            sequence(value, simpler);
        } else if (value instanceof Map<?, ?> map) {
            map(map, simpler);
        } else if (value instanceof Record) {
            var components = Values.components(value);
            for (var i = 0; i < components.size(); i++) {
                for (var one : than(components.get(i))) {
                    var changed = components.toArray();
                    changed[i] = one;
                    record(value, changed).forEach(simpler::add);
                }
            }
        } else {
            plain(value, simpler);
        }
        return simpler;
    }

    private static Stream<Object> record(Object record, Object[] components) {
        try {
            return Stream.of(Values.withComponents(record, components));
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }

    private static void sequence(Object value, List<Object> simpler) {
        var elements = Values.elements(value);
        var size = elements.size();
        for (var part = size; part >= 1; part /= 2) {
            for (var from = 0; from < size; from += part) {
                var rest = new ArrayList<>(elements.subList(0, from));
                rest.addAll(elements.subList(Math.min(size, from + part), size));
                simpler.add(Values.withElements(value, rest));
            }
        }
        for (var i = 0; i < size; i++) {
            for (var one : than(elements.get(i))) {
                var changed = new ArrayList<>(elements);
                changed.set(i, one);
                simpler.add(Values.withElements(value, changed));
            }
        }
    }

    private static void map(Map<?, ?> map, List<Object> simpler) {
        for (var key : map.keySet()) {
            var without = new LinkedHashMap<Object, Object>(map);
            without.remove(key);
            simpler.add(Values.like(map, without));
            for (var one : than(map.get(key))) {
                var changed = new LinkedHashMap<Object, Object>(map);
                changed.put(key, one);
                simpler.add(Values.like(map, changed));
            }
        }
    }

    private static void plain(Object value, List<Object> simpler) {
        if (value instanceof Double number && !isRound(number)) {
            for (var round : ROUND) {
                simpler.add(round);
            }
            if (Math.abs(number) < 1e6 && Math.rint(number) != number) {
                simpler.add(Math.rint(number));
                simpler.add(Math.rint(10 * number) / 10);
            }
        } else if (value instanceof Integer number && number != 0 && number != 1) {
            simpler.add(0);
            simpler.add(1);
            simpler.add(number / 2);
            simpler.add(number - Integer.signum(number));
        } else if (value instanceof String text && !text.isEmpty()) {
            // Half of a character outside the basic plane is no text that could cross to another process.
            for (var i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
                simpler.add(text.substring(0, i) + text.substring(text.offsetByCodePoints(i, 1)));
            }
        }
    }

    /** Nor is anything simpler than a value that is no number. */
    private static boolean isRound(double number) {
        for (var round : ROUND) {
            if (round == number) {
                return true;
            }
        }
        return Double.isNaN(number);
    }
}
