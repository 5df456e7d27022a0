package org.tinybabel.grader;

import org.tinybabel.grader.remote.Budget;

/**
 * What a submission may use.
 *
 * @param cell the budget of one snippet of a cell
 * @param call the budget of one call by a test
 * @param submission the budget of all cells and calls of a submission together
 * @param heapMegabytes the Java heap of the student's process, in MiB
 */
public record Limits(Budget cell, Budget call, Budget submission, int heapMegabytes) {

    /** The heap of a student's process unless another size is chosen, in MiB. */
    public static final int HEAP_MEGABYTES = 512;

    /** Code cells of one notebook; more are not a notebook that somebody wrote. */
    static final int MOST_CELLS = 1000;

    /** Characters of source in one cell; the compiler's work can grow much faster than its source. */
    static final int MOST_CHARACTERS_OF_A_CELL = 100_000;

    /** Characters of source in all cells together. */
    static final int MOST_CHARACTERS = 1_000_000;

    /**
     * Limits for exercises whose methods answer within a second.
     *
     * @param seconds the processor time of one call, in seconds
     * @return limits that give a cell three times as much, and a submission twenty times
     */
    public static Limits ofSecondsPerCall(int seconds) {
        return new Limits(
                Budget.ofSeconds(3 * seconds),
                Budget.ofSeconds(seconds),
                Budget.ofSeconds(20 * seconds),
                HEAP_MEGABYTES);
    }
}
