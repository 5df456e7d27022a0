package org.tinybabel.grader;

import java.time.Duration;
import org.tinybabel.grader.remote.Budget;

/**
 * What a submission may use.
 *
 * @param cell the budget of one snippet of a cell
 * @param call the budget of one call by a test
 * @param submission the time after which the rest of a submission is given up
 */
public record Limits(Budget cell, Budget call, Duration submission) {

    /**
     * Limits for exercises whose methods answer within a second.
     *
     * @param seconds the processor time of one call, in seconds
     * @return limits that give a cell three times as much, and a submission a hundred times
     */
    public static Limits ofSecondsPerCall(int seconds) {
        return new Limits(Budget.ofSeconds(3 * seconds), Budget.ofSeconds(seconds), Duration.ofSeconds(100L * seconds));
    }
}
