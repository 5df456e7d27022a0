package org.tinybabel.lab.models;

import ai.djl.ndarray.NDArray;
import org.tinybabel.lab.engine.RandomStreams;
import org.tinybabel.lab.engine.TensorScope;

/**
 * Lets only some neurons of each MLP work, chosen anew for every token: the others' activations are set to 0 at
 * {@code blocks.l.mlp.hook_post}. A {@link NeuronMask} makes one choice for all tokens.
 */
public final class NeuronGate {

    private NeuronGate() {}

    /** Computes something from the activations of one layer's neurons. */
    @FunctionalInterface
    public interface PerLayer {

        /**
         * Computes it; keep the activations on the left-hand side, because a result lives as long as its left operand.
         *
         * @param layer 0 … L − 1
         * @param activations shape {@code (B, T, m)}, or {@code (R, B, T, m)} in a stack
         * @return an array of the same shape
         */
        NDArray of(int layer, NDArray activations);
    }

    /**
     * Keeps the most important neurons of each token and layer. Neurons as important as the last one kept are kept too.
     *
     * @param count how many of the m neurons to keep, at least 1
     * @param importance how much each neuron matters to each token, such as its activation times the length of its output
     *     weights
     * @return hooks for {@link TinyGpt} and {@link GptStack}
     * @throws IllegalArgumentException if none is to be kept
     */
    public static Hooks top(int count, PerLayer importance) {
        if (count < 1) {
            throw new IllegalArgumentException("at least 1 neuron must be kept, got " + count);
        }
        return new NeuronHooks((layer, activations) -> {
            var important = importance.of(layer, activations); // (…, m)
            var largest =
                    important.topK(count, important.getShape().dimension() - 1).get(0); // (…, count)
            var kept = important.gte(largest.min(new int[] {-1}, true)); // (…, m)
            return activations.mul(kept.toType(activations.getDataType(), false)); // (…, m)
        });
    }

    /**
     * Keeps neurons that are drawn anew for each token and layer: the control of {@link #top}.
     *
     * @param count how many of the m neurons to keep, at least 1
     * @param scope the measurement, which will own the random numbers
     * @param seed equal seeds give equal choices in equal passes
     * @return hooks for {@link TinyGpt} and {@link GptStack}, for one pass
     * @throws IllegalArgumentException if none is to be kept
     */
    public static Hooks random(int count, TensorScope scope, long seed) {
        var random = RandomStreams.of(seed, "neuron gate");
        return top(count, (layer, activations) -> {
            var numbers = new float[Math.toIntExact(activations.size())];
            for (var i = 0; i < numbers.length; i++) {
                numbers[i] = random.nextFloat();
            }
            return scope.array(numbers).reshape(activations.getShape()); // (…, m)
        });
    }
}
