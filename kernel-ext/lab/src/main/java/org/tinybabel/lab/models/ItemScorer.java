package org.tinybabel.lab.models;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.tinybabel.lab.engine.RandomStreams;
import org.tinybabel.lab.engine.TensorScope;
import org.tinybabel.lab.training.Losses;

/**
 * Chooses between items: a {@link TinyEncoder} reads the tokens of a {@link Choice}, and each item's last state gives one logit; the
 * softmax goes over the items.
 *
 * <p>A token enters as {@code W x + b}, where x are its features. So a token that stands for several things at once, such as a relation
 * and an entity, is the sum of their embeddings: the ones in x select rows of W, and a vector in x is mapped by the rest of W.
 */
public final class ItemScorer implements AutoCloseable {

    private static final int AT_ONCE = 128;

    private final int features;
    private final TinyEncoder encoder;
    private final Parameters ends;
    private final DataType type;

    /**
     * A scorer with fresh random weights: {@code W ~ N(0, 1)}, so that features should be ones and vectors of about unit length; output
     * N(0, 1/width), biases 0.
     *
     * @param features length of a token's vector, F
     * @param shape the encoder's sizes
     * @param seed equal seeds give equal weights
     */
    public ItemScorer(int features, EncoderShape shape, long seed) {
        this(features, shape, seed, DataType.FLOAT32);
    }

    /**
     * A scorer with fresh random weights and given precision. Double precision is meant for checking gradients.
     *
     * @param features length of a token's vector, F
     * @param shape the encoder's sizes
     * @param seed equal seeds give equal weights
     * @param type {@code FLOAT32} or {@code FLOAT64}
     */
    public ItemScorer(int features, EncoderShape shape, long seed, DataType type) {
        this.features = features;
        this.type = type;
        this.encoder = new TinyEncoder(shape, seed, type);
        var layout = new LinkedHashMap<String, Shape>();
        layout.put("input.W", new Shape(shape.width(), features));
        layout.put("input.b", new Shape(shape.width()));
        layout.put("score.W", new Shape(1, shape.width()));
        layout.put("score.b", new Shape(1));
        var parts = new Layout(layout);
        var values = new double[parts.size()];
        var random = RandomStreams.of(seed, "item scorer");
        for (var i = 0; i < parts.length("input.W"); i++) {
            values[parts.offset("input.W") + i] = random.nextGaussian();
        }
        for (var i = 0; i < parts.length("score.W"); i++) {
            values[parts.offset("score.W") + i] = random.nextGaussian() / Math.sqrt(shape.width());
        }
        this.ends = new Parameters(parts, values, type);
    }

    /**
     * All weights, to train or to count.
     *
     * @return those of the encoder, and those of the first and the last layer
     */
    public Parameters[] parameters() {
        return new Parameters[] {encoder.parameters(), ends};
    }

    /**
     * The logits of the items.
     *
     * @param scope the step
     * @param batch B choices of different lengths
     * @return shape {@code (B, I)}, where I is the largest number of items; about −10⁹ where a choice has fewer
     * @throws IllegalArgumentException if a token does not have F features
     */
    public NDArray logits(TensorScope scope, List<Choice> batch) {
        var length =
                batch.stream().mapToInt(choice -> choice.tokens().length).max().orElse(0);
        var items = batch.stream().mapToInt(Choice::items).max().orElse(0);
        var x = new float[batch.size() * length * features];
        var kept = new float[batch.size() * length];
        var missing = new float[batch.size() * items];
        for (var b = 0; b < batch.size(); b++) {
            var tokens = batch.get(b).tokens();
            for (var t = 0; t < tokens.length; t++) {
                if (tokens[t].length != features) {
                    throw new IllegalArgumentException(
                            "a token must have " + features + " features, got " + tokens[t].length);
                }
                System.arraycopy(tokens[t], 0, x, (b * length + t) * features, features);
                kept[b * length + t] = 1;
            }
            Arrays.fill(missing, b * items + batch.get(b).items(), (b + 1) * items, -1e9f);
        }
        var weights = ends.in(scope);
        var vectors = array(scope, x, batch.size(), length, features); // (B, T, F)
        var embedded = linear(vectors, weights, "input"); // (B, T, d)
        var states = encoder.encode(
                embedded, array(scope, kept, batch.size(), length), encoder.weights(scope), Hooks.NONE); // (B, T, d)
        var firsts = states.split(new long[] {items}, 1).get(0); // (B, I, d)
        return linear(firsts, weights, "score") // (B, I, 1)
                .squeeze(2)
                .add(array(scope, missing, batch.size(), items)); // (B, I)
    }

    private NDArray array(TensorScope scope, float[] values, long... shape) {
        return scope.array(values).toType(type, false).reshape(shape);
    }

    private static NDArray linear(NDArray x, Weights weights, String layer) {
        return Linear.linear(x, weights.get(layer + ".W"), weights.get(layer + ".b"))
                .singletonOrThrow();
    }

    /**
     * The loss of a step: minus the logarithm of the right item's probability, its mean over the batch.
     *
     * @param scope the step
     * @param batch B choices
     * @return one number, in nats
     */
    public NDArray loss(TensorScope scope, List<Choice> batch) {
        var right = new int[batch.size()][1];
        for (var b = 0; b < right.length; b++) {
            right[b][0] = batch.get(b).right();
        }
        return Losses.crossEntropy(logits(scope, batch).expandDims(1), scope.tokens(right));
    }

    /**
     * The probabilities of the items.
     *
     * @param choices any number of choices
     * @return for each choice, one probability for each of its items
     */
    public List<double[]> probabilities(List<Choice> choices) {
        var probabilities = new ArrayList<double[]>();
        for (var from = 0; from < choices.size(); from += AT_ONCE) {
            var batch = choices.subList(from, Math.min(choices.size(), from + AT_ONCE));
            try (var scope = TensorScope.open()) {
                var rows = TensorScope.toRows(logits(scope, batch).softmax(-1)); // (B, I)
                for (var b = 0; b < rows.length; b++) {
                    probabilities.add(Arrays.copyOf(rows[b], batch.get(b).items()));
                }
            }
        }
        return probabilities;
    }

    @Override
    public void close() {
        encoder.close();
        ends.close();
    }
}
