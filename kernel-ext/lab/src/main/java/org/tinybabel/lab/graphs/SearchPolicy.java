package org.tinybabel.lab.graphs;

import java.util.List;
import java.util.random.RandomGenerator;

/** Says how good each candidate of a search is. The search takes the best. */
@FunctionalInterface
public interface SearchPolicy {

    /**
     * Scores the candidates of several searches at once.
     *
     * @param states where the searches stand
     * @return for each state, a number for each of its candidates, such as its probability
     */
    List<double[]> scores(List<SearchState> states);

    /**
     * The walk that decides nothing: all candidates are equally likely.
     *
     * @param random draws the scores
     * @return random numbers as scores
     */
    static SearchPolicy randomWalk(RandomGenerator random) {
        return states -> states.stream()
                .map(state -> random.doubles(state.candidates().size()).toArray())
                .toList();
    }
}
