package org.tinybabel.lab.stats;

import org.hipparchus.stat.correlation.PearsonsCorrelation;

/** Correlation coefficients. */
public final class Correlation {

    private Correlation() {}

    /**
     * Pearson's correlation.
     *
     * @param x n numbers, at least 2
     * @param y n numbers
     * @return −1 to 1; NaN if one side is constant
     */
    public static double pearson(double[] x, double[] y) {
        if (x.length != y.length || x.length < 2) {
            throw new IllegalArgumentException("a correlation needs two equally long series of at least 2 numbers, got "
                    + x.length + " and " + y.length);
        }
        return new PearsonsCorrelation().correlation(x, y);
    }
}
