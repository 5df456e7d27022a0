package org.tinybabel.lab.metrics;

import java.util.Arrays;

/** How well the nearest vectors of a query are the right ones. */
public final class Retrieval {

    private static final double ROUNDING = 1e-9;

    private Retrieval() {}

    /**
     * The rank of the right answer for every query, by cosine: 1 + the number of candidates with a larger one. Candidates as near as
     * the right answer (within 1e-9) do not push it down.
     *
     * @param queries n vectors, {@code [n][d]}
     * @param candidates m vectors, {@code [m][d]}
     * @param right index of each query's right candidate, n numbers
     * @return 1 (first) to m, per query
     * @throws IllegalArgumentException if there is nothing to rank, a vector is zero, or an index is out of range
     */
    public static int[] ranks(double[][] queries, double[][] candidates, int[] right) {
        return ranks(NearestNeighbours.cosines(queries, candidates), right, ROUNDING);
    }

    /**
     * The rank of the right answer for every query, when query i's answer is candidate i.
     *
     * @param queries n vectors, {@code [n][d]}
     * @param candidates n vectors, {@code [n][d]}
     * @return 1 (first) to n, per query
     * @throws IllegalArgumentException if the numbers differ, there is nothing to rank, or a vector is zero
     */
    public static int[] ranks(double[][] queries, double[][] candidates) {
        if (queries.length != candidates.length) {
            throw new IllegalArgumentException(
                    "without a list of right answers, queries and candidates must be equally many, got "
                            + queries.length + " and " + candidates.length);
        }
        var right = new int[queries.length];
        Arrays.setAll(right, i -> i);
        return ranks(queries, candidates, right);
    }

    /**
     * The rank of the right answer for every query, by any scores: 1 + the number of candidates with a larger one.
     *
     * @param scores larger is better, {@code [n][m]}
     * @param right index of each query's right candidate, n numbers
     * @return 1 (first) to m, per query
     * @throws IllegalArgumentException if there is nothing to rank, a score is not a number, or an index is out of range
     */
    public static int[] ranks(double[][] scores, int[] right) {
        return ranks(scores, right, 0);
    }

    private static int[] ranks(double[][] scores, int[] right, double tolerance) {
        if (scores.length == 0 || scores.length != right.length) {
            throw new IllegalArgumentException("expected a right answer for each query, at least 1, got " + right.length
                    + " for " + scores.length + " queries");
        }
        var ranks = new int[scores.length];
        for (var q = 0; q < ranks.length; q++) {
            if (right[q] < 0 || right[q] >= scores[q].length) {
                throw new IllegalArgumentException(
                        "there are candidates 0 … " + (scores[q].length - 1) + ", got " + right[q]);
            }
            ranks[q] = 1;
            for (var score : scores[q]) {
                if (Double.isNaN(score)) {
                    throw new IllegalArgumentException("a score of query " + q + " is not a number");
                }
                ranks[q] += score > scores[q][right[q]] + tolerance ? 1 : 0;
            }
        }
        return ranks;
    }

    /**
     * Accuracy at k: the share of queries whose right answer is among the first k.
     *
     * @param ranks at least one
     * @param k at least 1
     * @return 0 to 1
     * @throws IllegalArgumentException if there are no ranks or k is less than 1
     */
    public static double accuracyAt(int[] ranks, int k) {
        check(ranks, k);
        return Arrays.stream(ranks).filter(rank -> rank <= k).count() / (double) ranks.length;
    }

    /**
     * Accuracy at k by any scores, where candidates with equal scores share their places: the expected accuracy if ties were broken by
     * chance. {@link #ranks(double[][], int[])} lets the right answer win every tie, so a rule that gives all candidates the same score
     * would be always right.
     *
     * @param scores larger is better, {@code [n][m]}
     * @param right index of each query's right candidate, n numbers
     * @param k at least 1
     * @return 0 to 1
     * @throws IllegalArgumentException if there is nothing to rank, a score is not a number, an index is out of range, or k is less than 1
     */
    public static double expectedAccuracyAt(double[][] scores, int[] right, int k) {
        var best = ranks(scores, right);
        check(best, k);
        var hits = 0.0;
        for (var q = 0; q < best.length; q++) {
            var own = scores[q][right[q]];
            var tied = Arrays.stream(scores[q]).filter(score -> score == own).count();
            hits += Math.min(1, Math.max(0, k - best[q] + 1) / (double) tied);
        }
        return hits / best.length;
    }

    /**
     * The mean reciprocal rank, MRR: the mean of 1/rank.
     *
     * @param ranks at least one
     * @return more than 0, up to 1
     * @throws IllegalArgumentException if there are no ranks
     */
    public static double meanReciprocalRank(int[] ranks) {
        return meanReciprocalRank(ranks, Integer.MAX_VALUE);
    }

    /**
     * The mean reciprocal rank cut off at k, MRR@k: a right answer beyond the first k counts 0.
     *
     * @param ranks at least one
     * @param k at least 1
     * @return 0 to 1
     * @throws IllegalArgumentException if there are no ranks or k is less than 1
     */
    public static double meanReciprocalRank(int[] ranks, int k) {
        check(ranks, k);
        return Arrays.stream(ranks)
                        .mapToDouble(rank -> rank <= k ? 1.0 / rank : 0)
                        .sum()
                / ranks.length;
    }

    private static void check(int[] ranks, int k) {
        if (ranks.length == 0 || k < 1) {
            throw new IllegalArgumentException(
                    "expected at least 1 rank and k of at least 1, got " + ranks.length + " ranks and k = " + k);
        }
    }
}
