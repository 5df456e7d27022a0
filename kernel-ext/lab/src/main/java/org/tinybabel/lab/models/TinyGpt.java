package org.tinybabel.lab.models;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.LayerNorm;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.tinybabel.lab.engine.TensorEngine;
import org.tinybabel.lab.engine.TensorScope;

/**
 * A small GPT: pre-norm transformer decoder with learned positions and an output matrix of its own. Read it top-down. Which
 * neurons and which normalization it has is in its {@link GptShape}.
 *
 * <p>The forward pass takes the weights as an argument, so whatever an experiment does to them (masks, replacements,
 * adapters) happens outside. Activations can be read or replaced at hook points, named as in TransformerLens:
 *
 * <ul>
 *   <li>{@code hook_embed}, {@code hook_pos_embed}, {@code ln_final.hook_normalized};
 *   <li>{@code blocks.0.} followed by {@code hook_resid_pre}, {@code ln1.hook_normalized}, {@code attn.hook_q},
 *       {@code attn.hook_k}, {@code attn.hook_v} (B, heads, T, d/heads), {@code attn.hook_attn_scores},
 *       {@code attn.hook_pattern} (B, heads, T, T), {@code attn.hook_z}, {@code hook_attn_out}, {@code hook_resid_mid},
 *       {@code ln2.hook_normalized}, {@code mlp.hook_pre}, {@code mlp.hook_post} (B, T, mlpWidth), {@code hook_mlp_out},
 *       {@code hook_resid_post}.
 * </ul>
 *
 * <p>Two things make it as fast as the same model in PyTorch and do not change a bit of the result: the intermediate arrays
 * of a block are freed at its end, and residual additions reuse the memory of a fresh result. Constants are long-lived
 * arrays, because Java numbers inside a recorded computation are not safe (see {@link TensorScope}).
 */
public final class TinyGpt implements NextTokenModel, AutoCloseable {

    static final float LAYER_NORM_EPSILON = 1e-5f;
    private static final Pattern MASKABLE = Pattern.compile("blocks\\.\\d+\\.(attn|mlp)\\.W_.*");

    private final GptShape shape;
    private final Parameters parameters;
    private final NDManager constants = TensorEngine.newManager();
    private final NDArray queryScale; // ()
    private final NDArray future; // (T, T): -1e9 above the diagonal, 0 elsewhere
    private final RmsNorm rmsNorm;

    /**
     * A model with fresh random weights: embeddings as the shape says, usually N(0, 0.1²); matrices N(0, 1/fan-in), the two
     * matrices of each block that write to the residual stream divided by √(2L), biases 0, gains of the norms 1.
     *
     * @param shape the sizes
     * @param seed equal seeds give equal weights
     */
    public TinyGpt(GptShape shape, long seed) {
        this(shape, seed, DataType.FLOAT32);
    }

    /**
     * A model with fresh random weights and given precision. Double precision is meant for checking gradients.
     *
     * @param shape the sizes
     * @param seed equal seeds give equal weights
     * @param type {@code FLOAT32} or {@code FLOAT64}
     */
    public TinyGpt(GptShape shape, long seed, DataType type) {
        this.shape = shape;
        this.parameters = new Parameters(GptWeights.layout(shape), GptWeights.initialValues(shape, seed), type);
        this.queryScale = constants.full(new Shape(), (float) (1 / Math.sqrt(shape.headWidth())));
        this.future = future(constants, shape.context(), type);
        this.rmsNorm = new RmsNorm(constants);
    }

    static NDArray future(NDManager constants, int context, DataType type) {
        try (var manager = constants.newSubManager()) {
            var keys = manager.arange(context).expandDims(0); // (1, T)
            var queries = manager.arange(context).expandDims(1); // (T, 1)
            var later = keys.gt(queries).toType(type, false); // (T, T)
            var hidden = later.mul(manager.full(new Shape(), -1e9f)); // (T, T)
            hidden.attach(constants);
            return hidden;
        }
    }

    /**
     * The sizes.
     *
     * @return as given to the constructor
     */
    public GptShape shape() {
        return shape;
    }

    /**
     * All weights, to train or to read.
     *
     * @return the model's own parameters, closed with the model
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
     * The matrices of all attention and MLP blocks: what weight masks are about. Embeddings, output, norms and biases
     * are not among them.
     *
     * @return names and shapes, in the order of the model's parameters
     */
    public Layout maskable() {
        return parameters.layout().select(MASKABLE.asMatchPredicate());
    }

