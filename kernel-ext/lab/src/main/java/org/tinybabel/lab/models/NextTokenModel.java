package org.tinybabel.lab.models;

/** Anything that gives a probability to every possible next token. */
@FunctionalInterface
public interface NextTokenModel {

    /**
     * The model's predictions inside some sequences.
     *
     * @param sequences N sequences of T + 1 tokens each
     * @return log probabilities in nats, one row of V per prediction: the first sequence's T predictions (of its tokens 1 …
     *     T), then the next sequence's
     */
    double[][] logProbabilities(int[][] sequences);
}
