package org.tinybabel.lab.metrics;

import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/** Covariance matrices of activations. */
public final class Covariance {

    private Covariance() {}

    /**
     * How similar the directions are in which two sets of activations vary: the cosine of their covariance matrices, ⟨A, B⟩ /
     * (‖A‖‖B‖) with the Frobenius product.
     *
     * @param a rows of d numbers
     * @param b rows of d numbers
     * @return 0 (no direction in common) to 1 (the same shape)
     * @throws IllegalArgumentException if the widths differ, or one side does not vary
     */
    public static double similarity(double[][] a, double[][] b) {
        if (a[0].length != b[0].length) {
            throw new IllegalArgumentException(
                    "the activations must be equally wide, got " + a[0].length + " and " + b[0].length);
        }
        var first = scatter(a);
        var second = scatter(b);
        var norms = first.getFrobeniusNorm() * second.getFrobeniusNorm();
        if (norms == 0) {
            throw new IllegalArgumentException("activations that do not vary have no covariance to compare");
        }
        return first.multiplyTransposed(second).getTrace() / norms;
    }

    private static RealMatrix scatter(double[][] rows) {
        var centred = MatrixUtils.createRealMatrix(Centring.centre(rows, Centring.mean(rows)));
        return centred.transposeMultiply(centred);
    }
}
