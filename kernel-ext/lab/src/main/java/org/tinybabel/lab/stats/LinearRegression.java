package org.tinybabel.lab.stats;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;
import org.tinybabel.display.Interval;

/**
 * An ordinary least squares fit y ≈ b₀ + Σ bⱼ xⱼ with 95 % intervals bⱼ ± t(0.975, n − k − 1) · se(bⱼ), which hold if the
 * residuals are independent and about normally distributed.
 *
 * @param intercept b₀
 * @param slopes b₁ … b_k, in the order of the regressors
 * @param r2 the share of variance explained
 */
public record LinearRegression(Interval intercept, List<Interval> slopes, double r2) {

    private static final double QUANTILE = 0.975;
    private static final double RANK_TOLERANCE = 1e-12;

    /**
     * Keeps its own copy of the slopes.
     *
     * @param intercept b₀
     * @param slopes b₁ … b_k
     * @param r2 the share of variance explained
     */
    public LinearRegression {
        slopes = List.copyOf(slopes);
    }

    /**
     * Fits y on one or several regressors, such as {@code fit(gamma, logN, logD)}.
     *
     * @param y n numbers, n > k + 1
     * @param regressors k ≥ 1 columns of n numbers
     * @return the fit
     * @throws IllegalArgumentException if the lengths differ, there are too few numbers, one is not finite, or a regressor is a
     *     linear function of the others (a constant one is too)
     */
    public static LinearRegression fit(double[] y, double[]... regressors) {
        check(y, regressors);
        var rows = IntStream.range(0, y.length)
                .mapToObj(i -> Arrays.stream(regressors)
                        .mapToDouble(column -> column[i])
                        .toArray())
                .toArray(double[][]::new);
        var largest = Arrays.stream(regressors)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
        var regression = new OLSMultipleLinearRegression(RANK_TOLERANCE * Math.max(1, largest));
        try {
            regression.newSampleData(y, rows);
            return of(regression, y.length - regressors.length - 1);
        } catch (MathRuntimeException e) {
            throw new IllegalArgumentException(
                    "a regressor is constant or a linear function of the others: " + Arrays.deepToString(regressors),
                    e);
        }
    }

    private static LinearRegression of(OLSMultipleLinearRegression regression, int freedom) {
        var quantile = new TDistribution(freedom).inverseCumulativeProbability(QUANTILE);
        var estimates = regression.estimateRegressionParameters();
        var errors = regression.estimateRegressionParametersStandardErrors();
        var intervals = IntStream.range(0, estimates.length)
                .mapToObj(i -> new Interval(
                        estimates[i], estimates[i] - quantile * errors[i], estimates[i] + quantile * errors[i]))
                .toList();
        return new LinearRegression(
                intervals.get(0), intervals.subList(1, intervals.size()), regression.calculateRSquared());
    }

    private static void check(double[] y, double[][] regressors) {
        if (regressors.length == 0 || y.length < regressors.length + 2) {
            throw new IllegalArgumentException("a regression with " + regressors.length
                    + " regressors needs at least 1 regressor and 2 more observations than regressors, got "
                    + y.length);
        }
        for (var column : regressors) {
            if (column.length != y.length) {
                throw new IllegalArgumentException(
                        "a regressor has " + column.length + " numbers for " + y.length + " observations");
            }
        }
        for (var column : regressors) {
            checkFinite(column);
        }
        checkFinite(y);
    }

    private static void checkFinite(double[] values) {
        if (!Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a regression needs finite numbers, got " + Arrays.toString(values));
        }
    }

    /**
     * The slope of a straight line through points.
     *
     * @param x n ≥ 3 numbers, not all equal
     * @param y n numbers
     * @return Δy per Δx = 1, with its 95 % interval
     * @throws IllegalArgumentException as for {@link #fit}
     */
    public static Interval slope(double[] x, double[] y) {
        return fit(y, x).slopes().get(0);
    }
}
