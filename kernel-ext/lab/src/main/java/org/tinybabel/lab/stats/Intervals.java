package org.tinybabel.lab.stats;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.tinybabel.display.Interval;
import org.tinybabel.lab.engine.RandomStreams;

/** 95 % intervals for the mean of a few repeated measurements, usually one per seed. */
public final class Intervals {

    private static final double COVERAGE = 0.95;
    private static final int RESAMPLES = 10_000;

    private Intervals() {}

    /**
     * Student's t interval, mean ± t(0.975, n − 1) · s / √n: for few measurements that are about normally distributed.
     *
     * @param values n measurements, at least 2
     * @return the mean and its 95 % interval
     * @throws IllegalArgumentException if there are fewer than two values or one is not a number
     */
    public static Interval t(double... values) {
        return t(values, COVERAGE);
    }

    /**
     * Student's t interval with another coverage than 95 %, such as 90 % for {@link Equivalence}.
     *
     * @param values n measurements, at least 2
     * @param coverage how often it holds the true mean, between 0 and 1
     * @return the mean and its interval
     * @throws IllegalArgumentException if there are fewer than two values, one is not a number, or the coverage is out of range
     */
    public static Interval t(double[] values, double coverage) {
        if (!(coverage > 0 && coverage < 1)) {
            throw new IllegalArgumentException("a coverage lies between 0 and 1, got " + coverage);
        }
        var mean = checkedMean(values);
        var half = halfWidth(values, mean, coverage);
        return new Interval(mean, mean - half, mean + half).of(values.length, "t");
    }

    private static double halfWidth(double[] values, double mean, double coverage) {
        var squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        var standardError = Math.sqrt(squares / (values.length - 1) / values.length);
        var quantile = new TDistribution(values.length - 1.0).inverseCumulativeProbability((1 + coverage) / 2);
        return quantile * standardError;
    }

    /**
     * The interval for the mean of bounded scores, such as accuracies of several seeds: Student's t interval on the logit scale,
     * logit(m) ± t(0.975, n − 1) · s / (√n · m (1 − m)), taken back to the scale of the scores (delta method; Agresti, Categorical Data
     * Analysis, §1.4 and §16.1). It never leaves the range, and reaches further towards the middle than towards the near end.
     *
     * <p>Equal scores have the interval of their one value: they show no spread to judge from. For scores that were counted, the interval
     * of the pooled counts then says more ({@link Proportion#wilson}).
     *
     * @param values n scores, at least 2
     * @param range the least and the greatest possible score, both finite
     * @return the mean and its 95 % interval, within the range
     * @throws IllegalArgumentException if there are fewer than two values, one is out of range, or the range is not finite
     */
    public static Interval logit(double[] values, Bounds range) {
        if (!range.bothFinite()) {
            throw new IllegalArgumentException("the logit needs a range with two ends, got " + range);
        }
        var mean = checkedMean(range.check(values));
        var width = range.high() - range.low();
        var share = (mean - range.low()) / width;
        var error = halfWidth(values, mean, COVERAGE) / width;
        if (error == 0 || share <= 0 || share >= 1) {
            return new Interval(mean, mean, mean).of(values.length, "logit");
        }
        var logit = Math.log(share / (1 - share));
        var reach = error / (share * (1 - share));
        return new Interval(
                        mean,
                        Math.min(mean, range.low() + width * logistic(logit - reach)),
                        Math.max(mean, Math.min(range.high(), range.low() + width * logistic(logit + reach))))
                .of(values.length, "logit");
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /**
     * The interval for the mean of scores from 0 to 1; see {@link #logit(double[], Bounds)}.
     *
     * @param values n scores from 0 to 1, at least 2
     * @return the mean and its 95 % interval, within 0 to 1
     * @throws IllegalArgumentException if there are fewer than two values or one is out of range
     */
    public static Interval logit(double... values) {
        return logit(values, Bounds.UNIT);
    }

    /**
     * The percentile bootstrap interval: the middle 95 % of the means of 10,000 resamples. It assumes no distribution, but is
     * too narrow for fewer than about five values.
     *
     * @param values n measurements, at least 2
     * @param seed equal seeds give equal intervals
     * @return the mean and its 95 % interval
     * @throws IllegalArgumentException if there are fewer than two values or one is not a number
     */
    public static Interval bootstrap(double[] values, long seed) {
        var mean = checkedMean(values);
        var means = resampledMeans(values, seed);
        return between(mean, means, (1 - COVERAGE) / 2, (1 + COVERAGE) / 2).of(values.length, "bootstrap");
    }

    private static double[] resampledMeans(double[] values, long seed) {
        var random = RandomStreams.of(seed, "bootstrap");
        var means = new double[RESAMPLES];
        for (var i = 0; i < RESAMPLES; i++) {
            for (var j = 0; j < values.length; j++) {
                means[i] += values[random.nextInt(values.length)] / values.length;
            }
        }
        Arrays.sort(means);
        return means;
    }

    private static Interval between(double mean, double[] sorted, double lowShare, double highShare) {
        var low = (int) Math.round(lowShare * RESAMPLES);
        var high = RESAMPLES - 1 - (int) Math.round((1 - highShare) * RESAMPLES);
        return new Interval(
                mean, Math.min(mean, sorted[Math.min(low, RESAMPLES - 1)]), Math.max(mean, sorted[Math.max(high, 0)]));
    }

    /**
     * The bias-corrected and accelerated bootstrap interval, BCa: as {@link #bootstrap}, but with other percentiles where the values are
     * skewed (Efron, Better bootstrap confidence intervals, 1987). It stays within the values, so within their range.
     *
     * @param values n measurements, at least 2; fewer than about eight say too little of their skewness
     * @param seed equal seeds give equal intervals
     * @return the mean and its 95 % interval
     * @throws IllegalArgumentException if there are fewer than two values or one is not a number
     */
    public static Interval bca(double[] values, long seed) {
        var mean = checkedMean(values);
        var squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        if (squares == 0) {
            return new Interval(mean, mean, mean).of(values.length, "BCa bootstrap");
        }
        var means = resampledMeans(values, seed);
        var normal = new NormalDistribution();
        var below = Arrays.stream(means)
                        .map(m -> m < mean ? 1 : m == mean ? 0.5 : 0)
                        .sum()
                / RESAMPLES;
        var bias = normal.inverseCumulativeProbability(below);
        // The jackknife's skewness; for a mean, leaving one value out moves it by (mean - value) / (n - 1).
        var cubes = Arrays.stream(values).map(v -> Math.pow(v - mean, 3)).sum();
        var acceleration = cubes / (6 * Math.pow(squares, 1.5));
        var quantile = normal.inverseCumulativeProbability((1 + COVERAGE) / 2);
        return between(
                        mean,
                        means,
                        moved(normal, bias, acceleration, -quantile),
                        moved(normal, bias, acceleration, quantile))
                .of(values.length, "BCa bootstrap");
    }

    private static double moved(NormalDistribution normal, double bias, double acceleration, double quantile) {
        var z = bias + quantile;
        return normal.cumulativeProbability(bias + z / (1 - acceleration * z));
    }

    static double checkedMean(double[] values) {
        var mean = Arrays.stream(values).average().orElse(Double.NaN);
        if (values.length < 2 || !Double.isFinite(mean)) {
            throw new IllegalArgumentException("an interval needs at least 2 numbers, got " + Arrays.toString(values));
        }
        return mean;
    }
}
