package org.tinybabel.lab.models;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.norm.LayerNorm;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tinybabel.lab.engine.TensorEngine;
import org.tinybabel.lab.engine.TensorScope;

/**
 * R small GPTs of one shape that train together: a <em>model axis</em> in front of every array. Each has weights of its own
 * and reads its own sentences; they share only the calls, and with models this small the calls are what costs.
 *
 * <p>Usage, four seeds at once:
 *
 * <pre>{@code
 * var stack = new GptStack(shape, 0, 1, 2, 3);
 * new Trainer(stack.parameters()).run(steps, (scope, step) -> {
 *     int[][][] batch = nextBatch();                                  // [R][B][T + 1]
 *     var logits = stack.forward(scope.inputs(batch), stack.weights(scope));   // (R, B, T, V)
 *     return Losses.crossEntropyPerModel(logits, scope.targets(batch)).sum();
 * });
 * }</pre>
 *
 * <p>The loss to descend is the <em>sum</em> over the models, so that each receives exactly its own gradient; AdamW works
 * entry by entry, so each is updated as if it were alone. (Clipping by norm would mix them.) Model r of a stack computes what
 * {@link TinyGpt} computes with the same weights, up to rounding.
 *
 * <p>Hook points are those of {@link TinyGpt}, with shape {@code (R, B, T, …)}, those of single heads with {@code (R · B,
 * heads, T, …)}.
 */
public final class GptStack implements AutoCloseable {

    private final GptShape shape;
    private final int models;
    private final Parameters parameters;
    private final NDManager constants = TensorEngine.newManager();
    private final NDArray queryScale; // ()
    private final NDArray future; // (T, T): -1e9 above the diagonal, 0 elsewhere
    private final NDArray unitGain; // (d)
    private final NDArray noBias; // (d)
    private final RmsNorm rmsNorm;

    /**
     * Models with fresh random weights, as {@link TinyGpt} draws them.
     *
     * @param shape the sizes of each
     * @param seeds one per model; equal seeds give equal weights, so that models may differ in their data alone
     * @throws IllegalArgumentException if there are no seeds
     */
    public GptStack(GptShape shape, long... seeds) {
        if (seeds.length == 0) {
            throw new IllegalArgumentException("a stack needs at least one model, got no seeds");
        }
        this.shape = shape;
        this.models = seeds.length;
        var single = Arrays.stream(seeds)
                .mapToObj(seed -> GptWeights.initialValues(shape, seed))
                .toArray(double[][]::new);
        this.parameters = new Parameters(stacked(shape, models), interleaved(single));
        this.queryScale = constants.full(new Shape(), (float) (1 / Math.sqrt(shape.headWidth())));
        this.future = TinyGpt.future(constants, shape.context(), DataType.FLOAT32);
        this.unitGain = constants.ones(new Shape(shape.width()));
        this.noBias = constants.zeros(new Shape(shape.width()));
        this.rmsNorm = new RmsNorm(constants);
    }

    private static Layout stacked(GptShape shape, int models) {
        var stacked = new LinkedHashMap<String, Shape>();
        GptWeights.layout(shape).shapes().forEach((name, one) -> {
            var axis =
                    one.dimension() == 1 ? new Shape(models, 1) : new Shape(models); // a bias is added to all positions
            stacked.put(name, axis.addAll(one));
        });
        return new Layout(stacked);
    }

    /** Puts the arrays of one name next to each other: model 0's, model 1's …, then those of the next name. */
    private double[] interleaved(double[][] single) {
        var all = new double[models * single[0].length];
        var from = 0;
        for (var one : GptWeights.layout(shape).shapes().values()) {
            var length = (int) one.size();
            for (var r = 0; r < models; r++) {
                System.arraycopy(single[r], from, all, models * from + r * length, length);
            }
            from += length;
        }
        return all;
    }

    /**
     * The number of models.
     *
     * @return R
     */
    public int models() {
        return models;
    }

    /**
     * The sizes of each model.
     *
     * @return as given to the constructor
     */
    public GptShape shape() {
        return shape;
    }

    /**
     * The weights of all models. The names are those of one model; the shapes have R in front, and vectors are {@code (R, 1,
     * n)}.
     *
     * @return the stack's own parameters, closed with the stack
     */
    public Parameters parameters() {
        return parameters;
    }

