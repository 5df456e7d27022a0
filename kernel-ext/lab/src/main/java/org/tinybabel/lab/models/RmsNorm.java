package org.tinybabel.lab.models;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** x / √(mean of x² + ε) · w over the last axis (Zhang and Sennrich, 2019). */
final class RmsNorm {

    static final float EPSILON = 1e-5f;

    private final NDArray epsilon; // ()

    /** The constant lives as long as its manager. */
    RmsNorm(NDManager constants) {
        epsilon = constants.full(new Shape(), EPSILON);
    }

    /** A gain of shape (d), or one that broadcasts to x, such as (R, 1, d). */
    NDArray of(NDArray x, NDArray gain) {
        var size = x.mul(x).mean(new int[] {-1}, true).addi(epsilon).sqrt(); // (…, 1)
        return x.div(size).mul(gain); // (…, d)
    }
}
