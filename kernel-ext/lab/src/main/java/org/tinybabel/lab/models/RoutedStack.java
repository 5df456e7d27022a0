package org.tinybabel.lab.models;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.List;
import org.tinybabel.lab.engine.TensorScope;

/**
 * R models of one shape whose MLPs consist of experts: for every token and layer, a router decides which expert works. The experts'
 * output matrices begin as if each expert were an MLP by itself, and the output biases, which belong to no expert, are left out.
 */
public final class RoutedStack implements AutoCloseable {

    private final Experts experts;
    private final GptStack stack;

    /** Decides for the last token of each sentence which expert works. */
    @FunctionalInterface
    public interface LastRouter {

        /**
         * The gates of one layer.
         *
         * @param scope the forward pass
         * @param layer 0 … L − 1
         * @param x what the layer's MLP reads, {@code (R, N, T, d)}
         * @return one gate per expert, {@code (R, N, T, E)} or with 1 in place of leading axes; only those of the last token count
         */
        NDArray gates(TensorScope scope, int layer, NDArray x);
    }

    /**
     * Fresh models.
     *
     * @param shape one shape for all, with as many neurons per MLP as the experts have together
     * @param experts the parts of every MLP
     * @param seeds one per model
     * @throws IllegalArgumentException if the experts have another number of neurons
     */
    public RoutedStack(GptShape shape, Experts experts, List<Integer> seeds) {
        this.experts = experts;
        this.stack =
                new GptStack(shape, seeds.stream().mapToLong(Integer::longValue).toArray());
        experts.rescale(stack.parameters());
    }

    /**
     * The parameters of all models.
     *
     * @return to be trained
     */
    public Parameters parameters() {
        return stack.parameters();
    }

    /**
     * The logits of each next token.
     *
     * @param scope the step
     * @param text sentences of each model, {@code [R][B][T + 1]}; the last token is only predicted
     * @param router decides for every token, once per layer
     * @return shape {@code (R, B, T, V)}
     */
    public NDArray logits(TensorScope scope, int[][][] text, Experts.Router router) {
        return stack.forward(
                scope.inputs(text), experts.weights(stack.weights(scope)), experts.routedBy(scope, router));
    }

    /**
     * What the models predict for the last token of each sentence, when only the token before it varies its route. If earlier tokens
     * varied theirs, they would change what it attends to.
     *
     * @param text sentences of each model, {@code [R][N][T + 1]}
     * @param before the expert that works for the earlier tokens
     * @param router decides for the last token that is read
     * @return log probabilities, {@code [R][N][V]}, in nats
     */
    public double[][][] lastWord(int[][][] text, int before, LastRouter router) {
        var positions = text[0][0].length - 1;
        try (var scope = TensorScope.open()) {
            var logits = logits(
                    scope,
                    text,
                    (layer, x) -> experts.onlyLast(scope, router.gates(scope, layer, x), positions, before));
            var rows = TensorScope.toRows(logits.get(":, :, -1").logSoftmax(-1)); // [R * N][V]
            var sentences = rows.length / text.length;
            var byModel = new double[text.length][][];
            Arrays.setAll(byModel, r -> Arrays.copyOfRange(rows, r * sentences, (r + 1) * sentences));
            return byModel;
        }
    }

    @Override
    public void close() {
        stack.close();
    }
}
