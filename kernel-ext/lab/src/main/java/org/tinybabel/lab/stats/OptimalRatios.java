package org.tinybabel.lab.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The sampling ratios that minimise a total loss Σ cᵢ pᵢ^−γᵢ with Σ pᵢ = 1 (He et al., Scaling Laws for Multilingual Language
 * Models, 2024, arXiv 2410.12883). At the optimum one more sample helps every part equally, cᵢ γᵢ pᵢ^−(γᵢ+1) = μ, so that pᵢ(μ)
 * = (cᵢ γᵢ / μ)^(1/(1+γᵢ)); the sum of these falls as μ grows, and μ is found by bisection.
 */
public final class OptimalRatios {

    private OptimalRatios() {}

    /**
     * Finds the ratios.
     *
     * @param weightedLoss c, the weight of each of n parts times its loss at p = 1; positive
     * @param gamma γ, how fast each part's loss falls with its ratio; positive
     * @return n positive ratios with sum 1 (to 1e-9)
     * @throws IllegalArgumentException if the lengths differ, there are no parts, or a number is not positive and finite
     */
    public static double[] of(double[] weightedLoss, double[] gamma) {
        check(weightedLoss, gamma);
        var parts = weightedLoss.length;
        // Logarithms, so that no product overflows. No ratio exceeds 1 at the optimum, and not all lie below 1/n.
        var gains = IntStream.range(0, parts)
                .mapToDouble(i -> Math.log(weightedLoss[i]) + Math.log(gamma[i]))
                .toArray();
        var low = Arrays.stream(gains).max().orElseThrow();
        var high = IntStream.range(0, parts)
                .mapToDouble(i -> gains[i] + (1 + gamma[i]) * Math.log(parts))
                .max()
                .orElseThrow();
        var middle = (low + high) / 2;
        while (low < middle && middle < high) {
            if (Arrays.stream(ratios(gains, gamma, middle)).sum() > 1) {
                low = middle;
            } else {
                high = middle;
            }
            middle = (low + high) / 2;
        }
        return ratios(gains, gamma, middle);
    }

    private static void check(double[] weightedLoss, double[] gamma) {
        if (weightedLoss.length != gamma.length || gamma.length == 0) {
            throw new IllegalArgumentException("ratios need as many losses as exponents, at least 1, got "
                    + weightedLoss.length + " losses and " + gamma.length + " exponents");
        }
        for (var values : new double[][] {weightedLoss, gamma}) {
            if (!Arrays.stream(values).allMatch(v -> v > 0 && v < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "losses and exponents must be positive and finite, got " + Arrays.toString(values));
            }
        }
    }

    private static double[] ratios(double[] gains, double[] gamma, double logMu) {
        return IntStream.range(0, gains.length)
                .mapToDouble(i -> Math.exp((gains[i] - logMu) / (1 + gamma[i])))
                .toArray();
    }
}
