package org.tinybabel.lab.graphs;

/**
 * A way out of an entity: an edge, walked forwards or backwards.
 *
 * @param relation the edge's relation; walked backwards, the number of relations is added to it
 * @param to the entity where the move ends
 */
public record Move(int relation, int to) {}
