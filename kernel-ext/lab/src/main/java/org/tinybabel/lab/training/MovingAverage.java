package org.tinybabel.lab.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.tinybabel.lab.engine.TensorEngine;
import org.tinybabel.lab.engine.TensorScope;
import org.tinybabel.lab.models.Parameters;
import org.tinybabel.lab.models.Weights;

/**
 * An exponential moving average of parameters, θ̄ ← δθ̄ + (1 − δ)θ. It lies closer to the centre of the region in which a
 * training with constant rate moves about, so that measurements with it scatter less.
 *
 * <p>Usage: {@code var average = new MovingAverage(stack.parameters(), 0.97)}; call {@link #update} in
 * {@link Trainer#onStep}; measure with {@code stack.surprisals(test, average::in)}.
 */
public final class MovingAverage implements AutoCloseable {

    private final Parameters parameters;
    private final Parameters average;
    private final NDManager constants = TensorEngine.newManager();
    private final NDArray step; // (): 1 − δ

    /**
     * An average that starts at the parameters' present values.
     *
     * @param parameters what to follow
     * @param decay δ, 0 … 1; about 1 / (1 − δ) of the last updates count
     * @throws IllegalArgumentException if the decay is out of range
     */
    public MovingAverage(Parameters parameters, double decay) {
        if (!(decay >= 0 && decay <= 1)) {
            throw new IllegalArgumentException("the decay of an average must be between 0 and 1, got " + decay);
        }
        this.parameters = parameters;
        this.average = new Parameters(
                parameters.layout(), parameters.values(), parameters.flat().getDataType());
        this.step = constants.full(new Shape(), (float) (1 - decay));
    }

    /** Moves the average towards the parameters. Call it once after every update. */
    public void update() {
        try (var difference = parameters.flat().sub(average.flat())) {
            average.flat().addi(difference.muli(step));
        }
    }

    /**
     * The averaged weights, for one measurement.
     *
     * @param scope the measurement, which will own the views
     * @return every weight by name
     */
    public Weights in(TensorScope scope) {
        return average.in(scope);
    }

    @Override
    public void close() {
        average.close();
        constants.close();
    }
}
