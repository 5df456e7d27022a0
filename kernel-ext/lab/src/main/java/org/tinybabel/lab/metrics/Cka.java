package org.tinybabel.lab.metrics;

import org.hipparchus.linear.MatrixUtils;

/** Centred kernel alignment: how similar two representations of the same tokens are. */
public final class Cka {

    private Cka() {}

    /**
     * Linear CKA in its feature form, ‖YᵀX‖² / (‖XᵀX‖‖YᵀY‖) with Frobenius norms and centred columns (Kornblith et al., Similarity
     * of Neural Network Representations Revisited, 2019, arXiv 1905.00414). Rotations, a common scale and offsets of either side
     * do not change it; the widths may differ.
     *
     * @param x states of n tokens, {@code [n][d]}
     * @param y states of the same tokens in the other representation, {@code [n][d']}
     * @return 0 (nothing in common) to 1 (equal up to a rotation and a scale)
     * @throws IllegalArgumentException if the numbers of tokens differ, there are none, or one side does not vary
     */
    public static double linear(double[][] x, double[][] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "CKA needs two representations of the same tokens, got " + x.length + " and " + y.length + " rows");
        }
        var first = MatrixUtils.createRealMatrix(Centring.centre(x, Centring.mean(x)));
        var second = MatrixUtils.createRealMatrix(Centring.centre(y, Centring.mean(y)));
        var norms = first.transposeMultiply(first).getFrobeniusNorm()
                * second.transposeMultiply(second).getFrobeniusNorm();
        if (norms == 0) {
            throw new IllegalArgumentException("CKA needs states that vary from token to token");
        }
        var common = second.transposeMultiply(first).getFrobeniusNorm();
        return common * common / norms;
    }
}
