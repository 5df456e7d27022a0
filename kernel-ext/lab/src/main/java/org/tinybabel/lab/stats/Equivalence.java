package org.tinybabel.lab.stats;

import org.tinybabel.display.Interval;

/**
 * Whether a mean difference is too small to matter: two one-sided t tests, TOST (Schuirmann, A comparison of the two one-sided tests
 * procedure and the power approach, 1987). "No significant difference" is no such evidence, for it also follows from too few seeds; here
 * more noise makes the claim harder.
 *
 * <p>Equivalence holds at 5 % exactly if {@link #interval}, with 90 % coverage, lies between the bounds.
 *
 * @param interval the mean and its 90 % t interval
 * @param low the least difference that would not matter
 * @param high the greatest
 * @param pValue the larger of the two one-sided p values
 */
public record Equivalence(Interval interval, double low, double high, double pValue) {

    /**
     * Tests whether a mean lies between −bound and bound.
     *
     * @param differences one per seed, at least 2
     * @param bound the greatest difference that would not matter, more than 0; fixed before the data
     * @return the test
     * @throws IllegalArgumentException if the bound is not positive, there are fewer than two values or one is not a number
     */
    public static Equivalence within(double[] differences, double bound) {
        return between(differences, -bound, bound);
    }

    /**
     * Tests whether a mean lies between two bounds.
     *
     * @param values one per seed, at least 2
     * @param low the least mean that would not matter
     * @param high the greatest
     * @return the test
     * @throws IllegalArgumentException unless low is less than high, or if there are fewer than two values or one is not a number
     */
    public static Equivalence between(double[] values, double low, double high) {
        if (!(low < high)) {
            throw new IllegalArgumentException("equivalence needs low < high, got " + low + " and " + high);
        }
        var interval = Intervals.t(values, 0.90);
        return new Equivalence(
                interval, low, high, Math.max(MeanTest.above(values, low), MeanTest.below(values, high)));
    }

    /**
     * Whether the mean is shown to be between the bounds.
     *
     * @return whether p is less than 0.05; {@code false} does not show that there is a difference
     */
    public boolean holds() {
        return pValue < 0.05;
    }
}
