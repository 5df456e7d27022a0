package org.tinybabel.lab.metrics;

/** Moves the mean of activations to the origin. */
public final class Centring {

    private Centring() {}

    /**
     * The mean row.
     *
     * @param rows at least one row; all of the same length
     * @return the mean of each column
     * @throws IllegalArgumentException if there are no rows
     */
    public static double[] mean(double[][] rows) {
        if (rows.length == 0) {
            throw new IllegalArgumentException("the mean of no rows is not defined");
        }
        var mean = new double[rows[0].length];
        for (var row : rows) {
            for (var c = 0; c < mean.length; c++) {
                mean[c] += row[c] / rows.length;
            }
        }
        return mean;
    }

    /**
     * Subtracts a mean from every row.
     *
     * @param rows all as long as the mean
     * @param mean what to subtract
     * @return new rows
     */
    public static double[][] centre(double[][] rows, double[] mean) {
        var centred = new double[rows.length][mean.length];
        for (var r = 0; r < rows.length; r++) {
            for (var c = 0; c < mean.length; c++) {
                centred[r][c] = rows[r][c] - mean[c];
            }
        }
        return centred;
    }
}