    /**
     * The weights as arrays, for one step.
     *
     * @param scope the step, which will own the views
     * @return every weight by name, with shape {@code (R, …)}, vectors with {@code (R, 1, n)}
     */
    public Weights weights(TensorScope scope) {
        return parameters.in(scope);
    }

    /**
     * Takes a flat vector apart, such as {@code parameters().values()} or its gradient.
     *
     * @param flat as long as the parameters
     * @param names which arrays to take, such as {@code name -> !name.contains("embed")}
     * @return model to its numbers, {@code [R][n]}, in the order of a single model's parameters
     * @throws IllegalArgumentException if the vector has another length
     */
    public double[][] byModel(double[] flat, Predicate<String> names) {
        if (flat.length != parameters.layout().size()) {
            throw new IllegalArgumentException(
                    "the stack has " + parameters.layout().size() + " parameters, got " + flat.length + " numbers");
        }
        var chosen = GptWeights.layout(shape).select(names);
        var parts = new double[models][chosen.size()];
        var to = 0;
        for (var name : chosen.names()) {
            var length = chosen.length(name);
            for (var r = 0; r < models; r++) {
                System.arraycopy(flat, parameters.layout().offset(name) + r * length, parts[r], to, length);
            }
            to += length;
        }
        return parts;
    }

    /**
     * One model by itself.
     *
     * @param model 0 … R − 1
     * @return a copy, which the caller closes
     */
    public TinyGpt model(int model) {
        var single = new TinyGpt(shape, 0);
        single.parameters().set(byModel(parameters.values(), name -> true)[model]);
        return single;
    }

    /**
     * Predicts the next token at every position.
     *
     * @param tokens shape {@code (R, B, T)}, 64-bit integers, T up to the shape's context
     * @param weights the stack's weights, or what an experiment made of them
     * @return logits, shape {@code (R, B, T, V)}
     */
    public NDArray forward(NDArray tokens, Weights weights) {
        return forward(tokens, weights, Hooks.NONE);
    }

    /**
     * Predicts the next token at every position, reading or replacing activations on the way.
     *
     * @param tokens shape {@code (R, B, T)}, 64-bit integers, T up to the shape's context
     * @param weights the stack's weights, or what an experiment made of them
     * @param hooks what to do at the hook points
     * @return logits, shape {@code (R, B, T, V)}
     * @throws IllegalArgumentException if the sequences are longer than the context, a token is not in the vocabulary, or the
     *     first axis is not R
     */
    public NDArray forward(NDArray tokens, Weights weights, Hooks hooks) {
        check(tokens);
        var pass = new Pass(tokens.getShape().get(1), tokens.getShape().get(2), weights, hooks);
        var x = pass.embed(tokens); // (R, B T, d)
        for (var layer = 0; layer < shape.layers(); layer++) {
            x = pass.block("blocks." + layer + ".", x); // (R, B T, d)
        }
        var normalized = pass.normalized("ln_final", x); // (R, B T, d)
        var logits = linear(normalized, weights.get(GptWeights.outputMatrix(shape)), weights.get("unembed.b_U"));
        return logits.reshape(models, pass.sequences, pass.length, shape.vocabulary()); // (R, B, T, V)
    }

    private void check(NDArray tokens) {
        var given = tokens.getShape();
        if (given.dimension() != 3 || given.get(0) != models) {
            throw new IllegalArgumentException(
                    "the stack has " + models + " models and needs tokens (" + models + ", B, T), got " + given);
        }
        if (given.get(2) > shape.context()) {
            throw new IllegalArgumentException(
                    "the models read at most " + shape.context() + " tokens, got sequences of " + given.get(2));
        }
        // A token beyond the vocabulary would silently be read from the next model's table.
        try (var largest = tokens.max();
                var smallest = tokens.min()) {
            var last = shape.vocabulary() - 1;
            if (smallest.getLong() < 0 || largest.getLong() > last) {
                throw new IllegalArgumentException("a token is not in the models' vocabulary 0 … " + last + ": "
                        + (smallest.getLong() < 0 ? smallest.getLong() : largest.getLong()));
            }
        }
    }

    /** One forward pass over B sequences of T tokens. The stream has shape (R, B T, d). */
    private final class Pass {

        private final long sequences;
        private final long length;
        private final Weights weights;
        private final Hooks hooks;

        Pass(long sequences, long length, Weights weights, Hooks hooks) {
            this.sequences = sequences;
            this.length = length;
            this.weights = weights;
            this.hooks = hooks;
        }

