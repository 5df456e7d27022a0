package org.tinybabel.grader.remote;

import java.time.Duration;

/**
 * What one cell or one call of a student's method may use. Processor time is what counts, because a busy machine must not
 * cost a student points; the clock is only a backstop for code that sleeps.
 *
 * @param processor the processor time of the student's process
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
}
