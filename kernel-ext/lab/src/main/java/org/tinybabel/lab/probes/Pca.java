package org.tinybabel.lab.probes;

import java.util.Arrays;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.stat.projection.PCA;
import org.tinybabel.lab.metrics.Centring;

/**
 * The principal components of rows: orthogonal directions in order of falling variance, the eigenvectors of the covariance
 * matrix. The sign of a direction is arbitrary; here its entry of largest size is positive, so that equal data give equal maps.
 *
 * @param mean the mean row, d numbers
 * @param components one unit vector per row, {@code [d][d]}
 * @param variance the variance along each, d numbers, falling
 */
public record Pca(double[] mean, double[][] components, double[] variance) {

    /**
     * Finds the components.
     *
     * @param rows n ≥ 2 rows of d finite numbers
     * @return all d components
     * @throws IllegalArgumentException if there are fewer than 2 rows, they differ in length, or a number is not finite
     */
    public static Pca of(double[][] rows) {
        check(rows);
        var pca = new PCA(rows[0].length).fit(rows);
        var components = Arrays.stream(pca.getComponents()).map(Pca::withSign).toArray(double[][]::new);
        // Rounding can leave a variance of 0 slightly negative.
        var variance = Arrays.stream(pca.getVariance()).map(v -> Math.max(0, v)).toArray();
        return new Pca(Centring.mean(rows), components, variance);
    }

    private static void check(double[][] rows) {
        if (rows.length < 2) {
            throw new IllegalArgumentException("principal components need at least 2 rows, got " + rows.length);
        }
        for (var row : rows) {
            if (row.length != rows[0].length || row.length == 0) {
                throw new IllegalArgumentException("principal components need rows of one length, at least 1, got "
                        + rows[0].length + " and " + row.length);
            }
            if (!Arrays.stream(row).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException(
                        "principal components need finite numbers, got " + Arrays.toString(row));
            }
        }
    }

    private static double[] withSign(double[] component) {
        var largest = 0;
        for (var i = 1; i < component.length; i++) {
            // Entries that are equal but for rounding must not decide by chance.
            if (Math.abs(component[i]) > Math.abs(component[largest]) + 1e-9) {
                largest = i;
            }
        }
        var sign = Math.signum(component[largest]);
        return Arrays.stream(component).map(v -> sign * v).toArray();
    }

    /**
     * The place of rows on the first components.
     *
     * @param rows n rows of d numbers
     * @param k how many components, 1 to d
     * @return {@code [n][k]}, (x − mean) · component
     * @throws IllegalArgumentException if k is not between 1 and d, or a row does not have d numbers
     */
    public double[][] project(double[][] rows, int k) {
        if (k < 1 || k > components.length) {
            throw new IllegalArgumentException("there are 1 to " + components.length + " components, asked for " + k);
        }
        for (var row : rows) {
            if (row.length != mean.length) {
                throw new IllegalArgumentException(
                        "the components are of rows of " + mean.length + " numbers, got " + row.length);
            }
        }
        if (rows.length == 0) {
            return new double[0][k];
        }
        var directions = MatrixUtils.createRealMatrix(Arrays.copyOf(components, k));
        return MatrixUtils.createRealMatrix(Centring.centre(rows, mean))
                .multiplyTransposed(directions)
                .getData();
    }

    /**
     * The share of the total variance along each component.
     *
     * @return d numbers from 0 to 1, falling, with sum 1; NaN if nothing varies
     */
    public double[] explained() {
        var total = Arrays.stream(variance).sum();
        return Arrays.stream(variance).map(v -> v / total).toArray();
    }
}
