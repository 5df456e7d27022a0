package org.tinybabel.lab.graphs;

/**
 * One fact of a {@link KnowledgeGraph}, such as (Uzbekistan, currency, Uzbekistani som).
 *
 * @param head the entity that the fact is about, an index
 * @param relation what is said of it, an index
 * @param tail the entity that is named, an index
 */
public record Triple(int head, int relation, int tail) {}
