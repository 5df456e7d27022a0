package org.tinybabel.lab.stats;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.stat.StatUtils;
import org.tinybabel.display.Interval;
import org.tinybabel.lab.engine.RandomStreams;

/**
 * What a statistic of counts would have been with other data. Counts are samples in rows, categories in columns; each thing that was
 * counted is drawn by itself, so things must be independent.
 */
public final class CountResampling {

    private CountResampling() {}

    /**
     * The multinomial bootstrap: each sample is drawn anew from itself, with replacement and as large as it was. The interval is the
     * middle 95 % of the statistic (Efron, Bootstrap methods, 1979).
     *
     * <p>Statistics that cannot be negative, such as divergences, come out too large on resampled counts: compare their interval with
     * {@link #pooled}, never with 0.
     *
     * @param counts (samples, categories)
     * @param resamples how often to draw, 1,000 or so
     * @param seed equal seeds give equal intervals
     * @param statistic a number made from counts of the same shape
     * @return the statistic of the counts and its 95 % interval, made so wide that it holds the statistic
     * @throws IllegalArgumentException if a count is negative, a sample is empty, or {@code resamples} is below 1
     */
    public static Interval bootstrap(long[][] counts, int resamples, long seed, ToDoubleFunction<long[][]> statistic) {
        var random = RandomStreams.of(seed, "multinomial bootstrap");
        var values = values(counts, resamples, statistic, () -> Arrays.stream(counts)
                .map(sample -> drawn(sample, size(sample), random))
                .toArray(long[][]::new));
        var observed = statistic.applyAsDouble(counts);
        return new Interval(
                observed,
                Math.min(observed, StatUtils.percentile(values, 2.5)),
                Math.max(observed, StatUtils.percentile(values, 97.5)));
    }

    /**
     * The statistic where nothing differs: all samples are drawn, as large as they were, from one and the same pool, which is their
     * sum. With replacement.
     *
     * @param counts (samples, categories)
     * @param resamples how often to draw
     * @param seed equal seeds give equal values
     * @param statistic a number made from counts of the same shape
     * @return {@code resamples} values, in the order in which they were drawn
     * @throws IllegalArgumentException as {@link #bootstrap}
     */
    public static double[] pooled(long[][] counts, int resamples, long seed, ToDoubleFunction<long[][]> statistic) {
        var random = RandomStreams.of(seed, "pooled resampling");
        return values(counts, resamples, statistic, () -> Arrays.stream(counts)
                .map(sample -> drawn(pool(counts), size(sample), random))
                .toArray(long[][]::new));
    }

    /**
     * The statistic where nothing differs, without replacement: everything that was counted is dealt out anew to the samples, so that
     * the sums of the categories stay as they were. This is a permutation test's null distribution.
     *
     * @param counts (samples, categories)
     * @param resamples how often to deal
     * @param seed equal seeds give equal values
     * @param statistic a number made from counts of the same shape
     * @return {@code resamples} values, in the order in which they were dealt
     * @throws IllegalArgumentException as {@link #bootstrap}
     */
    public static double[] permuted(long[][] counts, int resamples, long seed, ToDoubleFunction<long[][]> statistic) {
        var random = RandomStreams.of(seed, "permutation");
        var pool = pool(counts);
        var things = IntStream.range(0, pool.length)
                .flatMap(category -> IntStream.generate(() -> category).limit(pool[category]))
                .toArray();
        return values(counts, resamples, statistic, () -> {
            shuffle(things, random);
            var dealt = new long[counts.length][pool.length];
            var next = 0;
            for (var i = 0; i < counts.length; i++) {
                for (var left = size(counts[i]); left > 0; left--) {
                    dealt[i][things[next++]]++;
                }
            }
            return dealt;
        });
    }

    private static void shuffle(int[] things, Random random) {
        for (var i = things.length - 1; i > 0; i--) {
            var j = random.nextInt(i + 1);
            var kept = things[i];
            things[i] = things[j];
            things[j] = kept;
        }
    }

    /** Draws counts. */
    private interface Draw {

        long[][] next();
    }

    private static double[] values(long[][] counts, int resamples, ToDoubleFunction<long[][]> statistic, Draw draw) {
        if (resamples < 1) {
            throw new IllegalArgumentException("at least 1 resample is needed, got " + resamples);
        }
        for (var sample : counts) {
            if (Arrays.stream(sample).anyMatch(count -> count < 0) || size(sample) == 0) {
                throw new IllegalArgumentException(
                        "a sample needs counts of 0 or more, and at least one above 0, got " + Arrays.toString(sample));
            }
        }
        var values = new double[resamples];
        for (var i = 0; i < resamples; i++) {
            values[i] = statistic.applyAsDouble(draw.next());
        }
        return values;
    }

    private static long size(long[] sample) {
        return Arrays.stream(sample).sum();
    }

    private static long[] pool(long[][] counts) {
        var pool = new long[counts.length == 0 ? 0 : counts[0].length];
        for (var sample : counts) {
            Arrays.setAll(pool, category -> pool[category] + sample[category]);
        }
        return pool;
    }

    private static long[] drawn(long[] sample, long size, Random random) {
        var ends = sample.clone();
        Arrays.parallelPrefix(ends, Long::sum);
        var drawn = new long[sample.length];
        for (var i = 0L; i < size; i++) {
            var thing = random.nextInt((int) ends[ends.length - 1]);
            var category = 0;
            while (thing >= ends[category]) {
                category++;
            }
            drawn[category]++;
        }
        return drawn;
    }
}
