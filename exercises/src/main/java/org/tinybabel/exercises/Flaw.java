package org.tinybabel.exercises;

/** What may be wrong with an experiment whose result looks too good, and what it would look like. */
public enum Flaw {
    /**
     * Test data, or something that gives them away, were among the training data. The score on new data is about as good as on
     * training data, and it falls when everything that resembles a training item is taken out of the test.
     */
    LEAK,
    /**
     * A setting, such as a size, a stopping point or an exponent, was chosen by the very data on which the result is then
     * reported. The score falls on data that had no part in the choice.
     */
    TUNED_ON_TEST,
    /**
     * Nothing stands beside the number. What lacks the cause that the claim names, such as a random model or a simple rule,
     * might reach the same number, and nobody has looked.
     */
    MISSING_CONTROL,
    /** The number is that of a single seed. There is no interval, and other seeds give other numbers, many of them lower. */
    ONE_LUCKY_SEED,
    /**
     * The sides that are compared differ in more than the claim names: one of them had more text, more steps or more
     * parameters. The difference goes away when both get the same.
     */
    UNEQUAL_CONDITIONS,
    /**
     * Measurements that hang together, such as many runs with one seed, are counted as if each were a new one. The interval is
     * far too narrow, and the next seed often falls outside of it.
     */
    DEPENDENT_RUNS
}
