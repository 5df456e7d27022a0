package org.tinybabel.display;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What intervals say about bounds: that a condition holds, that it fails, or that it cannot be told. {@link Interval#above},
 * {@link Interval#below} and {@link Interval#within} make conditions, so none exists that was not computed from a measurement.
 *
 * <pre>{@code
 * var gain = Intervals.t(gains);
 * gain.above(0).holds();                                  // the whole interval lies above 0
 * gain.above(0).and(price.below(0.1));                    // both
 * Condition.any(controls, control -> control.above(0));   // one of them is enough
 * }</pre>
 *
 * @param outcome what the intervals say
 * @param parts the comparisons that it was made from, at least one
 */
public record Condition(Outcome outcome, List<Part> parts) implements ClaimControl {

    /** What an interval says about a bound. */
    public enum Outcome {
        /** The whole interval lies on the side that is asked for. */
        HOLDS("holds"),
        /** The whole interval lies on the other side. */
        FAILS("fails"),
        /** The interval straddles the bound, or an end is not known. */
        UNDECIDED("undecided");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        /**
         * The outcome as sentences spell it.
         *
         * @return such as {@code undecided}
         */
        public String words() {
            return words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * One comparison.
     *
     * @param measured the interval
     * @param bound the bound, such as {@code above 0}
     * @param outcome what the interval says about it
     */
    public record Part(Interval measured, String bound, Outcome outcome) {

        @Override
        public String toString() {
            return measured.spelled() + " " + bound + ": " + outcome.words();
        }
    }

    /**
     * Keeps the parts.
     *
     * @param outcome what the intervals say
     * @param parts at least one
     */
    public Condition {
        Objects.requireNonNull(outcome, "outcome");
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a condition needs at least one comparison of an interval with a bound");
        }
    }

    static Condition of(Interval measured, String bound, boolean holds, boolean fails) {
        var outcome = holds ? Outcome.HOLDS : fails ? Outcome.FAILS : Outcome.UNDECIDED;
        return new Condition(outcome, List.of(new Part(measured, bound, outcome)));
    }

    /**
     * Whether the condition holds.
     *
     * @return false if it fails or is undecided
     */
    public boolean holds() {
        return outcome == Outcome.HOLDS;
    }

    /**
     * Whether the condition fails.
     *
     * @return false if it holds or is undecided
     */
    public boolean fails() {
        return outcome == Outcome.FAILS;
    }

    /**
     * Whether it cannot be told.
     *
     * @return false if it holds or fails
     */
    public boolean undecided() {
        return outcome == Outcome.UNDECIDED;
    }

    /**
     * Both conditions: fails if one of them fails, holds if both hold, and is undecided otherwise.
     *
     * @param other the other condition
     * @return both
     */
    public Condition and(Condition other) {
        return all(List.of(this, other));
    }

    /**
     * One of two conditions: holds if one of them holds, fails if both fail, and is undecided otherwise.
     *
     * @param other the other condition
     * @return one of them
     */
    public Condition or(Condition other) {
        return any(List.of(this, other));
    }

    /**
     * All conditions: fails if one of them fails, holds if all hold, and is undecided otherwise.
     *
     * @param conditions at least one
     * @return all of them
     * @throws IllegalArgumentException if there are none
     */
    public static Condition all(Collection<Condition> conditions) {
        return joined(conditions, Outcome.FAILS, Outcome.HOLDS);
    }

    /**
     * One of several conditions: holds if one of them holds, fails if all fail, and is undecided otherwise.
     *
     * @param conditions at least one
     * @return one of them
     * @throws IllegalArgumentException if there are none
     */
    public static Condition any(Collection<Condition> conditions) {
        return joined(conditions, Outcome.HOLDS, Outcome.FAILS);
    }

    /** One part with the deciding outcome decides; without one, all must agree. */
    private static Condition joined(Collection<Condition> conditions, Outcome deciding, Outcome otherwise) {
        var outcomes = conditions.stream().map(Condition::outcome).toList();
        var outcome = outcomes.contains(deciding)
                ? deciding
                : outcomes.contains(Outcome.UNDECIDED) ? Outcome.UNDECIDED : otherwise;
        var parts = new ArrayList<Part>();
        conditions.forEach(condition -> parts.addAll(condition.parts));
        return new Condition(outcome, parts);
    }

    /** Whether one of the comparisons is about this interval. */
    boolean isAbout(Interval measured) {
        return parts.stream().anyMatch(part -> part.measured().equals(measured));
    }

    /** The condition as a cell shows it, such as {@code holds (0.056 [0.044, 0.067] above 0: holds)}. */
    @Override
    public String toString() {
        return outcome.words() + parts.stream().map(Part::toString).collect(Collectors.joining("; ", " (", ")"));
    }
}
