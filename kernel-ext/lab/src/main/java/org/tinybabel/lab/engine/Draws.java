package org.tinybabel.lab.engine;

import java.util.Arrays;
import java.util.Random;

/** Draws from a few outcomes. */
public final class Draws {

    private Draws() {}

    /**
     * Draws an index with a probability in proportion to its weight.
     *
     * @param weights at least one, finite and not negative; they need not add up to 1. If all are 0, each index is as likely as any
     * @param random takes one number
     * @return 0 … length − 1, never one of weight 0 unless all are
     * @throws IllegalArgumentException if there are no weights, or one is negative, infinite or not a number
     */
    public static int index(double[] weights, Random random) {
        if (weights.length == 0 || !Arrays.stream(weights).allMatch(weight -> weight >= 0 && Double.isFinite(weight))) {
            throw new IllegalArgumentException(
                    "expected one or more finite weights, none below 0, got " + Arrays.toString(weights));
        }
        var total = 0.0;
        for (var weight : weights) {
            total += weight;
        }
        if (total == 0) {
            return random.nextInt(weights.length);
        }
        var left = random.nextDouble() * total;
        var last = 0;
        for (var i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                last = i;
                left -= weights[i];
                if (left < 0) {
                    return i;
                }
            }
        }
        // Rounding can leave a rest.
        return last;
    }
}
