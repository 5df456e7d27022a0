package org.tinybabel.lab.models;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.LayerNorm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tinybabel.lab.engine.TensorEngine;
import org.tinybabel.lab.engine.TensorScope;

/**
 * A small BERT: a pre-layer-norm transformer whose tokens look at each other in both directions, with learned positions and a
 * head that guesses masked tokens. Read it top-down.
 *
 * <p>Sequences of different lengths share a batch: id {@value #PADDING} is padding, which no token looks at. The vectors at padded
 * positions mean nothing; {@link #mean} leaves them out.
 *
 * <p>Three ways in:
 *
 * <pre>{@code
 * var hidden = encoder.forward(scope.tokens(names), weights);             // (B, T, d), from token ids
 * var states = encoder.hidden(scope.tokens(names), weights);              // every layer's, L + 1 of (B, T, d)
 * var hidden = encoder.encode(vectors, kept, weights, Hooks.NONE);        // from vectors made elsewhere
 * }</pre>
 *
 * <p>The forward pass takes the weights as an argument, so whatever an experiment does to them happens outside. Activations can be
 * read or replaced at the hook points of {@link TinyGpt}, and at {@code mlm_head.ln.hook_normalized}.
 */
public final class TinyEncoder implements AutoCloseable {

    /** The token id that fills up short sequences. */
    public static final int PADDING = 0;

    private static final int SEQUENCES_AT_ONCE = 256;

    private final EncoderShape shape;
    private final Parameters parameters;
    private final NDManager constants = TensorEngine.newManager();
    private final NDArray queryScale; // ()
    private final NDArray hidden; // (): what is added to the attention score of a padded token

    /**
     * A model with fresh random weights: embeddings N(0, 0.1²); matrices N(0, 1/fan-in), the two matrices of each block that write to
     * the residual stream divided by √(2L), biases 0, layer norm gains 1.
     *
     * @param shape the sizes
     * @param seed equal seeds give equal weights
     */
    public TinyEncoder(EncoderShape shape, long seed) {
        this(shape, seed, DataType.FLOAT32);
    }

    /**
     * A model with fresh random weights and given precision. Double precision is meant for checking gradients.
     *
     * @param shape the sizes
     * @param seed equal seeds give equal weights
     * @param type {@code FLOAT32} or {@code FLOAT64}
     */
    public TinyEncoder(EncoderShape shape, long seed, DataType type) {
        this.shape = shape;
        this.parameters = new Parameters(EncoderWeights.layout(shape), EncoderWeights.initialValues(shape, seed), type);
        this.queryScale = constants.full(new Shape(), (float) (1 / Math.sqrt(shape.headWidth())));
        this.hidden = constants.full(new Shape(), -1e9f);
    }

    /**
     * The sizes.
     *
     * @return as given to the constructor
     */
    public EncoderShape shape() {
        return shape;
    }

    /**
     * All weights, to train or to read. A checkpoint is {@code parameters().values()}; {@code parameters().set(checkpoint)} goes back
     * to it.
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
     * Which positions hold a token.
     *
     * @param tokens shape {@code (B, T)}, 64-bit integers
     * @return 1 for a token, 0 for padding; shape {@code (B, T)}, single precision
     */
    public static NDArray kept(NDArray tokens) {
        return tokens.neq(tokens.zerosLike()).toType(DataType.FLOAT32, false); // (B, T)
    }

    /**
     * The mean vector of every sequence, over the positions that are kept.
     *
     * @param states shape {@code (B, T, d)}
     * @param kept 1 where a position counts, 0 elsewhere; at least one 1 in each row; shape {@code (B, T)}
     * @return shape {@code (B, d)}
     */
    public static NDArray mean(NDArray states, NDArray kept) {
        var counted = kept.expandDims(-1); // (B, T, 1)
        return states.mul(counted).sum(new int[] {1}).div(counted.sum(new int[] {1})); // (B, d)
    }

    /**
     * Encodes tokens.
     *
     * @param tokens shape {@code (B, T)}, 64-bit integers, T up to the shape's context
     * @param weights the model's weights, or what an experiment made of them
     * @return the last layer's states after the final layer norm, shape {@code (B, T, d)}
     */
    public NDArray forward(NDArray tokens, Weights weights) {
        return forward(tokens, weights, Hooks.NONE);
    }

    /**
     * Encodes tokens, reading or replacing activations on the way.
     *
     * @param tokens shape {@code (B, T)}, 64-bit integers, T up to the shape's context
     * @param weights the model's weights, or what an experiment made of them
     * @param hooks what to do at the hook points
     * @return the last layer's states after the final layer norm, shape {@code (B, T, d)}
     * @throws IllegalArgumentException if the sequences are longer than the context, or a token is not in the vocabulary
     */
    public NDArray forward(NDArray tokens, Weights weights, Hooks hooks) {
        return encode(embed(tokens, weights, hooks), kept(tokens), weights, hooks);
    }

