package org.tinybabel.lab.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * Bilingual lexicon induction (BLI): finding a word's translation among all words of another language, by the similarity of their
 * vectors. Who knows no word of the other language still finds translations that are spelled like the query; such queries do not
 * count.
 *
 * <p>The rank of the right translation is 1 + the number of words with a larger score + half of those with the same score (within
 * 1e-9): where all words score alike, as without a common letter, nothing has been found.
 *
 * <p>Usage: {@code LexiconInduction.of(queries, vocabulary, right, NearestNeighbours.cosines(a, b)).meanReciprocalRank()}
 *
 * @param counted indices of the queries that count, rising
 * @param ranks of their right translations, as many, each 1 or more
 */
public record LexiconInduction(List<Integer> counted, List<Double> ranks) {

    private static final double ROUNDING = 1e-9;

    /**
     * Copies the lists.
     *
     * @param counted indices of the queries that count, at least one
     * @param ranks of their right translations, as many
     * @throws IllegalArgumentException if there are none, or the numbers differ
     */
    public LexiconInduction {
        counted = List.copyOf(counted);
        ranks = List.copyOf(ranks);
        if (counted.isEmpty() || counted.size() != ranks.size()) {
            throw new IllegalArgumentException("expected a rank for every query that counts, at least 1, got "
                    + ranks.size() + " for " + counted.size());
        }
    }

    /**
     * Looks every query up.
     *
     * @param queries n words of one language
     * @param vocabulary m words of the other
     * @param right index of each query's translation in the vocabulary, n numbers
     * @param scores of every query with every word, larger is more similar; {@code [n][m]}
     * @return the ranks of the translations that are not spelled like their query
     * @throws IllegalArgumentException if all translations are spelled like their queries, the sizes do not fit, an index is out of
     *     range, or a score is not a number
     */
    public static LexiconInduction of(List<String> queries, List<String> vocabulary, int[] right, double[][] scores) {
        if (right.length != queries.size() || scores.length != queries.size()) {
            throw new IllegalArgumentException("expected a translation and scores for each of " + queries.size()
                    + " queries, got " + right.length + " translations and scores of " + scores.length);
        }
        var counted = new ArrayList<Integer>();
        var ranks = new ArrayList<Double>();
        for (var q = 0; q < right.length; q++) {
            if (right[q] < 0 || right[q] >= vocabulary.size() || scores[q].length != vocabulary.size()) {
                throw new IllegalArgumentException("query " + q + " needs a translation among the " + vocabulary.size()
                        + " words and a score for each, got translation " + right[q] + " and " + scores[q].length
                        + " scores");
            }
            if (!queries.get(q).equals(vocabulary.get(right[q]))) {
                counted.add(q);
                ranks.add(rank(scores[q], right[q]));
            }
        }
        if (counted.isEmpty()) {
            throw new IllegalArgumentException("no query counts: each is spelled like its translation");
        }
        return new LexiconInduction(counted, ranks);
    }

    private static double rank(double[] scores, int right) {
        var rank = 0.5; // with its half of a tie with itself
        for (var score : scores) {
            if (Double.isNaN(score)) {
                throw new IllegalArgumentException("a score is not a number");
            }
            if (score > scores[right] + ROUNDING) {
                rank += 1;
            } else if (score >= scores[right] - ROUNDING) {
                rank += 0.5;
            }
        }
        return rank;
    }

    /**
     * The mean reciprocal rank, MRR: the mean of 1/rank.
     *
     * @return more than 0, up to 1
     */
    public double meanReciprocalRank() {
        return ranks.stream().mapToDouble(rank -> 1 / rank).sum() / ranks.size();
    }

    /**
     * The share of queries whose translation is among the first k, P@k.
     *
     * @param k at least 1
     * @return 0 to 1
     * @throws IllegalArgumentException if k is less than 1
     */
    public double accuracyAt(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, got " + k);
        }
        return ranks.stream().filter(rank -> rank <= k).count() / (double) ranks.size();
    }
}
