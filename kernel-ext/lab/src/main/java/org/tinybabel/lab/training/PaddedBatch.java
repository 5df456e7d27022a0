package org.tinybabel.lab.training;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.Collection;
import org.tinybabel.lab.engine.TensorScope;

/**
 * Sequences of different lengths for one step of a language model. Shorter ones are filled up with token 0 at their end, and the filling
 * counts in no loss. A model that reads from left to right needs no mask for it: what comes later changes nothing before.
 *
 * @param tokens B sequences of T + 1 tokens each
 * @param lengths how many tokens of each are its own
 */
public record PaddedBatch(int[][] tokens, int[] lengths) {

    /**
     * Fills up.
     *
     * @param sequences B sequences of 2 or more token ids each; not changed
     * @return the batch, as long as the longest
     * @throws IllegalArgumentException if there are none, or one has fewer than 2 tokens, so that there is nothing to predict
     */
    public static PaddedBatch of(Collection<int[]> sequences) {
        var lengths = sequences.stream().mapToInt(sequence -> sequence.length).toArray();
        var longest = Arrays.stream(lengths).max().orElse(0);
        if (Arrays.stream(lengths).min().orElse(0) < 2) {
            throw new IllegalArgumentException(
                    "a batch needs sequences of 2 or more tokens, got the lengths " + Arrays.toString(lengths));
        }
        return new PaddedBatch(
                sequences.stream()
                        .map(sequence -> Arrays.copyOf(sequence, longest))
                        .toArray(int[][]::new),
                lengths);
    }

    /**
     * What the model reads: every token but the last.
     *
     * @param scope the step
     * @return shape {@code (B, T)}, 64-bit integers
     */
    public NDArray inputs(TensorScope scope) {
        return scope.inputs(tokens);
    }

    /**
     * What the model must predict: every token but the first.
     *
     * @param scope the step
     * @return shape {@code (B, T)}, 64-bit integers
     */
    public NDArray targets(TensorScope scope) {
        return scope.targets(tokens);
    }

    /**
     * Which predictions count.
     *
     * @param scope the step
     * @return 1 where the target is a token, 0 where it is filling; shape {@code (B, T)}
     */
    public NDArray counted(TensorScope scope) {
        var counted = new double[tokens.length][tokens[0].length - 1];
        for (var b = 0; b < counted.length; b++) {
            Arrays.fill(counted[b], 0, lengths[b] - 1, 1);
        }
        return scope.array(counted);
    }

    /**
     * The number of predictions that count.
     *
     * @return tokens of all sequences but their first ones
     */
    public int predictions() {
        return Arrays.stream(lengths).sum() - lengths.length;
    }
}
