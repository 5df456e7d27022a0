package org.tinybabel.lab.stats;

import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.hipparchus.stat.correlation.SpearmansCorrelation;

/** Correlation coefficients. */
public final class Correlation {

    private Correlation() {}

    /**
     * Pearson's correlation.
     *
     * @param x n numbers, at least 2
     * @param y n numbers
     * @return −1 to 1; NaN if one side is constant
     * @throws IllegalArgumentException if the lengths differ or are less than 2
     */
    public static double pearson(double[] x, double[] y) {
        check(x, y);
        return new PearsonsCorrelation().correlation(x, y);
    }

    /**
     * Spearman's rank correlation: Pearson's correlation of the ranks, where equal numbers share the mean of their ranks.
     *
     * @param x n numbers, at least 2
     * @param y n numbers
     * @return 1 if both have the same order, −1 if the opposite; NaN if one side is constant
     * @throws IllegalArgumentException if the lengths differ or are less than 2
     */
    public static double spearman(double[] x, double[] y) {
        check(x, y);
        return new SpearmansCorrelation().correlation(x, y);
    }

    private static void check(double[] x, double[] y) {
        if (x.length != y.length || x.length < 2) {
            throw new IllegalArgumentException("a correlation needs two equally long series of at least 2 numbers, got "
                    + x.length + " and " + y.length);
        }
    }
}
