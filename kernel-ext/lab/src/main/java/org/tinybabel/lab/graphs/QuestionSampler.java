package org.tinybabel.lab.graphs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.tinybabel.lab.engine.RandomStreams;

/**
 * Draws questions about a graph: a random walk along forward edges is the path, its end the answer. What the wrong options are decides
 * what a question can show: see {@link Distractors}.
 */
public final class QuestionSampler {

    /** Where wrong options come from. */
    public enum Distractors {
        /**
         * All have the answer's type. They lie far away, so that whoever walks until an option is met mostly meets the answer: the
         * questions leak.
         */
        SAME_TYPE,
        /** Half of them have the answer's type, and half lie one step beside the path, so that to arrive at an option is not enough. */
        MIXED
    }

    private static final int WRONG = 4;
    private static final int NEAR = 4;

    private final KnowledgeGraph graph;
    private final Distractors distractors;
    private final Random random;

    /**
     * Questions about a graph.
     *
     * @param graph what they are about
     * @param distractors where wrong options come from
     * @param seed equal seeds give equal questions
     */
    public QuestionSampler(KnowledgeGraph graph, Distractors distractors, long seed) {
        this.graph = graph;
        this.distractors = distractors;
        this.random = RandomStreams.of(seed, "questions");
    }

    /**
     * Draws a question with five options.
     *
     * @param starts entities to begin at
     * @param hops the length of the path
     * @return a question in which no entity occurs twice on the path
     * @throws IllegalArgumentException if a thousand tries find none
     */
    public GraphQuestion draw(List<Integer> starts, int hops) {
        for (var i = 0; i < 1000; i++) {
            var question = attempt(starts.get(random.nextInt(starts.size())), hops);
            if (question.isPresent()) {
                return question.get();
            }
        }
        throw new IllegalArgumentException("found no path of " + hops + " steps from " + starts.size() + " starts");
    }

    private Optional<GraphQuestion> attempt(int start, int hops) {
        var path = new ArrayList<Move>();
        var onPath = new LinkedHashSet<>(Set.of(start));
        var here = start;
        for (var step = 0; step < hops; step++) {
            var moves = graph.forward(here).stream()
                    .filter(move -> !onPath.contains(move.to()))
                    .toList();
            if (moves.isEmpty()) {
                return Optional.empty();
            }
            var move = moves.get(random.nextInt(moves.size()));
            path.add(move);
            here = move.to();
            onPath.add(here);
        }
        var options = new LinkedHashSet<>(Set.of(here));
        if (distractors == Distractors.MIXED) {
            fill(options, beside(onPath), onPath, 1 + WRONG / 2);
        }
        var sameType = graph.ofType(graph.types().get(here));
        var near = graph.distances(start, NEAR).keySet();
        fill(options, sameType.stream().filter(near::contains).toList(), onPath, 1 + WRONG);
        fill(options, sameType, onPath, 1 + WRONG);
        if (options.size() <= WRONG) {
            return Optional.empty();
        }
        var shuffled = new ArrayList<>(options);
        Collections.shuffle(shuffled, random);
        return Optional.of(new GraphQuestion(start, path, shuffled));
    }

    private List<Integer> beside(Set<Integer> path) {
        return path.stream()
                .flatMap(entity -> graph.forward(entity).stream())
                .map(Move::to)
                .distinct()
                .toList();
    }

    private void fill(Set<Integer> options, List<Integer> from, Set<Integer> path, int size) {
        var shuffled = new ArrayList<>(from);
        Collections.shuffle(shuffled, random);
        for (var entity : shuffled) {
            if (options.size() < size && !path.contains(entity)) {
                options.add(entity);
            }
        }
    }
}
