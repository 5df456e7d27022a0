package org.tinybabel.lab.graphs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.tinybabel.lab.engine.RandomStreams;

/**
 * Walks a graph from the start of a question, one decision after the other, until an option is met. No entity is visited twice. A move
 * leads along an edge or against one; of a hub's many backward edges, a random few are offered, and the forward edges always.
 */
public final class GraphSearch {

    private final KnowledgeGraph graph;
    private final int maxSteps;
    private final int candidates;
    private final long seed;

    /**
     * Searches in a graph.
     *
     * @param graph where to walk
     * @param maxSteps the most moves of one search
     * @param candidates the most moves to choose from, unless there are more forward edges
     * @param seed equal seeds offer the same candidates in the same order
     * @throws IllegalArgumentException if fewer than one step or candidate is allowed
     */
    public GraphSearch(KnowledgeGraph graph, int maxSteps, int candidates, long seed) {
        if (maxSteps < 1 || candidates < 1) {
            throw new IllegalArgumentException(
                    "expected at least 1 step and 1 candidate, got " + maxSteps + " and " + candidates);
        }
        this.graph = graph;
        this.maxSteps = maxSteps;
        this.candidates = candidates;
        this.seed = seed;
    }

    /**
     * Searches for the answers of several questions side by side.
     *
     * @param questions what is asked
     * @param policy scores the candidates; the best one is taken, of equal ones the first
     * @return what each search has done, in the order of the questions
     */
    public List<SearchTrace> run(List<GraphQuestion> questions, SearchPolicy policy) {
        var random = RandomStreams.of(seed, "candidates");
        var traces = new ArrayList<SearchTrace>();
        questions.forEach(question -> traces.add(new SearchTrace(question, List.of(), List.of())));
        for (var step = 0; step < maxSteps; step++) {
            var places = new ArrayList<Integer>();
            var states = new ArrayList<SearchState>();
            for (var i = 0; i < traces.size(); i++) {
                var trace = traces.get(i);
                if (trace.found().isEmpty() && trace.path().size() == step) {
                    var state = state(trace.question(), trace.path(), random);
                    if (!state.candidates().isEmpty()) {
                        places.add(i);
                        states.add(state);
                    }
                }
            }
            if (states.isEmpty()) {
                break;
            }
            var scores = policy.scores(states);
            for (var i = 0; i < states.size(); i++) {
                traces.set(places.get(i), moved(traces.get(places.get(i)), states.get(i), scores.get(i)));
            }
        }
        return traces;
    }

    private static SearchTrace moved(SearchTrace trace, SearchState state, double[] scores) {
        var best = 0;
        for (var i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return new SearchTrace(
                trace.question(),
                Stream.concat(
                                trace.path().stream(),
                                Stream.of(state.candidates().get(best)))
                        .toList(),
                Stream.concat(trace.scores().stream(), Stream.of(scores[best])).toList());
    }

    /**
     * What there is to choose from after some moves.
     *
     * @param question what is asked
     * @param path the moves so far
     * @param random draws backward edges, and the order
     * @return the state, with candidates in random order; none if all neighbours have been visited
     */
    public SearchState state(GraphQuestion question, List<Move> path, Random random) {
        var visited = new HashSet<>(List.of(question.start()));
        path.forEach(move -> visited.add(move.to()));
        var here = path.isEmpty() ? question.start() : path.get(path.size() - 1).to();
        var moves = new ArrayList<>(graph.forward(here));
        moves.removeIf(move -> visited.contains(move.to()));
        var backward = new ArrayList<>(graph.backward(here));
        backward.removeIf(move -> visited.contains(move.to()));
        Collections.shuffle(backward, random);
        moves.addAll(backward.subList(0, Math.min(backward.size(), Math.max(0, candidates - moves.size()))));
        Collections.shuffle(moves, random);
        return new SearchState(question, path, moves);
    }
}
