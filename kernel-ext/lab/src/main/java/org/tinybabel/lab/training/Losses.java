package org.tinybabel.lab.training;

import ai.djl.ndarray.NDArray;

/** Losses of language models, in nats per token. */
public final class Losses {

    private Losses() {}

    /**
     * Cross-entropy with the tokens that really came next: the mean of −log softmax(logits)[target].
     *
     * @param logits shape {@code (B, T, V)}
     * @param targets token ids, shape {@code (B, T)}, 64-bit integers
     * @return shape {@code ()}
     */
    public static NDArray crossEntropy(NDArray logits, NDArray targets) {
        var logProbabilities = logits.logSoftmax(-1); // (B, T, V)
        return logProbabilities.gather(targets.expandDims(-1), -1).mean().neg(); // ()
    }

    /**
     * Cross-entropy with a distribution: the mean over positions of −Σ p log softmax(logits).
     *
     * @param logits shape {@code (B, T, V)}
     * @param probabilities what the model should predict, shape {@code (B, T, V)}
     * @return shape {@code ()}
     */
    public static NDArray crossEntropyWith(NDArray logits, NDArray probabilities) {
        var logProbabilities = logits.logSoftmax(-1); // (B, T, V)
        return logProbabilities.mul(probabilities).sum(new int[] {-1}).mean().neg(); // ()
    }
}
