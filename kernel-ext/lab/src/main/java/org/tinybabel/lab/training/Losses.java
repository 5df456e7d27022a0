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

    /**
     * The total surprisal of the predictions that count, Σ w · −log P. Divided by the number of <em>characters</em>, it compares
     * tokenizers, which cut one text into different numbers of tokens.
     *
     * @param logits shape {@code (B, T, V)}
     * @param targets token ids, shape {@code (B, T)}, 64-bit integers
     * @param counted 1 for a prediction that counts, 0 for padding; shape {@code (B, T)}
     * @return nats, shape {@code ()}
     */
    public static NDArray totalSurprisal(NDArray logits, NDArray targets, NDArray counted) {
        return surprisals(logits, targets).mul(counted).sum();
    }

    /**
     * Cross-entropy of each model of a stack with the tokens that really came next. Minimise the sum of the result: each model
     * then receives its own gradient.
     *
     * @param logits shape {@code (R, B, T, V)}
     * @param targets token ids, shape {@code (R, B, T)}, 64-bit integers
     * @return means over each model's predictions, shape {@code (R)}
     */
    public static NDArray crossEntropyPerModel(NDArray logits, NDArray targets) {
        return surprisals(logits, targets).mean(new int[] {2}).mean(new int[] {1}); // (R)
    }

    /**
     * Cross-entropy of each model of a stack, with a weight for every prediction: Σ w · −log P / Σ w. A weight of 0 takes a
     * prediction out, as if it had not been asked for; a model whose weights are all 0 has loss and gradient 0.
     *
     * @param logits shape {@code (R, B, T, V)}
     * @param targets token ids, shape {@code (R, B, T)}, 64-bit integers
     * @param weights 0 or more; shape {@code (R, B, T)}, or one that broadcasts to it, such as {@code (R, B, 1)}
     * @return weighted means, shape {@code (R)}
     */
    public static NDArray crossEntropyPerModel(NDArray logits, NDArray targets, NDArray weights) {
        var everywhere = weights.broadcast(targets.getShape()); // (R, B, T)
        var total = everywhere.sum(new int[] {1, 2}); // (R)
        var ones = total.onesLike(); // (R)
        var divisor = total.add(ones.mul(total.eq(total.zerosLike()))); // (R): 1 where there is nothing
        return surprisals(logits, targets).mul(everywhere).sum(new int[] {1, 2}).div(divisor); // (R)
    }

    private static NDArray surprisals(NDArray logits, NDArray targets) {
        return logits.logSoftmax(-1)
                .gather(targets.expandDims(-1), -1)
                .squeeze(-1)
                .neg(); // (…, B, T)
    }
}
