package org.tinybabel.lab.training;

/** The learning rate of every step. */
@FunctionalInterface
public interface LearningRate {

    /**
     * The rate of one step.
     *
     * @param step 0 … steps − 1
     * @param steps how many there will be
     * @return the learning rate
     */
    double at(int step, int steps);

    /**
     * The same rate in every step.
     *
     * @param rate the learning rate
     * @return a schedule that ignores the step
     */
    static LearningRate constant(double rate) {
        return (step, steps) -> rate;
    }

    /**
     * Rises linearly to a rate and stays there. With a constant rate, a model after s of many steps is what a run of s steps
     * would have given, so one run gives a whole curve of training lengths.
     *
     * @param rate reached at step {@code warmUp}
     * @param warmUp steps of the rise
     * @return the schedule
     */
    static LearningRate warmUpThenConstant(double rate, int warmUp) {
        return (step, steps) -> rate * Math.min(1, (step + 1.0) / (warmUp + 1));
    }

    /**
     * Rises linearly to a peak, then falls along half a cosine wave to a share of it.
     *
     * @param peak the highest rate, reached at step {@code warmUp}
     * @param warmUp steps of the rise
     * @param floor the last rate as a share of the peak, 0 … 1
     * @return the schedule
     */
    static LearningRate warmUpThenCosine(double peak, int warmUp, double floor) {
        return (step, steps) -> {
            if (step < warmUp) {
                return peak * (step + 1) / (warmUp + 1);
            }
            var done = (double) (step - warmUp) / Math.max(1, steps - 1 - warmUp);
            return peak * (floor + (1 - floor) * (1 + Math.cos(Math.PI * done)) / 2);
        };
    }

    /**
     * Rises linearly to a peak, then falls along a straight line to a share of it.
     *
     * @param peak the highest rate, reached at step {@code warmUp}
     * @param warmUp steps of the rise
     * @param floor the last rate as a share of the peak, 0 … 1
     * @return the schedule
     */
    static LearningRate warmUpThenLinear(double peak, int warmUp, double floor) {
        return (step, steps) -> {
            if (step < warmUp) {
                return peak * (step + 1) / (warmUp + 1);
            }
            var done = (double) (step - warmUp) / Math.max(1, steps - 1 - warmUp);
            return peak * (1 - (1 - floor) * done);
        };
    }
}
