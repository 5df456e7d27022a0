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
    @Question(value = "a", hidden = 7)
    double[][] bigramProbabilities(int[][] sequences, int vocabSize, double alpha);

    /**
     * The gradient that trains the mask. A weight {@code w} is used as {@code w * m} with the soft mask
     * {@code m = sigmoid(beta * s)}; the loss is the cross-entropy plus {@code lambda} times the mean of all {@code m}.
     *
     * <p>For each weight {@code j} of {@code n}: {@code dL/ds = (g * w + lambda / n) * beta * m * (1 - m)}. Where
     * {@code |beta * s|} is 750 or more, the result is 0, never NaN.
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
    @Question(value = "b", hidden = 7)
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
    @Question(value = "c", hidden = 6)
    Overlap maskOverlap(Map<String, boolean[]> a, Map<String, boolean[]> b);

    /**
     * Your choice of a control for this claim: <em>the subnetwork and the mask of optimal pruning overlap far above chance because
     * bigrams matter for all that the model does</em>.
     *
     * @return the comparison that comes out as high if the overlap has another reason, and clearly lower if the claim is right
     */
    @Question(value = "d", judgement = true, hidden = 3)
    Control control();

    /**
     * Reads what the seeds say about a price. The claim is that a network that has learned nothing needs more than
     * {@code factor} times as many weights for a bigram model as a trained one does.
     *
     * <p>Each seed gives one ratio, {@code untrained / trained}. If all of Student's 95 % interval of the mean ratio lies above
     * {@code factor}, the claim {@linkplain Reading#HOLDS holds}; if all of it lies below, the claim
     * {@linkplain Reading#FAILS fails}; if it holds {@code factor} or touches it, and with one seed, which has no interval, the
     * question stays {@linkplain Reading#OPEN open}.
     *
     * @param trained the share of its weights that the trained network needs, one number for each seed
     * @param untrained the share that the network needs that has learned nothing, with the same seeds in the same order
     * @param factor the criterion
     * @return what follows
     * @throws IllegalArgumentException if the lengths differ or are 0, a share is not above 0 and at most 1, {@code factor} is
     *     not positive, or a number is NaN or infinite
     */
    @Question(value = "e", judgement = true, hidden = 3)
    Reading readPrice(double[] trained, double[] untrained, double factor);

    /**
     * The bug that was planted in the experiment of the notebook.
     *
     * @return the one thing that is wrong with it
     */
    @Question(value = "f", judgement = true, hidden = 4)
    Flaw flaw();

    /**
     * What a search gains over its control, from all seeds: the mean of the differences {@code found − random}, one for each
     * seed, with Student's 95 % interval.
     *
     * @param found the score of the mask that was found, one number for each seed
     * @param random the score of a random mask of the same size, with the same seeds in the same order
     * @return the mean difference and its interval
     * @throws IllegalArgumentException if the lengths differ or are below 2, or a number is NaN or infinite
     */
    @Question("f")
    Gain gainOverControl(double[] found, double[] random);

    /**
     * Overlap of two masks.
     *
     * @param observed the share of the first mask's kept weights that the second keeps too
     * @param expected the share that random placement inside each block would give
     * @param ratio observed / expected, or NaN
     */
    record Overlap(double observed, double expected, double ratio) {}

    /** Comparisons that somebody might make for the claim that bigrams are the reason of the overlap. */
    enum Control {
        /** The overlap of a random mask, with as many weights in every block as the subnetwork, with the pruning mask. */
        RANDOM_MASK,
        /** The overlap of two masks of optimal pruning, which the search found from two different starts. */
        SECOND_PRUNING,
        /** The overlap of subnetwork and pruning mask, both of another model, trained with another seed. */
        OTHER_MODEL,
        /**
         * The overlap of the pruning mask with the mask of another task: the same search in the same model, but its target is the
         * bigram table with its rows in another order.
         */
        OTHER_TARGET,
        /** The overlap of the same two masks, as a share of the pruning mask in place of the subnetwork. */
        OTHER_SHARE
    }

    /** What an interval says about a claim. */
    enum Reading {
        /** All of the interval meets the criterion. */
        HOLDS,
        /** No part of the interval meets the criterion. */
        FAILS,
        /** These seeds do not decide. */
        OPEN
    }

    /**
     * What a search gains over its control.
     *
     * @param mean the mean difference
     * @param lower the lower end of its 95 % interval
     * @param upper its upper end
     */
    record Gain(double mean, double lower, double upper) {}

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
