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
        var squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        var standardError = Math.sqrt(squares / (values.length - 1) / values.length);
        var quantile = new TDistribution(values.length - 1.0).inverseCumulativeProbability((1 + COVERAGE) / 2);
        return new Interval(mean, mean - quantile * standardError, mean + quantile * standardError);
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