    /**
     * Encodes tokens up to one layer; the blocks after it are not computed.
     *
     * @param tokens shape {@code (B, T)}, 64-bit integers, T up to the shape's context
     * @param weights the model's weights, or what an experiment made of them
     * @param layer 0 (the embeddings) to L (after the final layer norm), see {@link #hidden}
     * @return shape {@code (B, T, d)}
     * @throws IllegalArgumentException if there is no such layer, the sequences are longer than the context, or a token is not in the
     *     vocabulary
     */
    public NDArray states(NDArray tokens, Weights weights, int layer) {
        if (layer < 0 || layer > shape.layers()) {
            throw new IllegalArgumentException("the model has layers 0 … " + shape.layers() + ", asked for " + layer);
        }
        var vectors = embed(tokens, weights, Hooks.NONE); // (B, T, d)
        if (layer == shape.layers()) {
            return encode(vectors, kept(tokens), weights, Hooks.NONE);
        }
        return blocks(vectors, kept(tokens), layer, weights, Hooks.NONE);
    }

    /**
     * Encodes tokens and gives the states of every layer.
     *
     * @param tokens shape {@code (B, T)}, 64-bit integers, T up to the shape's context
     * @param weights the model's weights, or what an experiment made of them
     * @return L + 1 arrays of shape {@code (B, T, d)}: the embeddings, the states after each block but the last, and those of the last
     *     block after the final layer norm
     * @throws IllegalArgumentException if the sequences are longer than the context, or a token is not in the vocabulary
     */
    public List<NDArray> hidden(NDArray tokens, Weights weights) {
        var points = IntStream.range(0, shape.layers())
                .mapToObj(layer -> "blocks." + layer + ".hook_resid_pre")
                .toList();
        var store = new LinkedHashMap<String, NDArray>();
        var last = forward(tokens, weights, Hooks.record(store, Set.copyOf(points)));
        return Stream.concat(points.stream().map(store::get), Stream.of(last)).toList();
    }