    /**
     * Predicts the next token at every position.
     *
     * @param tokens shape {@code (B, T)}, 64-bit integers, T up to the shape's context
     * @param weights the model's weights, or what an experiment made of them
     * @return logits, shape {@code (B, T, V)}
     */
    public NDArray forward(NDArray tokens, Weights weights) {
        return forward(tokens, weights, Hooks.NONE);
    }

    /**
     * Predicts the next token at every position, reading or replacing activations on the way.
     *
     * @param tokens shape {@code (B, T)}, 64-bit integers, T up to the shape's context
     * @param weights the model's weights, or what an experiment made of them
     * @param hooks what to do at the hook points
     * @return logits, shape {@code (B, T, V)}
     * @throws IllegalArgumentException if the sequences are longer than the context, or a token is not in the vocabulary
     */
    public NDArray forward(NDArray tokens, Weights weights, Hooks hooks) {
        var x = embed(tokens, weights, hooks); // (B, T, d)
        for (var layer = 0; layer < shape.layers(); layer++) {
            x = block("blocks." + layer + ".", x, weights, hooks); // (B, T, d)
        }
        var normalized = normalized("ln_final", x, weights, hooks); // (B, T, d)
        return linear(normalized, weights.get(GptWeights.outputMatrix(shape)), weights.get("unembed.b_U")); // (B, T, V)
    }

    private NDArray embed(NDArray tokens, Weights weights, Hooks hooks) {
        var length = tokens.getShape().get(1);
        if (length > shape.context()) {
            throw new IllegalArgumentException(
                    "the model reads at most " + shape.context() + " tokens, got sequences of " + length);
        }
        var words = lookUp(tokens, weights.get("embed.W_E")); // (B, T, d)
        var positions = firstRows(weights.get("pos_embed.W_pos"), length); // (T, d)
        return at("hook_embed", words, hooks).add(at("hook_pos_embed", positions, hooks)); // (B, T, d)
    }

    private NDArray lookUp(NDArray tokens, NDArray table) {
        try {
            return Embedding.embedding(tokens, table, SparseFormat.DENSE).singletonOrThrow(); // (B, T, d)
        } catch (EngineException e) {
            var last = shape.vocabulary() - 1;
            throw new IllegalArgumentException("a token is not in the model's vocabulary 0 … " + last, e);
        }
    }

    private NDArray block(String block, NDArray x, Weights weights, Hooks hooks) {
        try (var freedAtTheEnd = new NDScope()) {
            freedAtTheEnd.suppressNotUsedWarning();
            var before = at(block + "hook_resid_pre", x, hooks); // (B, T, d)
            var read = normalized(block + "ln1", before, weights, hooks); // (B, T, d)
            var attended = attention(block + "attn.", read, weights, hooks); // (B, T, d)
            var middle = addTo(block + "hook_attn_out", attended, before, hooks); // (B, T, d)
            middle = at(block + "hook_resid_mid", middle, hooks); // (B, T, d)
            var thought = normalized(block + "ln2", middle, weights, hooks); // (B, T, d)
            var written = mlp(block + "mlp.", thought, weights, hooks); // (B, T, d)
            var after = addTo(block + "hook_mlp_out", written, middle, hooks); // (B, T, d)
            after = at(block + "hook_resid_post", after, hooks); // (B, T, d)
            NDScope.unregister(after);
            return after;
        }
    }

    private NDArray attention(String attn, NDArray x, Weights weights, Hooks hooks) {
        var b = x.getShape().get(0);
        var t = x.getShape().get(1);
        var qkv = linear(x, weights.get(attn + "W_QKV"), weights.get(attn + "b_QKV")); // (B, T, 3d)
        var parts = qkv.split(3, 2); // 3 of (B, T, d)
        var q = at(attn + "hook_q", heads(parts.get(0), b, t), hooks); // (B, nh, T, hs)
        var k = at(attn + "hook_k", heads(parts.get(1), b, t), hooks); // (B, nh, T, hs)
        var v = at(attn + "hook_v", heads(parts.get(2), b, t), hooks); // (B, nh, T, hs)
        var scores = q.mul(queryScale).matMul(k.transpose(0, 1, 3, 2)); // (B, nh, T, T)
        scores = at(attn + "hook_attn_scores", scores.addi(firstRowsAndColumns(future, t)), hooks); // (B, nh, T, T)
        var pattern = at(attn + "hook_pattern", scores.softmax(-1), hooks); // (B, nh, T, T)
        var z = at(attn + "hook_z", pattern.matMul(v), hooks); // (B, nh, T, hs)
        var joined = z.transpose(0, 2, 1, 3).reshape(b, t, shape.width()); // (B, T, d)
        return linear(joined, weights.get(attn + "W_O"), weights.get(attn + "b_O")); // (B, T, d)
    }

