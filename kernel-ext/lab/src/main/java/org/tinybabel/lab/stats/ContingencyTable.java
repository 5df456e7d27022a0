package org.tinybabel.lab.stats;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.stat.inference.ChiSquareTest;

/**
 * Counts of things by two properties, one in rows and one in columns, and how far they are from independence, where the expected
 * count of a cell is e = row total · column total / n. Rows and columns without any count say nothing and are left out of every
 * statistic, but keep their place.
 */
public final class ContingencyTable {

    private final long[][] counts;
    private final int[] rows;
    private final int[] columns;

    private ContingencyTable(long[][] counts, int[] rows, int[] columns) {
        this.counts = counts;
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * A table of counts.
     *
     * @param counts (rows, columns), 0 or more each; not changed
     * @return the table
     * @throws IllegalArgumentException if rows differ in length, a count is negative, or fewer than two rows or two columns have
     *     any counts
     */
    public static ContingencyTable of(long[][] counts) {
        var width = counts.length == 0 ? 0 : counts[0].length;
        if (Arrays.stream(counts)
                .anyMatch(row -> row.length != width || Arrays.stream(row).anyMatch(count -> count < 0))) {
            throw new IllegalArgumentException(
                    "a table needs rows of one length with counts of 0 or more, got " + Arrays.deepToString(counts));
        }
        var copy = Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
        var rows = IntStream.range(0, counts.length)
                .filter(i -> rowTotal(copy, i) > 0)
                .toArray();
        var columns =
                IntStream.range(0, width).filter(j -> columnTotal(copy, j) > 0).toArray();
        if (rows.length < 2 || columns.length < 2) {
            throw new IllegalArgumentException(
                    "a table needs at least two rows and two columns with counts, got " + Arrays.deepToString(counts));
        }
        return new ContingencyTable(copy, rows, columns);
    }

    private static long rowTotal(long[][] counts, int row) {
        return Arrays.stream(counts[row]).sum();
    }

    private static long columnTotal(long[][] counts, int column) {
        return Arrays.stream(counts).mapToLong(row -> row[column]).sum();
    }

    private long[][] filled() {
        return Arrays.stream(rows)
                .mapToObj(
                        i -> Arrays.stream(columns).mapToLong(j -> counts[i][j]).toArray())
                .toArray(long[][]::new);
    }

    /**
     * How many things were counted.
     *
     * @return n, more than 0
     */
    public long total() {
        return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
    }

    /**
     * Pearson's statistic, χ² = Σ (o − e)² / e, without a correction for continuity.
     *
     * @return 0 or more
     */
    public double chiSquare() {
        return new ChiSquareTest().chiSquare(filled());
    }

    /**
     * The degrees of freedom of {@link #chiSquare()}.
     *
     * @return (rows − 1)(columns − 1), of those with counts
     */
    public int degreesOfFreedom() {
        return (rows.length - 1) * (columns.length - 1);
    }

    /**
     * The probability of at least this χ² if rows and columns were independent and each thing counted once.
     *
     * @return 0 to 1
     */
    public double pValue() {
        return new ChiSquareTest().chiSquareTest(filled());
    }

    /**
     * Cramér's V = √(χ² / (n (min(rows, columns) − 1))), an effect size that does not grow with n (Cramér, Mathematical Methods of
     * Statistics, 1946).
     *
     * @return 0 for independence, 1 if one property tells the other
     */
    public double cramersV() {
        return Math.sqrt(chiSquare() / total() / (Math.min(rows.length, columns.length) - 1));
    }

    /**
     * Adjusted residuals (o − e) / √(e (1 − row total / n)(1 − column total / n)), which are about standard normal if rows and
     * columns are independent (Haberman, The analysis of residuals in cross-classified tables, 1973).
     *
     * @return (rows, columns), positive where there is more than expected; 0 in rows and columns without counts
     */
    public double[][] adjustedResiduals() {
        var n = (double) total();
        var residuals = new double[counts.length][counts[0].length];
        for (var i : rows) {
            for (var j : columns) {
                var row = rowTotal(counts, i) / n;
                var column = columnTotal(counts, j) / n;
                var expected = n * row * column;
                residuals[i][j] = (counts[i][j] - expected) / Math.sqrt(expected * (1 - row) * (1 - column));
            }
        }
        return residuals;
    }
}
