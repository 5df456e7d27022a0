package org.tinybabel.display;

import java.util.Objects;
import java.util.stream.DoubleStream;

/**
 * A measured number with the range that its uncertainty allows, such as a mean over seeds with its 95 % interval.
 *
 * @param mean the estimate
 * @param low the lower end, at most {@code mean}
 * @param high the upper end, at least {@code mean}
 * @param sample what it was made from
 */
public record Interval(double mean, double low, double high, Sample sample) {

    /**
     * What an interval was made from.
     *
     * @param size how many independent repetitions, usually seeds; 0 if that is not known
     * @param method how, such as {@code t}, {@code bootstrap} or {@code logit}; blank if that is not known
     */
    public record Sample(int size, String method) {

        /** Nothing is known about it. */
        public static final Sample UNKNOWN = new Sample(0, "");

        /** A number that was counted, not estimated: without repetitions, and without uncertainty. */
        public static final Sample EXACT = new Sample(0, "exact");

        /**
         * Rejects a negative size.
         *
         * @param size at least 0
         * @param method may be blank
         */
        public Sample {
            Objects.requireNonNull(method, "method");
            if (size < 0) {
                throw new IllegalArgumentException("a sample has at least 0 repetitions, got " + size);
            }
        }
    }

    /**
     * Rejects ends that are out of order; {@code NaN}, which stands for "not known", passes.
     *
     * @param mean the estimate
     * @param low the lower end
     * @param high the upper end
     * @param sample what it was made from
     */
    public Interval {
        Objects.requireNonNull(sample, "sample");
        if (low > mean || mean > high) {
            throw new IllegalArgumentException(
                    "an interval needs low <= mean <= high, got low " + low + ", mean " + mean + ", high " + high);
        }
    }

    /**
     * An interval of which only the numbers are known.
     *
     * @param mean the estimate
     * @param low the lower end
     * @param high the upper end
     */
    public Interval(double mean, double low, double high) {
        this(mean, low, high, Sample.UNKNOWN);
    }

    /**
     * A number without uncertainty, such as a count in a fixed table.
     *
     * @param value the number
     * @return an interval without width
     */
    public static Interval exact(double value) {
        return new Interval(value, value, value, Sample.EXACT);
    }

    /**
     * The same interval with what it was made from.
     *
     * @param size how many independent repetitions
     * @param method how, such as {@code t}
     * @return the interval with its sample
     */
    public Interval of(int size, String method) {
        return new Interval(mean, low, high, new Sample(size, method));
    }

    /**
     * Asks whether the number lies above a bound: it does if the whole interval does, and does not if no part of the interval does.
     *
     * @param bound the number to compare with
     * @return holds if {@code low > bound}, fails if {@code high <= bound}, undecided otherwise
     */
    public Condition above(double bound) {
        return Condition.of(this, "above " + Numbers.format(bound), low > bound, high <= bound);
    }

    /**
     * Asks whether the number lies below a bound: it does if the whole interval does, and does not if no part of the interval does.
     *
     * @param bound the number to compare with
     * @return holds if {@code high < bound}, fails if {@code low >= bound}, undecided otherwise
     */
    public Condition below(double bound) {
        return Condition.of(this, "below " + Numbers.format(bound), high < bound, low >= bound);
    }

    /**
     * Asks whether the number is as good as zero: equivalence, not the absence of a difference. An interval that contains 0 may be
     * wide and says nothing; this one has to be narrow.
     *
     * @param bound how far from 0 is still as good as 0, more than 0
     * @return holds if {@code -bound <= low} and {@code high <= bound}, fails if the interval lies wholly outside, undecided otherwise
     * @throws IllegalArgumentException if the bound is not positive
     */
    public Condition within(double bound) {
        if (!(bound > 0)) {
            throw new IllegalArgumentException("\"nothing changes\" needs a bound above 0, got " + bound);
        }
        return within(-bound, bound);
    }

    /**
     * Asks whether the number lies in a range.
     *
     * @param least the lower end of the range
     * @param most the upper end of the range, more than {@code least}
     * @return holds if the whole interval lies in the range, fails if it lies wholly outside, undecided otherwise
     * @throws IllegalArgumentException if the range is empty
     */
    public Condition within(double least, double most) {
        if (!(least < most)) {
            throw new IllegalArgumentException("a range goes from less to more, got " + least + " to " + most);
        }
        return Condition.of(
                this,
                "within " + Numbers.format(least) + " to " + Numbers.format(most),
                least <= low && high <= most,
                low > most || high < least);
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

    /** A single number is an interval without width. */
    String spelled() {
        return low == high ? Numbers.format(mean) : toString();
    }
}
