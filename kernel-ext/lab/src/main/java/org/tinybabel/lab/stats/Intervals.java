package org.tinybabel.lab.stats;

import java.util.Arrays;
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
        var mean = checkedMean(values);
        var half = halfWidth(values, mean);
        return new Interval(mean, mean - half, mean + half);
    }

    private static double halfWidth(double[] values, double mean) {
        var squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        var standardError = Math.sqrt(squares / (values.length - 1) / values.length);
        var quantile = new TDistribution(values.length - 1.0).inverseCumulativeProbability((1 + COVERAGE) / 2);
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
        var error = halfWidth(values, mean) / width;
        if (error == 0 || share <= 0 || share >= 1) {
            return new Interval(mean, mean, mean);
        }
        var logit = Math.log(share / (1 - share));
        var reach = error / (share * (1 - share));
        return new Interval(
                mean,
                Math.min(mean, range.low() + width * logistic(logit - reach)),
                Math.max(mean, Math.min(range.high(), range.low() + width * logistic(logit + reach))));
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
        var random = RandomStreams.of(seed, "bootstrap");
        var means = new double[RESAMPLES];
        for (var i = 0; i < RESAMPLES; i++) {
            for (var j = 0; j < values.length; j++) {
                means[i] += values[random.nextInt(values.length)] / values.length;
            }
        }
        Arrays.sort(means);
        var cut = (int) Math.round((1 - COVERAGE) / 2 * RESAMPLES);
        return new Interval(mean, Math.min(mean, means[cut]), Math.max(mean, means[RESAMPLES - 1 - cut]));
    }

    private static double checkedMean(double[] values) {
        var mean = Arrays.stream(values).average().orElse(Double.NaN);
        if (values.length < 2 || !Double.isFinite(mean)) {
            throw new IllegalArgumentException("an interval needs at least 2 numbers, got " + Arrays.toString(values));
        }
        return mean;
    }
}
