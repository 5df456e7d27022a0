package org.tinybabel.lab.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/** How well predictions fit observations. */
public final class Fit {

    private Fit() {}

    /**
     * The share of variance explained, R² = 1 − Σ(y − ŷ)² / Σ(y − ȳ)².
     *
     * @param observed y, at least 2 numbers that are not all equal
     * @param predicted ŷ, as many
     * @return at most 1; negative when the mean would predict better
     * @throws IllegalArgumentException if the lengths differ, a number is not finite, or the observations are all equal
     */
    public static double r2(double[] observed, double[] predicted) {
        check(observed, predicted);
        var mean = Arrays.stream(observed).average().orElseThrow();
        var unexplained = 0.0;
        var total = 0.0;
        for (var i = 0; i < observed.length; i++) {
            unexplained += (observed[i] - predicted[i]) * (observed[i] - predicted[i]);
            total += (observed[i] - mean) * (observed[i] - mean);
        }
        if (total == 0) {
            throw new IllegalArgumentException("R² needs observations that differ, all are " + mean);
        }
        return 1 - unexplained / total;
    }

    /**
     * The mean absolute percentage error, 100/n Σ |y − ŷ| / |y|.
     *
     * @param observed y, at least 1 number, none 0
     * @param predicted ŷ, as many
     * @return percent, at least 0
     * @throws IllegalArgumentException if the lengths differ, there are no numbers, one is not finite, or an observation is 0
     */
    public static double mape(double[] observed, double[] predicted) {
        check(observed, predicted);
        if (Arrays.stream(observed).anyMatch(y -> y == 0)) {
            throw new IllegalArgumentException(
                    "an error in percent needs observations other than 0, got " + Arrays.toString(observed));
        }
        return IntStream.range(0, observed.length)
                .mapToDouble(i -> 100 * Math.abs((observed[i] - predicted[i]) / observed[i]))
                .average()
                .orElseThrow();
    }

    private static void check(double[] observed, double[] predicted) {
        if (observed.length != predicted.length || observed.length == 0) {
            throw new IllegalArgumentException("a fit needs as many predictions as observations, at least 1, got "
                    + predicted.length + " and " + observed.length);
        }
        for (var values : new double[][] {observed, predicted}) {
            if (!Arrays.stream(values).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException("a fit needs finite numbers, got " + Arrays.toString(values));
            }
        }
    }
}
