package org.tinybabel.lab.graphs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.tinybabel.lab.engine.RandomStreams;

/**
 * Graphs of facts that mean nothing, for learning to search without learning a fact. A random schema says which relations an entity of
 * each type has and of which type their tails are; then each entity gets one random tail for each of them.
 */
public final class RandomGraph {

    private RandomGraph() {}

    /**
     * Draws a graph.
     *
     * @param entities how many entities, spread evenly over the types
     * @param types how many types
     * @param relations the relations' names
     * @param schema how many pairs of a type and a relation have a tail; at most types × relations
     * @param seed equal seeds give equal graphs
     * @return entities {@code e0, e1 …} of the types {@code t0, t1 …}; no entity is its own tail, and no entity has two tails in one
     *     relation
     * @throws IllegalArgumentException if the schema is larger than the pairs there are, or types have fewer than 2 entities
     */
    public static KnowledgeGraph of(int entities, int types, List<String> relations, int schema, long seed) {
        if (schema > types * relations.size() || entities < 2 * types) {
            throw new IllegalArgumentException("expected at most " + types * relations.size()
                    + " pairs in the schema and at least " + 2 * types + " entities, got " + schema + ", " + entities);
        }
        var random = RandomStreams.of(seed, "graph");
        var pairs = new ArrayList<>(
                IntStream.range(0, types * relations.size()).boxed().toList());
        Collections.shuffle(pairs, random);
        var triples = new ArrayList<Triple>();
        for (var pair : pairs.subList(0, schema)) {
            var tailType = random.nextInt(types);
            for (var head = pair % types; head < entities; head += types) {
                int tail;
                do {
                    tail = tailType + types * random.nextInt((entities - tailType + types - 1) / types);
                } while (tail == head);
                triples.add(new Triple(head, pair / types, tail));
            }
        }
        return new KnowledgeGraph(
                IntStream.range(0, entities).mapToObj(i -> "e" + i).toList(),
                IntStream.range(0, entities).mapToObj(i -> "t" + i % types).toList(),
                relations,
                triples);
    }
}
