package org.tinybabel.lab.graphs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.tinybabel.lab.engine.RandomStreams;

/**
 * Facts as a graph: entities of several types are its nodes, and each {@link Triple} is an edge from its head to its tail. Edges can
 * also be walked backwards, as in ConceptNet: relation r then has the number r + R, where R is the number of relations.
 *
 * <p>A graph does not change; {@link #corrupted} and {@link #keeping} make others with the same entities.
 */
public final class KnowledgeGraph {

    private final List<String> entities;
    private final List<String> types;
    private final List<String> relations;
    private final List<Triple> triples;
    private final List<List<Move>> forward;
    private final List<List<Move>> backward;

    /**
     * A graph of given facts.
     *
     * @param entities the entities' names; their places are the indices of the triples
     * @param types the type of each entity
     * @param relations the relations' names
     * @param triples the facts
     * @throws IllegalArgumentException if there is not one type for each entity, or a triple names what does not exist
     */
    public KnowledgeGraph(List<String> entities, List<String> types, List<String> relations, List<Triple> triples) {
        if (types.size() != entities.size()) {
            throw new IllegalArgumentException(
                    "expected a type for each of " + entities.size() + " entities, got " + types.size());
        }
        this.entities = List.copyOf(entities);
        this.types = List.copyOf(types);
        this.relations = List.copyOf(relations);
        this.triples = List.copyOf(triples);
        this.forward = lists(entities.size());
        this.backward = lists(entities.size());
        for (var triple : triples) {
            check(triple);
            forward.get(triple.head()).add(new Move(triple.relation(), triple.tail()));
            backward.get(triple.tail()).add(new Move(triple.relation() + relations.size(), triple.head()));
        }
    }

    private static List<List<Move>> lists(int n) {
        return IntStream.range(0, n)
                .<List<Move>>mapToObj(i -> new ArrayList<>())
                .toList();
    }

    private void check(Triple triple) {
        if (!within(triple.head(), entities.size())
                || !within(triple.tail(), entities.size())
                || !within(triple.relation(), relations.size())) {
            throw new IllegalArgumentException(
                    triple + " does not fit " + entities.size() + " entities and " + relations.size() + " relations");
        }
    }

    private static boolean within(int index, int size) {
        return index >= 0 && index < size;
    }

    /**
     * The entities' names.
     *
     * @return one for each entity
     */
    public List<String> entities() {
        return entities;
    }

    /**
     * The entities' types.
     *
     * @return one for each entity
     */
    public List<String> types() {
        return types;
    }

    /**
     * The relations' names.
     *
     * @return R names
     */
    public List<String> relations() {
        return relations;
    }

    /**
     * All facts.
     *
     * @return in the order given
     */
    public List<Triple> triples() {
        return triples;
    }

    /**
     * The entities of a type.
     *
     * @param type such as {@code country}
     * @return their indices, in ascending order
     */
    public List<Integer> ofType(String type) {
        return IntStream.range(0, types.size())
                .filter(entity -> types.get(entity).equals(type))
                .boxed()
                .toList();
    }

