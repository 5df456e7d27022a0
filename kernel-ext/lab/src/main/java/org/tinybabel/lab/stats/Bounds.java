package org.tinybabel.lab.stats;

import java.util.Arrays;
import org.tinybabel.display.Interval;

/**
 * The range that a measure cannot leave by its definition: 0 to 1 for an accuracy, −1 to 1 for a cosine, 0 to infinity for a loss.
 *
 * @param low the least possible value, or negative infinity
 * @param high the greatest possible value, or infinity
 */
public record Bounds(double low, double high) {

    /** The range of shares, accuracies and probabilities: 0 to 1. */
    public static final Bounds UNIT = new Bounds(0, 1);

    /** No bounds at all. */
    public static final Bounds NONE = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    // Means of values at an end may miss it by the rounding of their sum.
    private static final double ROUNDING = 1e-12;

    /**
     * Rejects an empty range.
     *
     * @param low the least possible value
     * @param high the greatest possible value
     * @throws IllegalArgumentException unless low is less than high
     */
    public Bounds {
        if (!(low < high)) {
            throw new IllegalArgumentException("bounds need low < high, got " + low + " and " + high);
        }
    }

    /**
     * Lets an interval pass that stays in the range. The usual offender is a t interval of scores near an end: it is symmetric, the
     * scores are not.
     *
     * @param interval one that claims to be about the measure
     * @return the same interval
     * @throws IllegalArgumentException if it reaches beyond an end
     */
    public Interval check(Interval interval) {
        if (!contains(interval)) {
            throw new IllegalArgumentException("the interval " + interval + " leaves the range " + low + " … " + high
                    + " of its measure; use Intervals.logit or Intervals.bootstrap instead");
        }
        return interval;
    }

    /**
     * Whether an interval stays in the range. Ends that are not known pass.
     *
     * @param interval one that claims to be about the measure
     * @return whether neither end lies outside
     */
    public boolean contains(Interval interval) {
        return !(interval.low() < low - ROUNDING || interval.high() > high + ROUNDING);
    }

    /**
     * Lets values pass that are possible.
     *
     * @param values measurements
     * @return the same values
     * @throws IllegalArgumentException if one is out of range
     */
    public double[] check(double... values) {
        Arrays.stream(values)
                .filter(value -> value < low - ROUNDING || value > high + ROUNDING)
                .findFirst()
                .ifPresent(value -> {
                    throw new IllegalArgumentException("value " + value + " is out of its range " + low + " … " + high);
                });
        return values;
    }

    /**
     * The range of the difference of two such measures.
     *
     * @return low − high … high − low
     */
    public Bounds ofDifferences() {
        return new Bounds(low - high, high - low);
    }

    /**
     * Whether both ends are finite.
     *
     * @return {@code false} for a loss
     */
    public boolean bothFinite() {
        return Double.isFinite(low) && Double.isFinite(high);
    }
}
