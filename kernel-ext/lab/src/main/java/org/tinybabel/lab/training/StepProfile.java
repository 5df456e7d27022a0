package org.tinybabel.lab.training;

/**
 * Where the time of training steps went.
 *
 * @param steps how many steps were added up
 * @param forward nanoseconds for the loss function, making its batch included
 * @param backward nanoseconds for the gradients
 * @param optimizer nanoseconds for clipping and updating
 * @param close nanoseconds for freeing the step's arrays
 */
public record StepProfile(int steps, long forward, long backward, long optimizer, long close) {

    /** No steps yet. */
    public static final StepProfile NONE = new StepProfile(0, 0, 0, 0, 0);

    StepProfile plus(long moreForward, long moreBackward, long moreOptimizer) {
        return new StepProfile(
                steps + 1, forward + moreForward, backward + moreBackward, optimizer + moreOptimizer, close);
    }

    StepProfile plusClosing(long moreClose) {
        return new StepProfile(steps, forward, backward, optimizer, close + moreClose);
    }
}
