package org.tinybabel.lab.models;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import java.util.Arrays;
import java.util.LinkedHashMap;
import org.tinybabel.lab.engine.RandomStreams;
import org.tinybabel.lab.engine.TensorScope;

/**
 * A multilayer perceptron: linear layers with GELU between them, {@code x ← gelu(W x + b)}, and none after the last.
 *
 * <p>Its weights are {@code layers.0.W} (out, in), {@code layers.0.b}, {@code layers.1.W} and so on.
 */
public final class Mlp implements AutoCloseable {

    private final int layers;
    private final Parameters parameters;

    private Mlp(int[] widths, boolean lastLayerIsZero, long seed, DataType type) {
        if (widths.length < 2 || Arrays.stream(widths).anyMatch(width -> width < 1)) {
            throw new IllegalArgumentException(
                    "an MLP needs two or more widths of at least 1, got " + Arrays.toString(widths));
        }
        this.layers = widths.length - 1;
        var shapes = new LinkedHashMap<String, Shape>();
        for (var layer = 0; layer < layers; layer++) {
            shapes.put("layers." + layer + ".W", new Shape(widths[layer + 1], widths[layer]));
            shapes.put("layers." + layer + ".b", new Shape(widths[layer + 1]));
        }
        var layout = new Layout(shapes);
        var values = new double[layout.size()];
        var random = RandomStreams.of(seed, "mlp");
        for (var layer = 0; layer < (lastLayerIsZero ? layers - 1 : layers); layer++) {
            var from = layout.offset("layers." + layer + ".W");
            for (var i = from; i < from + layout.length("layers." + layer + ".W"); i++) {
                values[i] = random.nextGaussian() / Math.sqrt(widths[layer]);
            }
        }
        this.parameters = new Parameters(layout, values, type);
    }

    /**
     * An MLP with fresh random weights: matrices N(0, 1/fan-in), biases 0.
     *
     * @param seed equal seeds give equal weights
     * @param widths length of the input, of each hidden layer, and of the output
     * @return the MLP
     * @throws IllegalArgumentException if there are fewer than two widths, or one is less than 1
     */
    public static Mlp of(long seed, int... widths) {
        return new Mlp(widths, false, seed, DataType.FLOAT32);
    }

    /**
     * An MLP whose last layer is 0, so that it gives 0 for everything until it is trained: what it computes can be added to a first guess.
     *
     * @param seed equal seeds give equal weights
     * @param widths length of the input, of each hidden layer, and of the output
     * @return the MLP
     * @throws IllegalArgumentException if there are fewer than two widths, or one is less than 1
     */
    public static Mlp zeroAtFirst(long seed, int... widths) {
        return new Mlp(widths, true, seed, DataType.FLOAT32);
    }

    /** For checking gradients. */
    static Mlp inDoublePrecision(long seed, int... widths) {
        return new Mlp(widths, false, seed, DataType.FLOAT64);
    }

    /**
     * All weights, to train or to read.
     *
     * @return the MLP's own parameters, closed with it
     */
    public Parameters parameters() {
        return parameters;
    }

    /**
     * The weights as arrays, for one step.
     *
     * @param scope the step, which will own the views
     * @return every weight by name
     */
    public Weights weights(TensorScope scope) {
        return parameters.in(scope);
    }

    /**
     * Computes the outputs.
     *
     * @param x shape {@code (…, in)}, owned by the step
     * @param weights the MLP's weights, or what an experiment made of them
     * @return shape {@code (…, out)}
     */
    public NDArray forward(NDArray x, Weights weights) {
        var state = x; // (…, width of the layer)
        for (var layer = 0; layer < layers; layer++) {
            var name = "layers." + layer;
            state = Linear.linear(state, weights.get(name + ".W"), weights.get(name + ".b"))
                    .singletonOrThrow();
            state = layer < layers - 1 ? Activation.gelu(state) : state;
        }
        return state;
    }

    @Override
    public void close() {
        parameters.close();
    }
}
