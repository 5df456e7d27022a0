package org.tinybabel.lab.engine;

import java.util.Random;

/**
 * Independent random numbers for the different purposes of one experiment: the language, the sample, the weights, the
 * batches. Changing how many numbers one purpose draws leaves the others as they were.
 *
 * <p>{@link Random} is used because its algorithms, {@code nextGaussian} included, are fixed by specification: a seed means
 * the same numbers on every Java version.
 */
public final class RandomStreams {

    private RandomStreams() {}

    /**
     * The random numbers for one purpose.
     *
     * @param seed the seed of the experiment
     * @param purpose what the numbers are for, such as {@code "weights"}
     * @return a generator at its start; equal arguments give equal numbers
     */
    public static Random of(long seed, String purpose) {
        return new Random(mix(seed * 0x9E3779B97F4A7C15L + purpose.hashCode()));
    }

    /** The finalizer of SplitMix64: neighbouring seeds end up far apart. */
    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
