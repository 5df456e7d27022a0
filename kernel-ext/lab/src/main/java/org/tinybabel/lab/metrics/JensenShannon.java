package org.tinybabel.lab.metrics;

import java.util.Arrays;

/**
 * The Jensen-Shannon divergence, JSD(p, q) = ½ KL(p ‖ m) + ½ KL(q ‖ m) with m = ½ (p + q), in bits: symmetric, finite even where one
 * side is 0, and at most 1 (Lin, Divergence measures based on the Shannon entropy, 1991).
 */
public final class JensenShannon {

    private JensenShannon() {}

    /**
     * The divergence of two distributions.
     *
     * @param p n weights, 0 or more; they are divided by their sum, so counts will do
     * @param q n weights over the same outcomes
     * @return bits, from 0 (the same distribution) to 1 (no outcome in common)
     * @throws IllegalArgumentException if the lengths differ, a weight is negative or not finite, or all of one side are 0
     */
    public static double bits(double[] p, double[] q) {
        if (p.length != q.length) {
            throw new IllegalArgumentException("the distributions have " + p.length + " and " + q.length + " outcomes");
        }
        var pTotal = total(p);
        var qTotal = total(q);
        var sum = 0.0;
        for (var i = 0; i < p.length; i++) {
            var a = p[i] / pTotal;
            var b = q[i] / qTotal;
            sum += term(a, (a + b) / 2) + term(b, (a + b) / 2);
        }
        return Math.min(1, Math.max(0, sum / 2));
    }

    /**
     * The divergence of two distributions given as counts.
     *
     * @param p n counts, 0 or more
     * @param q n counts over the same outcomes
     * @return bits, from 0 to 1
     * @throws IllegalArgumentException as {@link #bits(double[], double[])}
     */
    public static double bits(long[] p, long[] q) {
        return bits(
                Arrays.stream(p).asDoubleStream().toArray(),
                Arrays.stream(q).asDoubleStream().toArray());
    }

    private static double total(double[] weights) {
        var total = Arrays.stream(weights).sum();
        if (!(total > 0) || Double.isInfinite(total) || Arrays.stream(weights).anyMatch(w -> w < 0)) {
            throw new IllegalArgumentException(
                    "weights must be 0 or more, and one more than 0, got " + Arrays.toString(weights));
        }
        return total;
    }

    private static double term(double share, double mean) {
        return share == 0 ? 0 : share * Math.log(share / mean) / Math.log(2);
    }
}
