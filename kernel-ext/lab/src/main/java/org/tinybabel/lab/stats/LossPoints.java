package org.tinybabel.lab.stats;

import java.util.Arrays;

/** Measured losses as a law's fit sees them: the logarithms of m sizes, data, shares and losses. */
record LossPoints(double[] logN, double[] logD, double[] logP, double[] logLoss) {

    static LossPoints of(double[] n, double[] d, double[] p, double[] loss) {
        if (n.length != d.length || n.length != p.length || n.length != loss.length) {
            throw new IllegalArgumentException("a law needs as many sizes, data, shares and losses, got " + n.length
                    + ", " + d.length + ", " + p.length + " and " + loss.length);
        }
        for (var i = 0; i < n.length; i++) {
            check(n[i], d[i], p[i]);
            if (!(loss[i] > 0 && loss[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a loss must be positive and finite, got " + loss[i]);
            }
        }
        return new LossPoints(logs(n), logs(d), logs(p), logs(loss));
    }

    private static double[] logs(double[] values) {
        return Arrays.stream(values).map(Math::log).toArray();
    }

    static void check(double n, double d, double p) {
        if (!(n > 0 && n < Double.POSITIVE_INFINITY && d > 0 && d < Double.POSITIVE_INFINITY && p > 0 && p <= 1)) {
            throw new IllegalArgumentException(
                    "a law needs n > 0, d > 0 and 0 < p <= 1, got n " + n + ", d " + d + ", p " + p);
        }
    }

    int size() {
        return logLoss.length;
    }

    /** The geometric means, as logarithms. */
    Origin middle() {
        return new Origin(mean(logN), mean(logD), mean(logP), mean(logLoss));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    /** What a search's logarithms are relative to: all 0 for the caller's own units. */
    record Origin(double n, double d, double p, double loss) {

        static final Origin OWN_UNITS = new Origin(0, 0, 0, 0);
    }
}
