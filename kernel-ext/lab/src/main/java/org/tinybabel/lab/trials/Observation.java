package org.tinybabel.lab.trials;

import java.util.LinkedHashMap;
import java.util.Map;

/** One row of {@link Results}: under which levels something was measured, and what. */
public final class Observation {

    private final Map<String, Object> levels;
    private final Map<String, Double> measures = new LinkedHashMap<>();

    Observation(Map<String, Object> levels) {
        this.levels = levels;
    }

    /**
     * Notes a number.
     *
     * @param measure the name of its column, best with a unit, such as {@code "loss (nats)"}
     * @param value what was measured; {@code NaN} where there is nothing
     * @return this row
     * @throws IllegalArgumentException if the measure is noted already, or its name is that of a factor
     */
    public Observation put(String measure, double value) {
        if (levels.containsKey(measure)) {
            throw new IllegalArgumentException("'" + measure + "' is a factor; a measure needs another name");
        }
        if (measures.putIfAbsent(measure, value) != null) {
            throw new IllegalArgumentException(
                    "'" + measure + "' of " + Names.spelled(levels) + " is noted already, as " + measures.get(measure));
        }
        return this;
    }

    Map<String, Object> levels() {
        return levels;
    }

    Map<String, Double> measures() {
        return measures;
    }
}