    /**
     * Finds an entity by its name.
     *
     * @param name one of {@link #entities}
     * @return its index
     * @throws IllegalArgumentException if there is none
     */
    public int entity(String name) {
        var index = entities.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("no entity is called '" + name + "'");
        }
        return index;
    }

    /**
     * What is said about an entity.
     *
     * @param entity its index
     * @return the moves along edges that leave it, in the order of the triples
     */
    public List<Move> forward(int entity) {
        return Collections.unmodifiableList(forward.get(entity));
    }

    /**
     * What an entity is said of.
     *
     * @param entity its index
     * @return the moves against edges that end at it, in the order of the triples; relations from R on
     */
    public List<Move> backward(int entity) {
        return Collections.unmodifiableList(backward.get(entity));
    }

    /**
     * The number of edges at an entity, in both directions.
     *
     * @param entity its index
     * @return its degree
     */
    public int degree(int entity) {
        return forward.get(entity).size() + backward.get(entity).size();
    }

    /**
     * The name of a move.
     *
     * @param relation 0 to 2R − 1
     * @return the relation's name; of one walked backwards, with "of" behind it
     */
    public String moveName(int relation) {
        var forwards = relation < relations.size();
        return forwards ? relations.get(relation) : relations.get(relation - relations.size()) + " of";
    }

    /**
     * How far other entities are, with edges walked in both directions.
     *
     * @param start where to begin
     * @param steps how far to go
     * @return each entity that is reached, with its distance in steps, the nearest first; the start has distance 0
     */
    public Map<Integer, Integer> distances(int start, int steps) {
        var distances = new LinkedHashMap<>(Map.of(start, 0));
        var open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            var entity = open.remove();
            var next = distances.get(entity) + 1;
            if (next > steps) {
                break;
            }
            for (var moves : List.of(forward.get(entity), backward.get(entity))) {
                for (var move : moves) {
                    if (distances.putIfAbsent(move.to(), next) == null) {
                        open.add(move.to());
                    }
                }
            }
        }
        return distances;
    }

    /**
     * The facts around an entity. From each entity reached, all its forward edges are taken, and a random few of its backward
     * edges: a hub such as a continent has dozens.
     *
     * @param start where to begin
     * @param steps how far to go
     * @param mostBackward how many backward edges of one entity are followed
     * @param seed equal seeds follow the same ones
     * @return different triples, the nearest first
     */
    public List<Triple> neighbourhood(int start, int steps, int mostBackward, long seed) {
        var random = RandomStreams.of(seed, "neighbourhood");
        Set<Integer> seen = new HashSet<>(Set.of(start));
        var found = new LinkedHashMap<Triple, Boolean>();
        var frontier = List.of(start);
        for (var step = 0; step < steps; step++) {
            var next = new ArrayList<Integer>();
            for (var entity : frontier) {
                var inverse = new ArrayList<>(backward.get(entity));
                Collections.shuffle(inverse, random);
                var moves = new ArrayList<>(forward.get(entity));
                moves.addAll(inverse.subList(0, Math.min(mostBackward, inverse.size())));
                for (var move : moves) {
                    found.put(triple(entity, move), true);
                    if (seen.add(move.to())) {
                        next.add(move.to());
                    }
                }
            }
            frontier = next;
        }
        return List.copyOf(found.keySet());
    }

    /**
     * The fact that a move walks along.
     *
     * @param from where the move begins
     * @param move the move
     * @return the fact in its own direction, also if it is walked backwards
     */
    public Triple triple(int from, Move move) {
        var r = relations.size();
        return move.relation() < r
                ? new Triple(from, move.relation(), move.to())
                : new Triple(move.to(), move.relation() - r, from);
    }

    /**
     * The same heads and the same tails, but wrongly paired: the tails of each relation are permuted at random. Each entity keeps its
     * degree.
     *
     * @param seed equal seeds give equal graphs
     * @return a graph of false facts, as many as here
     */
    public KnowledgeGraph corrupted(long seed) {
        var random = RandomStreams.of(seed, "corruption");
        Map<Integer, List<Integer>> tails = new HashMap<>();
        triples.forEach(triple ->
                tails.computeIfAbsent(triple.relation(), r -> new ArrayList<>()).add(triple.tail()));
        for (var r = 0; r < relations.size(); r++) {
            Collections.shuffle(tails.getOrDefault(r, new ArrayList<>()), random);
        }
        var next = new int[relations.size()];
        return with(triples.stream()
                .map(t -> new Triple(
                        t.head(), t.relation(), tails.get(t.relation()).get(next[t.relation()]++)))
                .toList());
    }

    /**
     * An incomplete graph.
     *
     * @param share how many of the facts remain, from 0 to 1
     * @param seed equal seeds give equal graphs, and keep all that smaller shares keep
     * @return a graph with the same entities and the nearest whole number of facts, in the same order
     * @throws IllegalArgumentException if the share is not from 0 to 1
     */
    public KnowledgeGraph keeping(double share, long seed) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("the share of facts to keep must be from 0 to 1, got " + share);
        }
        var order = new ArrayList<>(IntStream.range(0, triples.size()).boxed().toList());
        Collections.shuffle(order, RandomStreams.of(seed, "deletion"));
        var kept = order.subList(0, (int) Math.round(share * triples.size())).stream()
                .mapToInt(Integer::intValue)
                .toArray();
        Arrays.sort(kept);
        return with(Arrays.stream(kept).mapToObj(triples::get).toList());
    }

    private KnowledgeGraph with(List<Triple> others) {
        return new KnowledgeGraph(entities, types, relations, others);
    }
}