        NDArray embed(NDArray tokens) {
            var d = shape.width();
            var first = tokens.getManager()
                    .arange(0, models * shape.vocabulary(), shape.vocabulary(), DataType.INT64)
                    .reshape(models, 1, 1); // (R, 1, 1)
            var table = weights.get("embed.W_E").reshape((long) models * shape.vocabulary(), d); // (R V, d)
            var words = Embedding.embedding(tokens.add(first), table, SparseFormat.DENSE)
                    .singletonOrThrow(); // (R, B, T, d)
            var positions = firstPositions(weights.get("pos_embed.W_pos")).reshape(models, 1, length, d);
            var placed = addTo("hook_embed", words, at("hook_pos_embed", positions)); // (R, B, T, d)
            return placed.reshape(models, sequences * length, d); // (R, B T, d)
        }

        private NDArray firstPositions(NDArray table) {
            if (length == shape.context()) {
                return table; // (R, T, d)
            }
            return table.get(new NDIndex().addAllDim().addSliceDim(0, length)); // (R, T, d)
        }

        NDArray block(String block, NDArray x) {
            try (var freedAtTheEnd = new NDScope()) {
                freedAtTheEnd.suppressNotUsedWarning();
                var before = at(block + "hook_resid_pre", x); // (R, B T, d)
                var read = normalized(block + "ln1", before); // (R, B T, d)
                var middle = addTo(block + "hook_attn_out", attention(block + "attn.", read), before);
                middle = at(block + "hook_resid_mid", middle); // (R, B T, d)
                var thought = normalized(block + "ln2", middle); // (R, B T, d)
                var after = addTo(block + "hook_mlp_out", mlp(block + "mlp.", thought), middle);
                after = at(block + "hook_resid_post", after); // (R, B T, d)
                NDScope.unregister(after);
                return after;
            }
        }

        private NDArray attention(String attn, NDArray x) {
            var qkv = linear(x, weights.get(attn + "W_QKV"), weights.get(attn + "b_QKV")); // (R, B T, 3d)
            var parts = qkv.split(3, 2); // 3 of (R, B T, d)
            var q = at(attn + "hook_q", heads(parts.get(0))); // (R B, nh, T, hs)
            var k = at(attn + "hook_k", heads(parts.get(1))); // (R B, nh, T, hs)
            var v = at(attn + "hook_v", heads(parts.get(2))); // (R B, nh, T, hs)
            var scores = q.mul(queryScale).matMul(k.transpose(0, 1, 3, 2)); // (R B, nh, T, T)
            scores = at(attn + "hook_attn_scores", scores.addi(firstRowsAndColumns())); // (R B, nh, T, T)
            var pattern = at(attn + "hook_pattern", scores.softmax(-1)); // (R B, nh, T, T)
            var z = at(attn + "hook_z", pattern.matMul(v)); // (R B, nh, T, hs)
            var joined = z.transpose(0, 2, 1, 3).reshape(models, sequences * length, shape.width()); // (R, B T, d)
            return linear(joined, weights.get(attn + "W_O"), weights.get(attn + "b_O")); // (R, B T, d)
        }

        private NDArray heads(NDArray x) {
            return x.reshape(models * sequences, length, shape.heads(), shape.headWidth())
                    .transpose(0, 2, 1, 3); // (R B, nh, T, hs)
        }

        /** The corner belongs to the long-lived square's manager; the block's scope frees it. */
        private NDArray firstRowsAndColumns() {
            var corner = new NDIndex().addSliceDim(0, length).addSliceDim(0, length);
            return length == shape.context() ? future : future.get(corner); // (T, T)
        }

        private NDArray mlp(String mlp, NDArray x) {
            var pre = at(mlp + "hook_pre", linear(x, weights.get(mlp + "W_in"), weights.get(mlp + "b_in")));
            var post = at(mlp + "hook_post", shape.activation().of(pre)); // (R, B T, m)
            return linear(post, weights.get(mlp + "W_out"), weights.get(mlp + "b_out")); // (R, B T, d)
        }

        NDArray normalized(String name, NDArray x) {
            var gain = weights.get(name + ".w"); // (R, 1, d)
            var normalized =
                    switch (shape.normalization()) {
                        case LAYER_NORM -> layerNorm(x).mul(gain).addi(weights.get(name + ".b")); // (R, B T, d)
                        case RMS_NORM -> rmsNorm.of(x, gain); // (R, B T, d)
                    };
            return at(name + ".hook_normalized", normalized); // (R, B T, d)
        }

