package org.tinybabel.display;

import java.util.stream.DoubleStream;

/**
 * A measured number with the range that its uncertainty allows, such as a mean over seeds with its 95 % interval.
 *
 * @param mean the estimate
 * @param low the lower end, at most {@code mean}
 * @param high the upper end, at least {@code mean}
 */
public record Interval(double mean, double low, double high) {

    /**
     * Rejects ends that are out of order; {@code NaN}, which stands for "not known", passes.
     *
     * @param mean the estimate
     * @param low the lower end
     * @param high the upper end
     */
    public Interval {
        if (low > mean || mean > high) {
            throw new IllegalArgumentException(
                    "an interval needs low <= mean <= high, got low " + low + ", mean " + mean + ", high " + high);
        }
    }

    /**
     * Says whether the whole interval lies above a number: what "the interval excludes 0" means for a difference.
     *
     * @param bound the number to compare with
     * @return whether {@code low > bound}
     */
    public boolean above(double bound) {
        return low > bound;
    }

    /**
     * Says whether the whole interval lies below a number.
     *
     * @param bound the number to compare with
     * @return whether {@code high < bound}
     */
    public boolean below(double bound) {
        return high < bound;
    }

    /**
     * Says whether a number lies in the interval, its ends included.
     *
     * @param value the number to look for
     * @return whether {@code low <= value <= high}
     */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /**
     * The mean and the range, with about four significant digits in the greatest of them.
     *
     * @return such as {@code 0.959 [0.953, 0.965]}
     */
    @Override
    public String toString() {
        var format = Numbers.formatter(DoubleStream.of(mean, low, high));
        return format.apply(mean) + " [" + format.apply(low) + ", " + format.apply(high) + "]";
    }
}
