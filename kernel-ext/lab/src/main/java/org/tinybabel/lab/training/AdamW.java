package org.tinybabel.lab.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import org.tinybabel.lab.engine.TensorEngine;
import org.tinybabel.lab.models.Parameters;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, 2019) on one flat vector of parameters. With gradient g and step
 * count t: m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², θ ← θ(1 − ηλ) − η · √(1 − β₂ᵗ)/(1 − β₁ᵗ) · m/(√v + ε).
 */
public final class AdamW implements AutoCloseable {

    private static final float EPSILON = 1e-8f;
    private static final float OFF = -1;

    private final Parameters parameters;
    private final float beta1;
    private final float beta2;
    private final float weightDecay;
    private final NDManager manager = TensorEngine.newManager();
    private final NDArray mean;
    private final NDArray square;
    private int updates;

    /**
     * An optimizer at its start.
     *
     * @param parameters what to update
     * @param beta1 decay of the mean of the gradient, usually 0.9
     * @param beta2 decay of the mean of its square, usually 0.999
     * @param weightDecay λ; 0 for plain Adam
     */
    public AdamW(Parameters parameters, double beta1, double beta2, double weightDecay) {
        this.parameters = parameters;
        this.beta1 = (float) beta1;
        this.beta2 = (float) beta2;
        this.weightDecay = (float) weightDecay;
        this.mean =
                manager.zeros(parameters.flat().getShape(), parameters.flat().getDataType());
        this.square =
                manager.zeros(parameters.flat().getShape(), parameters.flat().getDataType());
    }

    /**
     * The Euclidean norm of the gradient.
     *
     * @return 0 or more; NaN or infinite when the gradient is
     */
    public double gradientNorm() {
        try (var gradient = parameters.flat().getGradient();
                var norm = gradient.norm()) {
            return norm.toType(DataType.FLOAT64, true).getDouble();
        }
    }

    /**
     * Updates the parameters with the gradient that the backward pass left, and sets that gradient to 0.
     *
     * @param rate the learning rate η
     * @param gradientScale what to multiply the gradient by first; 1 unless it is to be clipped
     */
    public void update(double rate, double gradientScale) {
        updates++;
        var correction = Math.sqrt(1 - Math.pow(beta2, updates)) / (1 - Math.pow(beta1, updates));
        var flat = parameters.flat();
        try (var gradient = flat.getGradient()) {
            flat.getNDArrayInternal()
                    .adamUpdate(
                            new NDList(flat, gradient, mean, square),
                            new NDList(flat),
                            (float) rate,
                            (float) (rate * correction),
                            weightDecay,
                            (float) gradientScale,
                            OFF,
                            beta1,
                            beta2,
                            EPSILON,
                            true,
                            true);
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