        private NDArray layerNorm(NDArray x) {
            return LayerNorm.layerNorm(x, unitGain.getShape(), unitGain, noBias, TinyGpt.LAYER_NORM_EPSILON)
                    .singletonOrThrow(); // (R, B T, d)
        }

        /** Adds to a fresh result: in place, unless somebody reads it. */
        private NDArray addTo(String point, NDArray fresh, NDArray other) {
            return hooks.observes(point) ? at(point, fresh).add(other) : fresh.addi(other);
        }

        /** Shows a hook the activation as (R, B, T, width); those of single heads have their final shape already. */
        private NDArray at(String point, NDArray activation) {
            if (!hooks.observes(point)) {
                return activation;
            }
            if (activation.getShape().dimension() == 4) {
                return hooks.at(point, activation);
            }
            var width = activation.getShape().getLastDimension();
            var seen = hooks.at(point, activation.reshape(models, sequences, length, width)); // (R, B, T, width)
            return seen.reshape(models, sequences * length, width); // (R, B T, width)
        }
    }

    private static NDArray linear(NDArray x, NDArray weight, NDArray bias) {
        return x.batchMatMul(weight.transpose(0, 2, 1)).addi(bias); // (R, B T, out)
    }

    /**
     * How surprised each model is by sentences that all of them read.
     *
     * @param sequences N sequences of T + 1 tokens each
     * @param weights makes the weights of this measurement, such as {@code stack::weights}
     * @return −log P(next token) in nats, {@code [R][N · T]}, sequence by sequence
     */
    public double[][] surprisals(int[][] sequences, Function<TensorScope, Weights> weights) {
        return surprisals(forEveryone(sequences), weights);
    }

    /**
     * How surprised each model is by sentences of its own.
     *
     * @param sequences R times N sequences of T + 1 tokens each
     * @param weights makes the weights of this measurement, such as {@code stack::weights}
     * @return −log P(next token) in nats, {@code [R][N · T]}, sequence by sequence
     */
    public double[][] surprisals(int[][][] sequences, Function<TensorScope, Weights> weights) {
        try (var scope = TensorScope.open()) {
            var logProbabilities =
                    forward(scope.inputs(sequences), weights.apply(scope)).logSoftmax(-1); // (R, N, T, V)
            var targets = scope.targets(sequences).expandDims(-1); // (R, N, T, 1)
            return TensorScope.toRows(logProbabilities.gather(targets, -1).neg().reshape(models, -1)); // [R][N * T]
        }
    }

    private int[][][] forEveryone(int[][] sequences) {
        var copies = new int[models][][];
        Arrays.fill(copies, sequences);
        return copies;
    }

    /**
     * Activations of each model in sentences that all of them read.
     *
     * @param sequences N sequences of T tokens each
     * @param weights makes the weights of this measurement, such as {@code stack::weights}
     * @param points hook points of shape {@code (R, B, T, d)}
     * @return point to rows, {@code [R][N · T][d]}
     * @throws IllegalArgumentException if there is no such hook point
     */
    public Map<String, double[][][]> activations(
            int[][] sequences, Function<TensorScope, Weights> weights, String... points) {
        return activations(forEveryone(sequences), weights, points);
    }

    /**
     * Activations of each model in sentences of its own.
     *
     * @param sequences R times N sequences of T tokens each
     * @param weights makes the weights of this measurement, such as {@code stack::weights}
     * @param points hook points of shape {@code (R, B, T, d)}
     * @return point to rows, {@code [R][N · T][d]}
     * @throws IllegalArgumentException if there is no such hook point
     */
    public Map<String, double[][][]> activations(
            int[][][] sequences, Function<TensorScope, Weights> weights, String... points) {
        try (var scope = TensorScope.open()) {
            var store = new LinkedHashMap<String, NDArray>();
            forward(scope.tokens(sequences), weights.apply(scope), Hooks.record(store, Set.of(points)));
            var activations = new LinkedHashMap<String, double[][][]>();
            for (var point : points) {
                activations.put(point, byModel(TensorScope.toRows(TinyGpt.recorded(store, point))));
            }
            return activations;
        }
    }

    private double[][][] byModel(double[][] rows) {
        var each = rows.length / models;
        var parts = new double[models][][];
        Arrays.setAll(parts, r -> Arrays.copyOfRange(rows, r * each, (r + 1) * each));
        return parts;
    }

    @Override
    public void close() {
        parameters.close();
        constants.close();
    }
}