    /**
     * The vectors that tokens enter the first block with: token embedding plus position embedding.
     *
     * @param tokens shape {@code (B, T)}, 64-bit integers, T up to the shape's context
     * @param weights the model's weights, or what an experiment made of them
     * @param hooks what to do at {@code hook_embed} and {@code hook_pos_embed}
     * @return shape {@code (B, T, d)}
     * @throws IllegalArgumentException if the sequences are longer than the context, or a token is not in the vocabulary
     */
    public NDArray embed(NDArray tokens, Weights weights, Hooks hooks) {
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

    /**
     * Encodes vectors that were made elsewhere, such as embeddings of entities or of pieces of words.
     *
     * @param vectors one per item, positions already added if there are any; shape {@code (B, T, d)}, owned by the step. T is not
     *     limited by the context, which counts positions of tokens
     * @param kept 1 for an item, 0 for padding; shape {@code (B, T)}
     * @param weights the model's weights, or what an experiment made of them
     * @param hooks what to do at the hook points of the blocks
     * @return the last layer's states after the final layer norm, shape {@code (B, T, d)}
     * @throws IllegalArgumentException if the vectors do not have the model's width, or kept does not fit them
     */
    public NDArray encode(NDArray vectors, NDArray kept, Weights weights, Hooks hooks) {
        var given = vectors.getShape();
        if (given.dimension() != 3
                || given.get(2) != shape.width()
                || !kept.getShape().equals(given.slice(0, 2))) {
            throw new IllegalArgumentException("expected vectors (B, T, " + shape.width() + ") and kept (B, T), got "
                    + given + " and " + kept.getShape());
        }
        return layerNorm(
                "ln_final", blocks(vectors, kept, shape.layers(), weights, hooks), weights, hooks); // (B, T, d)
    }

    private NDArray blocks(NDArray vectors, NDArray kept, int count, Weights weights, Hooks hooks) {
        var padded = kept.eq(kept.zerosLike()).toType(vectors.getDataType(), false); // (B, T)
        var mask = padded.mul(hidden).expandDims(1).expandDims(1); // (B, 1, 1, T)
        var x = vectors; // (B, T, d)
        for (var layer = 0; layer < count; layer++) {
            x = block("blocks." + layer + ".", x, mask, weights, hooks); // (B, T, d)
        }
        return x;
    }

    private NDArray block(String block, NDArray x, NDArray mask, Weights weights, Hooks hooks) {
        try (var freedAtTheEnd = new NDScope()) {
            freedAtTheEnd.suppressNotUsedWarning();
            var before = at(block + "hook_resid_pre", x, hooks); // (B, T, d)
            var read = layerNorm(block + "ln1", before, weights, hooks); // (B, T, d)
            var attended = attention(block + "attn.", read, mask, weights, hooks); // (B, T, d)
            var middle = addTo(block + "hook_attn_out", attended, before, hooks); // (B, T, d)
            middle = at(block + "hook_resid_mid", middle, hooks); // (B, T, d)
            var thought = layerNorm(block + "ln2", middle, weights, hooks); // (B, T, d)
            var written = mlp(block + "mlp.", thought, weights, hooks); // (B, T, d)
            var after = addTo(block + "hook_mlp_out", written, middle, hooks); // (B, T, d)
            after = at(block + "hook_resid_post", after, hooks); // (B, T, d)
            NDScope.unregister(after);
            return after;
        }
    }

    private NDArray attention(String attn, NDArray x, NDArray mask, Weights weights, Hooks hooks) {
        var b = x.getShape().get(0);
        var t = x.getShape().get(1);
        var qkv = linear(x, weights.get(attn + "W_QKV"), weights.get(attn + "b_QKV")); // (B, T, 3d)
        var parts = qkv.split(3, 2); // 3 of (B, T, d)
        var q = at(attn + "hook_q", heads(parts.get(0), b, t), hooks); // (B, nh, T, hs)
        var k = at(attn + "hook_k", heads(parts.get(1), b, t), hooks); // (B, nh, T, hs)
        var v = at(attn + "hook_v", heads(parts.get(2), b, t), hooks); // (B, nh, T, hs)
        var scores = q.mul(queryScale).matMul(k.transpose(0, 1, 3, 2)); // (B, nh, T, T)
        scores = at(attn + "hook_attn_scores", scores.addi(mask), hooks); // (B, nh, T, T)
        var pattern = at(attn + "hook_pattern", scores.softmax(-1), hooks); // (B, nh, T, T)
        var z = at(attn + "hook_z", pattern.matMul(v), hooks); // (B, nh, T, hs)
        var joined = z.transpose(0, 2, 1, 3).reshape(b, t, shape.width()); // (B, T, d)
        return linear(joined, weights.get(attn + "W_O"), weights.get(attn + "b_O")); // (B, T, d)
    }

    private NDArray heads(NDArray x, long b, long t) {
        return x.reshape(b, t, shape.heads(), shape.headWidth()).transpose(0, 2, 1, 3); // (B, nh, T, hs)
    }

    private static NDArray mlp(String mlp, NDArray x, Weights weights, Hooks hooks) {
        var pre = at(
                mlp + "hook_pre", linear(x, weights.get(mlp + "W_in"), weights.get(mlp + "b_in")), hooks); // (B, T, m)
        var post = at(mlp + "hook_post", Activation.gelu(pre), hooks); // (B, T, m)
        return linear(post, weights.get(mlp + "W_out"), weights.get(mlp + "b_out")); // (B, T, d)
    }

    /**
     * Guesses tokens: linear, GELU, layer norm, and the embedding table as output matrix.
     *
     * @param states last states, of all positions {@code (B, T, d)} or of chosen ones {@code (n, d)}
     * @param weights the model's weights, or what an experiment made of them
     * @return logits, shape {@code (B, T, V)} or {@code (n, V)}
     */
    public NDArray guess(NDArray states, Weights weights) {
        var thought = Activation.gelu(linear(states, weights.get("mlm_head.W"), weights.get("mlm_head.b"))); // (n, d)
        var normalized = layerNorm("mlm_head.ln", thought, weights, Hooks.NONE); // (n, d)
        return linear(normalized, weights.get("embed.W_E"), weights.get("unembed.b_U")); // (n, V)
    }

    private static NDArray linear(NDArray x, NDArray weight, NDArray bias) {
        return Linear.linear(x, weight, bias).singletonOrThrow(); // (B, T, out)
    }

    private static NDArray layerNorm(String name, NDArray x, Weights weights, Hooks hooks) {
        var gain = weights.get(name + ".w"); // (d)
        var normalized = LayerNorm.layerNorm(
                        x, gain.getShape(), gain, weights.get(name + ".b"), TinyGpt.LAYER_NORM_EPSILON)
                .singletonOrThrow(); // (B, T, d)
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

    /**
     * One vector for each sequence: the mean of a layer's states over all positions but padding.
     *
     * @param sequences N sequences of token ids, padded to one length
     * @param weights makes the weights of this measurement, such as {@code encoder::weights}
     * @param layer 0 (the embeddings) to L (after the final layer norm), see {@link #hidden}
     * @return {@code [N][d]}
     * @throws IllegalArgumentException if there is no such layer
     */
    public double[][] vectors(int[][] sequences, Function<TensorScope, Weights> weights, int layer) {
        var vectors = new ArrayList<double[]>();
        for (var from = 0; from < sequences.length; from += SEQUENCES_AT_ONCE) {
            var to = Math.min(sequences.length, from + SEQUENCES_AT_ONCE);
            try (var scope = TensorScope.open()) {
                var tokens = scope.tokens(Arrays.copyOfRange(sequences, from, to)); // (B, T)
                var states = states(tokens, weights.apply(scope), layer); // (B, T, d)
                vectors.addAll(Arrays.asList(TensorScope.toRows(mean(states, kept(tokens)))));
            }
        }
        return vectors.toArray(double[][]::new);
    }

    @Override
    public void close() {
        parameters.close();
        constants.close();
    }
}
