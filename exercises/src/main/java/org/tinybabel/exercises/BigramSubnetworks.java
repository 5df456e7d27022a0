package org.tinybabel.exercises;

import java.util.Map;
import org.tinybabel.grader.api.Exercise;
import org.tinybabel.grader.api.Question;

/**
 * The exercises of paper 01: Chang and Bergen, <em>Bigram Subnetworks: Mapping to Next Tokens in Transformer Language
 * Models</em>, 2025, arXiv 2504.15471.
 */
@Exercise(id = "01-bigram-subnetworks", title = "Bigram Subnetworks", visibleTests = BigramSubnetworksTest.class)
public interface BigramSubnetworks {

    /**
     * The bigram model that the subnetwork has to imitate: the smoothed conditional probability of the next token,
     * {@code P(b | a) = (c(a, b) + alpha) / (sum over b of c(a, b) + alpha * V)}.
     *
     * <p>{@code c(a, b)} counts how often token {@code b} follows token {@code a} inside one sequence. Nothing is counted
     * from one sequence to the next, and sequences shorter than two tokens hold no pair. If {@code alpha} is 0, the row of
     * a token that is never followed by anything is uniform.
     *
     * @param sequences token ids, one array for each sequence; sequences may differ in length
     * @param vocabSize the number of tokens V
     * @param alpha the pseudo-count added to every pair
     * @return probabilities of shape (V, V): row = current token, column = next token, rows sum to 1
     * @throws IllegalArgumentException if {@code vocabSize} is below 1, {@code alpha} is negative or NaN, or a token lies
     *     outside 0 to V − 1
     * @throws NullPointerException if {@code sequences} or one of them is null
     */
    @Question("a")
    double[][] bigramProbabilities(int[][] sequences, int vocabSize, double alpha);

    /**
     * The gradient that trains the mask. A weight {@code w} is used as {@code w * m} with the soft mask
     * {@code m = sigmoid(beta * s)}; the loss is the cross-entropy plus {@code lambda} times the mean of all {@code m}.
     *
     * <p>For each weight {@code j} of {@code n}: {@code dL/ds = (g * w + lambda / n) * beta * m * (1 - m)}. For large
     * {@code |beta * s|} the result is 0, never NaN.
     *
     * @param gradEffective g, the gradient of the cross-entropy with respect to the effective weights {@code w * m}
     * @param weight w, the frozen weights
     * @param s the mask logits
     * @param beta the inverse temperature of the soft mask
     * @param lambda the weight of the sparsity penalty
     * @return the gradient with respect to {@code s}, of the same length
     * @throws IllegalArgumentException if the lengths differ or are 0, {@code beta} is not positive, or {@code lambda} is
     *     negative
     */
    @Question("b")
    double[] maskGradient(double[] gradEffective, double[] weight, double[] s, double beta, double lambda);

    /**
     * How much one mask lies inside another, against chance. With {@code |a|} kept weights of mask {@code a} in all
     * blocks: {@code observed = |a and b| / |a|}; {@code expected = (1 / |a|) * sum over blocks k of |a_k| * |b_k| / n_k},
     * which is what random placement inside each block of {@code n_k} weights would give; {@code ratio = observed /
     * expected}, NaN if {@code expected} is 0.
     *
     * @param a a mask: block name to one flag for each weight, true = kept
     * @param b another mask with the same blocks
     * @return observed and expected overlap, as shares of {@code a}, and their ratio
     * @throws IllegalArgumentException if the blocks or their lengths differ, or {@code a} keeps nothing
     */
    @Question("c")
    Overlap maskOverlap(Map<String, boolean[]> a, Map<String, boolean[]> b);

    /**
     * Overlap of two masks.
     *
     * @param observed the share of the first mask's kept weights that the second keeps too
     * @param expected the share that random placement inside each block would give
     * @param ratio observed / expected, or NaN
     */
    record Overlap(double observed, double expected, double ratio) {}

    /**
     * Given to you: the soft mask {@code sigmoid(beta * s)}, computed so that it never overflows.
     *
     * @param s a mask logit
     * @param beta the inverse temperature
     * @return a number from 0 to 1
     */
    static double softMask(double s, double beta) {
        var x = beta * s;
        return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
    }
}
