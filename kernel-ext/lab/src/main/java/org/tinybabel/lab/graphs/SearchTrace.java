package org.tinybabel.lab.graphs;

import java.util.List;
import java.util.OptionalInt;

/**
 * What a search has done.
 *
 * @param question what was asked
 * @param path the moves, in order
 * @param scores the score of each move when it was chosen
 */
public record SearchTrace(GraphQuestion question, List<Move> path, List<Double> scores) {

    /**
     * Copies the lists.
     *
     * @param question what was asked
     * @param path the moves, in order
     * @param scores the score of each move when it was chosen
     */
    public SearchTrace {
        path = List.copyOf(path);
        scores = List.copyOf(scores);
    }

    /**
     * The option at which the search ended.
     *
     * @return an entity; empty if the search met no option
     */
    public OptionalInt found() {
        var last = path.isEmpty() ? -1 : path.get(path.size() - 1).to();
        return question.options().contains(last) ? OptionalInt.of(last) : OptionalInt.empty();
    }

    /**
     * Whether the search went the way that the question describes.
     *
     * @return whether all moves are those of the question's path
     */
    public boolean follows() {
        return path.equals(question.path());
    }

    /**
     * The trace in words.
     *
     * @param graph names the entities and relations
     * @return such as {@code Uzbekistan –language→ Uzbek –script→ Latin}
     */
    public String text(KnowledgeGraph graph) {
        var text = new StringBuilder(graph.entities().get(question.start()));
        path.forEach(move -> text.append(" –")
                .append(graph.moveName(move.relation()))
                .append("→ ")
                .append(graph.entities().get(move.to())));
        return text.toString();
    }
}
