package org.tinybabel.lab.graphs;

import java.util.List;

/**
 * Where a search stands.
 *
 * @param question what is asked
 * @param path the moves so far
 * @param candidates the moves to choose from, at least one
 */
public record SearchState(GraphQuestion question, List<Move> path, List<Move> candidates) {

    /**
     * Copies the lists.
     *
     * @param question what is asked
     * @param path the moves so far
     * @param candidates the moves to choose from
     */
    public SearchState {
        path = List.copyOf(path);
        candidates = List.copyOf(candidates);
    }

    /**
     * The entity where the search is.
     *
     * @return the end of the path, or the question's start
     */
    public int here() {
        return path.isEmpty() ? question.start() : path.get(path.size() - 1).to();
    }
}
