package org.tinybabel.grader.remote;

import java.time.Duration;

/**
 * What one cell, one call of a student's method or one submission may use. Processor time is what counts, because a busy
 * machine must not cost a student points; the clock is only a backstop for code that sleeps.
 *
 * @param processor the processor time of the student's processes
 * @param clock the time that may pass
 */
public record Budget(Duration processor, Duration clock) {

    /**
     * A budget whose clock is ten times as generous as its processor time.
     *
     * @param seconds the processor time, in seconds
     * @return the budget
     * @throws IllegalArgumentException if the time is not positive
     */
    public static Budget ofSeconds(int seconds) {
        if (seconds < 1) {
            throw new IllegalArgumentException("A budget must be at least 1 second, got " + seconds);
        }
        return new Budget(Duration.ofSeconds(seconds), Duration.ofSeconds(10L * seconds));
    }

    /**
     * A multiple of this budget.
     *
     * @param factor how many times as much
     * @return the larger budget
     */
    public Budget times(int factor) {
        return new Budget(processor.multipliedBy(factor), clock.multipliedBy(factor));
    }

    /**
     * The smaller of this budget and what is left of another.
     *
     * @param left the processor time that is left
     * @return a budget with no more processor time than that
     */
    public Budget atMost(Duration left) {
        return left.compareTo(processor) < 0 ? new Budget(left, clock) : this;
    }
}
