package org.tinybabel.lab.metrics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which vectors lie nearest to a query. */
public final class NearestNeighbours {

    private NearestNeighbours() {}

    /**
     * The cosine of every query with every candidate.
     *
     * @param queries n vectors, {@code [n][d]}
     * @param candidates m vectors, {@code [m][d]}
     * @return −1 to 1 up to rounding, {@code [n][m]}
     * @throws IllegalArgumentException if a vector is zero or not finite, or two differ in length
     */
    public static double[][] cosines(double[][] queries, double[][] candidates) {
        var from = UnitLength.of(queries);
        var to = UnitLength.of(candidates);
        checkLengths(from, to);
        var width = to.length == 0 ? 0 : to[0].length;
        var columns = new double[width][to.length]; // transposed, so that the inner loop runs over neighbours in memory
        for (var c = 0; c < to.length; c++) {
            for (var i = 0; i < width; i++) {
                columns[i][c] = to[c][i];
            }
        }
        var cosines = new double[from.length][to.length];
        for (var q = 0; q < from.length; q++) {
            for (var i = 0; i < width; i++) {
                addScaled(from[q][i], columns[i], cosines[q]);
            }
        }
        return cosines;
    }

    private static void checkLengths(double[][] from, double[][] to) {
        var lengths = Stream.of(from, to)
                .flatMap(Arrays::stream)
                .map(row -> row.length)
                .distinct()
                .toList();
        if (lengths.size() > 1) {
            throw new IllegalArgumentException(
                    "queries and candidates need vectors of one length, got lengths " + lengths);
        }
    }

    private static void addScaled(double factor, double[] column, double[] sums) {
        for (var c = 0; c < sums.length; c++) {
            sums[c] += factor * column[c];
        }
    }

    /**
     * The k best candidates of every query.
     *
     * @param scores larger is nearer, such as {@link #cosines}; {@code [n][m]}
     * @param k 1 to m
     * @return the candidates' indices, best first, of equal ones the first first; {@code [n][k]}
     * @throws IllegalArgumentException if k is out of range or a score is not a number
     */
    public static int[][] best(double[][] scores, int k) {
        var best = new int[scores.length][];
        for (var q = 0; q < scores.length; q++) {
            var row = scores[q];
            if (k < 1 || k > row.length) {
                throw new IllegalArgumentException(
                        "k must be between 1 and all " + row.length + " candidates, got " + k);
            }
            if (IntStream.range(0, row.length).anyMatch(c -> Double.isNaN(row[c]))) {
                throw new IllegalArgumentException("a score of query " + q + " is not a number");
            }
            best[q] = IntStream.range(0, row.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(c -> -row[c]))
                    .limit(k)
                    .mapToInt(c -> c)
                    .toArray();
        }
        return best;
    }
}
