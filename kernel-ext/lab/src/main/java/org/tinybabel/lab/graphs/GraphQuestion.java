package org.tinybabel.lab.graphs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A question with several options whose answer is found by walking a graph, such as "what is the script of the language of
 * Uzbekistan?".
 *
 * @param start the entity that the question names
 * @param path the moves from the start to the answer
 * @param options the entities to choose from; one of them is the answer
 */
public record GraphQuestion(int start, List<Move> path, List<Integer> options) {

    /**
     * Copies the lists.
     *
     * @param start the entity that the question names
     * @param path the moves from the start to the answer, at least one
     * @param options the entities to choose from
     * @throws IllegalArgumentException if the path is empty or the answer is no option
     */
    public GraphQuestion {
        path = List.copyOf(path);
        options = List.copyOf(options);
        if (path.isEmpty() || !options.contains(path.get(path.size() - 1).to())) {
            throw new IllegalArgumentException("the path " + path + " must end at one of the options " + options);
        }
    }

    /**
     * The number of steps from the start to the answer.
     *
     * @return at least 1
     */
    public int hops() {
        return path.size();
    }

    /**
     * The right option.
     *
     * @return an entity
     */
    public int answer() {
        return path.get(path.size() - 1).to();
    }

    /**
     * The question in English.
     *
     * @param graph names the entities and relations
     * @return such as {@code What is the script of the language of Uzbekistan?}
     */
    public String text(KnowledgeGraph graph) {
        var words = new ArrayList<>(
                path.stream().map(move -> graph.moveName(move.relation())).toList());
        Collections.reverse(words);
        return "What is the " + String.join(" of the ", words) + " of "
                + graph.entities().get(start) + "?";
    }
}
