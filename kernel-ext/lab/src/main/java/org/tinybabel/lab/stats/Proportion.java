package org.tinybabel.lab.stats;

import org.hipparchus.stat.interval.BinomialProportion;
import org.tinybabel.display.Interval;

/**
 * A share that was counted, with 95 % intervals that hold for small counts and for shares near 0 and 1.
 *
 * @param hits how many have the property
 * @param total how many were looked at, at least 1
 */
public record Proportion(long hits, long total) {

    private static final double COVERAGE = 0.95;

    /**
     * Rejects counts that are no share.
     *
     * @param hits how many have the property
     * @param total how many were looked at
     */
    public Proportion {
        if (total < 1 || hits < 0 || hits > total || total > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "a share needs 0 <= hits <= total and a total of at least 1, got " + hits + " of " + total);
        }
    }

    /**
     * The share itself.
     *
     * @return hits / total, 0 to 1
     */
    public double share() {
        return (double) hits / total;
    }

    /**
     * Wilson's score interval: all shares that a score test would not reject (Wilson, Probable inference, 1927).
     *
     * @return the share and its 95 % interval, within 0 to 1
     */
    public Interval wilson() {
        var interval = BinomialProportion.getWilsonScoreInterval((int) total, share(), COVERAGE);
        return new Interval(
                share(),
                Math.min(share(), Math.max(0, interval.getLowerBound())),
                Math.max(share(), Math.min(1, interval.getUpperBound())));
    }

    /**
     * The difference to another share that was counted independently, with Newcombe's interval: the two Wilson intervals, added as
     * squares (Newcombe, Interval estimation for the difference between independent proportions, 1998, method 10).
     *
     * @param other the share to subtract
     * @return this share − the other and its 95 % interval, within −1 to 1
     */
    public Interval minus(Proportion other) {
        var mine = wilson();
        var others = other.wilson();
        var difference = mine.mean() - others.mean();
        return new Interval(
                difference,
                difference - Math.hypot(mine.mean() - mine.low(), others.high() - others.mean()),
                difference + Math.hypot(mine.high() - mine.mean(), others.mean() - others.low()));
    }

    /**
     * The worst-case bounds of the share where things were left out because nothing is known of them: all of them might lack the
     * property, or all have it (Manski, Partial Identification of Probability Distributions, 2003). They hold without any
     * assumption, and say nothing of chance.
     *
     * @param missing how many are missing, 0 or more
     * @return the share of those that are known, and the least and the greatest share of all
     * @throws IllegalArgumentException if the number is negative
     */
    public Interval worstCase(long missing) {
        if (missing < 0) {
            throw new IllegalArgumentException("there cannot be " + missing + " missing");
        }
        double all = total + missing;
        return new Interval(share(), hits / all, (hits + missing) / all);
    }
}
