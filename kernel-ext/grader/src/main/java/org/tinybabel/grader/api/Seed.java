package org.tinybabel.grader.api;

import java.util.random.RandomGenerator;

/**
 * The seed of a run of tests, as a parameter of a test method: for inputs that cannot be known before. It stands in every
 * result, and the same seed gives the same inputs.
 *
 * @param value the seed; 1 where nobody chose one
 */
public record Seed(long value) {

    /** The JUnit configuration parameter that holds the seed of a run. */
    public static final String PARAMETER = "tinybabel.seed";

    /**
     * Random numbers that follow from the seed.
     *
     * @return a new generator, the same each time
     */
    public RandomGenerator random() {
        return new java.util.Random(value);
    }
}
