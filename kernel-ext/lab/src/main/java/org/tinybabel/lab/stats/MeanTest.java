package org.tinybabel.lab.stats;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.inference.TTest;

/** Student's one-sample t test of a mean over seeds, usually of paired differences. */
public final class MeanTest {

    private MeanTest() {}

    /**
     * How rarely a mean as far from a number comes about if that is the true mean.
     *
     * @param values n measurements, at least 2
     * @param mean the number
     * @return the two-sided p value
     * @throws IllegalArgumentException if there are fewer than two values or one is not a number
     */
    public static double twoSided(double[] values, double mean) {
        return 2 * Math.min(above(values, mean), below(values, mean));
    }

    /**
     * How rarely a mean as large comes about if the true mean is not above a bound.
     *
     * @param values n measurements, at least 2
     * @param bound the number to exceed
     * @return the one-sided p value of "the mean is above the bound"
     * @throws IllegalArgumentException if there are fewer than two values or one is not a number
     */
    public static double above(double[] values, double bound) {
        return new TDistribution(values.length - 1.0).cumulativeProbability(-statistic(values, bound));
    }

    /**
     * How rarely a mean as small comes about if the true mean is not below a bound.
     *
     * @param values n measurements, at least 2
     * @param bound the number to stay below
     * @return the one-sided p value of "the mean is below the bound"
     * @throws IllegalArgumentException if there are fewer than two values or one is not a number
     */
    public static double below(double[] values, double bound) {
        return new TDistribution(values.length - 1.0).cumulativeProbability(statistic(values, bound));
    }

    private static double statistic(double[] values, double bound) {
        Intervals.checkedMean(values);
        if (Arrays.stream(values).distinct().count() == 1) {
            // Without any spread, every difference is infinitely many standard errors, and none is none.
            return values[0] == bound ? 0 : (values[0] - bound) * Double.POSITIVE_INFINITY;
        }
        return new TTest().t(bound, values);
    }
}
