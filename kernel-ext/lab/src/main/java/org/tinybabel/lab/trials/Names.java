package org.tinybabel.lab.trials;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Factors and their levels, written as arguments in turn and in messages. */
final class Names {

    private Names() {}

    static Map<String, Object> pairs(Object... factorsAndLevels) {
        if (factorsAndLevels.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "expected names and levels in turn, got " + Arrays.toString(factorsAndLevels));
        }
        var pairs = new LinkedHashMap<String, Object>();
        for (var i = 0; i < factorsAndLevels.length; i += 2) {
            if (!(factorsAndLevels[i] instanceof String name) || pairs.put(name, factorsAndLevels[i + 1]) != null) {
                throw new IllegalArgumentException("expected different names, each followed by its level, got "
                        + Arrays.toString(factorsAndLevels));
            }
        }
        return pairs;
    }

    static String spelled(Map<String, ?> levels) {
        return levels.entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue())
                .collect(Collectors.joining(", "));
    }
}
