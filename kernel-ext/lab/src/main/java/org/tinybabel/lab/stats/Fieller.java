package org.tinybabel.lab.stats;

import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.correlation.Covariance;
import org.tinybabel.display.Interval;

/**
 * The interval of a ratio of two means that are both noisy (Fieller, Some problems in interval estimation, 1954). A t interval of the
 * seeds' ratios is wrong there: where a denominator comes near 0, one seed's ratio can be anything.
 */
public final class Fieller {

    private static final double COVERAGE = 0.95;

    private Fieller() {}

    /**
     * The ratio of two means over the same seeds. Its interval is {ρ : (x̄ − ρȳ)² ≤ t² · var(x̄ − ρȳ)}, t = t(0.975, n − 1): all ratios
     * that a t test of the differences x − ρy would not reject.
     *
     * @param numerators x, one per seed, at least 2
     * @param denominators y, of the same seeds
     * @return x̄ / ȳ and its 95 % interval
     * @throws IllegalArgumentException if the numbers differ, one is not finite, or the interval of the denominators' mean contains 0: then
     *     the ratio may be anything, and the difference of the two is the measure to report
     */
    public static Interval ratio(double[] numerators, double[] denominators) {
        if (numerators.length != denominators.length) {
            throw new IllegalArgumentException("a ratio needs both numbers of each seed, got " + numerators.length
                    + " and " + denominators.length);
        }
        var x = Intervals.checkedMean(numerators);
        var denominator = Intervals.t(denominators);
        var y = denominator.mean();
        if (denominator.contains(0)) {
            throw new IllegalArgumentException("the denominator may be 0, its mean is " + denominator
                    + "; a ratio has no interval then: report the difference");
        }
        var n = numerators.length;
        var quantile = new TDistribution(n - 1.0).inverseCumulativeProbability((1 + COVERAGE) / 2);
        var t2 = quantile * quantile / n;
        // The ends solve a·ρ² − 2b·ρ + c = 0.
        var a = y * y - t2 * covariance(denominators, denominators);
        var b = x * y - t2 * covariance(numerators, denominators);
        var c = x * x - t2 * covariance(numerators, numerators);
        var root = Math.sqrt(Math.max(0, b * b - a * c));
        var ratio = x / y;
        return new Interval(ratio, Math.min(ratio, (b - root) / a), Math.max(ratio, (b + root) / a));
    }

    private static double covariance(double[] x, double[] y) {
        return new Covariance().covariance(x, y);
    }
}