    private NDArray heads(NDArray x, long b, long t) {
        return x.reshape(b, t, shape.heads(), shape.headWidth()).transpose(0, 2, 1, 3); // (B, nh, T, hs)
    }

    private NDArray mlp(String mlp, NDArray x, Weights weights, Hooks hooks) {
        var pre = at(
                mlp + "hook_pre", linear(x, weights.get(mlp + "W_in"), weights.get(mlp + "b_in")), hooks); // (B, T, m)
        var post = at(mlp + "hook_post", shape.activation().of(pre), hooks); // (B, T, m)
        return linear(post, weights.get(mlp + "W_out"), weights.get(mlp + "b_out")); // (B, T, d)
    }

    private static NDArray linear(NDArray x, NDArray weight, NDArray bias) {
        return Linear.linear(x, weight, bias).singletonOrThrow(); // (B, T, out)
    }

    private NDArray normalized(String name, NDArray x, Weights weights, Hooks hooks) {
        var gain = weights.get(name + ".w"); // (d)
        var normalized =
                switch (shape.normalization()) {
                    case LAYER_NORM ->
                        LayerNorm.layerNorm(x, gain.getShape(), gain, weights.get(name + ".b"), LAYER_NORM_EPSILON)
                                .singletonOrThrow(); // (B, T, d)
                    case RMS_NORM -> rmsNorm.of(x, gain); // (B, T, d)
                };
        return at(name + ".hook_normalized", normalized, hooks); // (B, T, d)
    }

    /** Adds the residual stream to what a sublayer has written; in place, unless somebody reads the sublayer's output. */
    private static NDArray addTo(String point, NDArray written, NDArray stream, Hooks hooks) {
        return hooks.observes(point) ? hooks.at(point, written).add(stream) : written.addi(stream); // (B, T, d)
    }

    private static NDArray at(String point, NDArray activation, Hooks hooks) {
        return hooks.observes(point) ? hooks.at(point, activation) : activation;
    }

    private static NDArray firstRows(NDArray table, long rows) {
        return table.getShape().get(0) == rows ? table : table.get(new NDIndex().addSliceDim(0, rows));
    }

    /** The corner belongs to the long-lived square's manager; the block's scope frees it. */
    private static NDArray firstRowsAndColumns(NDArray square, long size) {
        var corner = new NDIndex().addSliceDim(0, size).addSliceDim(0, size);
        return square.getShape().get(0) == size ? square : square.get(corner);
    }

    @Override
    public double[][] logProbabilities(int[][] sequences) {
        return with(this::weights).logProbabilities(sequences);
    }

    /**
     * This model with other weights, for measuring: {@code model.with(scope ->
     * model.weights(scope).times(mask.in(scope)))}.
     *
     * @param weights makes the weights of one measurement
     * @return a view of this model, usable until the model is closed
     */
    public NextTokenModel with(Function<TensorScope, Weights> weights) {
        return sequences -> {
            try (var scope = TensorScope.open()) {
                var logits = forward(scope.inputs(sequences), weights.apply(scope)); // (N, T, V)
                return TensorScope.toRows(logits.logSoftmax(-1)); // [N * T][V]
            }
        };
    }

    /**
     * Activations at hook points.
     *
     * @param sequences N sequences of T tokens each
     * @param weights makes the weights of this measurement, such as {@code model::weights}
     * @param points hook points
     * @return point to rows; for a point of shape {@code (N, T, d)}, N · T rows of d
     */
    public Map<String, double[][]> activations(
            int[][] sequences, Function<TensorScope, Weights> weights, String... points) {
        try (var scope = TensorScope.open()) {
            var store = new LinkedHashMap<String, NDArray>();
            forward(scope.tokens(sequences), weights.apply(scope), Hooks.record(store, Set.of(points)));
            var rows = new LinkedHashMap<String, double[][]>();
            for (var point : points) {
                rows.put(point, TensorScope.toRows(recorded(store, point)));
            }
            return rows;
        }
    }

    static NDArray recorded(Map<String, NDArray> store, String point) {
        var activation = store.get(point);
        if (activation == null) {
            throw new IllegalArgumentException("the model has no hook point '" + point + "'");
        }
        return activation;
    }

    @Override
    public void close() {
        parameters.close();
        constants.close();
    }
}
