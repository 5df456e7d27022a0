package org.tinybabel.lab.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import java.util.ArrayList;
import java.util.Random;
import org.tinybabel.lab.engine.TensorScope;
import org.tinybabel.lab.models.TinyEncoder;
import org.tinybabel.lab.models.Weights;

/**
 * A batch with some tokens hidden, and what they were: the exercise of masked language modelling (Devlin et al., BERT, 2019, arXiv
 * 1810.04805). Every hidden token becomes the mask; BERT's random and unchanged tokens are left out.
 *
 * @param tokens the sequences with masks, {@code [B][T]}
 * @param places where the masks are, as b · T + t, in rising order
 * @param hidden what stood there, as many
 */
public record MaskedTokens(int[][] tokens, int[] places, int[] hidden) {

    /**
     * Hides each token with the same probability; padding never. If chance hides none, the first token is hidden.
     *
     * @param sequences B sequences of T token ids, padded with {@value TinyEncoder#PADDING}; not changed
     * @param share the probability, more than 0 and at most 1
     * @param mask the id of the mask
     * @param random a generator with a seed, advanced by B · T numbers
     * @return the batch with masks
     * @throws IllegalArgumentException if the share is out of range, the sequences differ in length, or there is nothing but padding
     */
    public static MaskedTokens of(int[][] sequences, double share, int mask, Random random) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("the share of hidden tokens must be more than 0, up to 1, got " + share);
        }
        var tokens = new int[sequences.length][];
        var places = new ArrayList<Integer>();
        var first = -1;
        for (var b = 0; b < tokens.length; b++) {
            tokens[b] = sequences[b].clone();
            checkLength(sequences, b);
            for (var t = 0; t < tokens[b].length; t++) {
                var hide = random.nextDouble() < share;
                if (tokens[b][t] != TinyEncoder.PADDING) {
                    var place = b * tokens[0].length + t;
                    first = first < 0 ? place : first;
                    if (hide) {
                        places.add(place);
                    }
                }
            }
        }
        if (first < 0) {
            throw new IllegalArgumentException("there is nothing to hide: all tokens are padding");
        }
        if (places.isEmpty()) {
            places.add(first);
        }
        return masked(tokens, places.stream().mapToInt(i -> i).toArray(), mask);
    }

    private static void checkLength(int[][] sequences, int b) {
        if (sequences[b].length != sequences[0].length) {
            throw new IllegalArgumentException("all sequences must have the length of the first (" + sequences[0].length
                    + "), number " + b + " has " + sequences[b].length);
        }
    }

    private static MaskedTokens masked(int[][] tokens, int[] places, int mask) {
        var hidden = new int[places.length];
        for (var i = 0; i < places.length; i++) {
            var row = tokens[places[i] / tokens[0].length];
            var t = places[i] % tokens[0].length;
            hidden[i] = row[t];
            row[t] = mask;
        }
        return new MaskedTokens(tokens, places, hidden);
    }

    /**
     * The cross-entropy of the encoder's guesses with what was hidden.
     *
     * @param scope the step
     * @param encoder whose head guesses
     * @param states the encoder's last states for {@link #tokens}, shape {@code (B, T, d)}
     * @param weights the encoder's weights, or what an experiment made of them
     * @return the mean over hidden tokens in nats, shape {@code ()}
     */
    public NDArray loss(TensorScope scope, TinyEncoder encoder, NDArray states, Weights weights) {
        var rows = states.reshape(-1, states.getShape().get(2)); // (B T, d)
        var where = scope.tokens(new int[][] {places}).squeeze(0); // (n)
        var chosen = Embedding.embedding(where, rows, SparseFormat.DENSE).singletonOrThrow(); // (n, d)
        var targets = scope.tokens(new int[][] {hidden}).squeeze(0); // (n)
        return Losses.crossEntropy(encoder.guess(chosen, weights), targets);
    }
}
