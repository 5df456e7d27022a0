package org.tinybabel.lab.probes;

import java.util.Arrays;
import org.hipparchus.complex.Complex;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.tinybabel.lab.metrics.Centring;

/**
 * The best linear map from one set of activations to another, found by ridge regression on centred rows: W = (XᵀX + αI)⁻¹XᵀY,
 * so that y ≈ ȳ + (x − x̄)W.
 *
 * @param weights W, {@code [d in][d out]}
 * @param meanX x̄
 * @param meanY ȳ
 */
public record RidgeMap(double[][] weights, double[] meanX, double[] meanY) {

    /**
     * Fits a map.
     *
     * @param x N rows to map from
     * @param y N rows to map to
     * @param alpha α, the strength of the penalty on W; more than 0
     * @return the map
     * @throws IllegalArgumentException if the numbers of rows differ or α is not positive
     */
    public static RidgeMap fit(double[][] x, double[][] y, double alpha) {
        if (x.length != y.length || !(alpha > 0)) {
            throw new IllegalArgumentException("a ridge map needs equally many rows and a penalty of more than 0, got "
                    + x.length + " and " + y.length + " rows, penalty " + alpha);
        }
        var meanX = Centring.mean(x);
        var meanY = Centring.mean(y);
        var from = MatrixUtils.createRealMatrix(Centring.centre(x, meanX));
        var to = MatrixUtils.createRealMatrix(Centring.centre(y, meanY));
        var penalty = MatrixUtils.createRealIdentityMatrix(meanX.length).scalarMultiply(alpha);
        var gram = symmetric(from.transposeMultiply(from).add(penalty));
        var weights = new CholeskyDecomposition(gram).getSolver().solve(from.transposeMultiply(to));
        return new RidgeMap(weights.getData(), meanX, meanY);
    }

    /** Rounding can leave XᵀX asymmetric in the last bit, which the decomposition refuses. */
    private static RealMatrix symmetric(RealMatrix matrix) {
        return matrix.add(matrix.transpose()).scalarMultiply(0.5);
    }

    /**
     * Maps rows.
     *
     * @param x rows to map from
     * @return ȳ + (x − x̄)W for every row
     */
    public double[][] apply(double[][] x) {
        var mapped = MatrixUtils.createRealMatrix(Centring.centre(x, meanX))
                .multiply(MatrixUtils.createRealMatrix(weights))
                .getData();
        var negative = Arrays.stream(meanY).map(m -> -m).toArray();
        return Centring.centre(mapped, negative);
    }

    /**
     * The share of variance explained on rows that were not used to fit, R² = 1 − Σ(y − ŷ)² / Σ(y − ȳ)².
     *
     * @param x rows to map from
     * @param y what they should become; their own mean is ȳ
     * @return at most 1; negative when the map is worse than the mean
     */
    public double r2(double[][] x, double[][] y) {
        return 1 - squares(y, apply(x)) / squares(y, repeated(Centring.mean(y), y.length));
    }

    private static double squares(double[][] a, double[][] b) {
        var sum = 0.0;
        for (var r = 0; r < a.length; r++) {
            for (var c = 0; c < a[r].length; c++) {
                sum += (a[r][c] - b[r][c]) * (a[r][c] - b[r][c]);
            }
        }
        return sum;
    }

    private static double[][] repeated(double[] row, int times) {
        var rows = new double[times][];
        Arrays.fill(rows, row);
        return rows;
    }

    /**
     * The complex eigenvalues of W.
     *
     * @return d eigenvalues
     * @throws IllegalArgumentException if the map changes the number of dimensions
     * @throws MathIllegalStateException if their computation does not converge
     */
    public Complex[] eigenvalues() {
        if (weights.length != weights[0].length) {
            throw new IllegalArgumentException("only a map from d to d dimensions has eigenvalues, this one goes from "
                    + weights.length + " to " + weights[0].length);
        }
        var matrix = MatrixUtils.createRealMatrix(weights);
        try {
            return new EigenDecompositionNonSymmetric(matrix).getEigenvalues();
        } catch (MathIllegalStateException e) {
            // The iteration did not converge. The transposed matrix has the same eigenvalues and takes another way to
            // them.
            return new EigenDecompositionNonSymmetric(matrix.transpose()).getEigenvalues();
        }
    }

    /**
     * How far the map turns: the median of the angles |arg μ| of its eigenvalues. A map that only stretches gives 0; random
     * directions give about 90.
     *
     * @return degrees, 0 to 180
     */
    public double rotation() {
        var angles = Arrays.stream(eigenvalues())
                .mapToDouble(mu -> Math.toDegrees(Math.abs(mu.getArgument())))
                .sorted()
                .toArray();
        var middle = angles.length / 2;
        return angles.length % 2 == 1 ? angles[middle] : (angles[middle - 1] + angles[middle]) / 2;
    }
}
