package org.tinybabel.display;

import java.util.Objects;

/**
 * What a toy measures of a claim. It may have a range, which no interval of it may leave.
 *
 * @param name such as {@code loss(all big) − loss(oracle)}
 * @param unit such as {@code nats per token}; blank for a share or a count
 * @param least the smallest value there can be, {@link Double#NEGATIVE_INFINITY} if there is none
 * @param most the largest value there can be, {@link Double#POSITIVE_INFINITY} if there is none
 */
public record Measure(String name, String unit, double least, double most) {

    /**
     * Rejects a measure without a name or an empty range.
     *
     * @param name not blank
     * @param unit may be blank
     * @param least less than {@code most}
     * @param most more than {@code least}
     */
    public Measure {
        Objects.requireNonNull(unit, "unit");
        if (Objects.requireNonNull(name, "name").isBlank()) {
            throw new IllegalArgumentException("a measure needs a name");
        }
        if (!(least < most)) {
            throw new IllegalArgumentException(
                    "the measure \"" + name + "\" needs a range from less to more, got " + least + " to " + most);
        }
    }

    /**
     * Rejects an interval that leaves the range of the measure: a Student's t interval knows nothing of bounds.
     *
     * @param measured the interval
     * @throws IllegalArgumentException if an end lies outside
     */
    void check(Interval measured) {
        if (measured.low() < least || measured.high() > most) {
            throw new IllegalArgumentException("the interval " + measured + " leaves the range of \"" + name + "\", "
                    + Numbers.format(least) + " to " + Numbers.format(most)
                    + ": take an interval that keeps it, such as Intervals.logit or Intervals.bootstrap");
        }
    }

    String spelled() {
        return name + (unit.isBlank() ? "" : " (" + unit + ")");
    }

    boolean isBounded() {
        return Double.isFinite(least) || Double.isFinite(most);
    }
}
