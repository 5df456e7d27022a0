package org.tinybabel.exercises;

import org.tinybabel.grader.api.Exercise;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Unchanged;
import org.tinybabel.grader.api.Written;

/**
 * The exercises of paper 21: Liu, Ma, Ye and Schütze, <em>TransliCo: A Contrastive Learning Framework to Address the Script Barrier
 * in Multilingual Pretrained Language Models</em>, 2024, arXiv 2401.06620.
 */
@Exercise(id = "21-script-barrier", title = "The Script Barrier", visibleTests = ScriptBarrierTest.class)
@Written(question = "e", title = "Why this control", points = 1)
public interface ScriptBarrier {

    /**
     * One vector for each sentence: the mean of its states over the positions that hold a token of the sentence.
     *
     * <p>Ids 0 (padding) and 2 (the token that stands for the whole sentence) do not count, wherever they are. Id 1 (the mask) counts:
     * a hidden character is still a character. The arrays that were passed in stay as they are.
     *
     * @param hidden states of shape (sentences, positions, dimensions)
     * @param ids token ids of shape (sentences, positions)
     * @return means of shape (sentences, dimensions); none if there are no sentences
     * @throws IllegalArgumentException if the shapes do not fit each other, sentences differ in their number of positions or states in
     *     their number of dimensions, or a sentence has no position that counts
     * @throws NullPointerException if {@code hidden} or {@code ids} is null
     */
    @Question(value = "a", hidden = 3)
    @Unchanged
    double[][] meanPool(double[][][] hidden, int[][] ids);

    /**
     * The contrastive loss of a batch of B pairs. Every one of the 2B vectors u has a partner u⁺, the vector with the same index on
     * the other side, and all 2B − 1 other vectors v compete for it:
     *
     * <p>L = −(1/2B) Σ<sub>u</sub> log ( exp(cos(u, u⁺)/τ) / Σ<sub>v ≠ u</sub> exp(cos(u, v)/τ) ), in nats.
     *
     * <p>The loss is finite for any τ above 0 that is not tiny, such as 0.0005, where exp(1/τ) has no place in a {@code double}.
     *
     * @param orig B vectors of the names in their own script
     * @param latin B vectors of their transliterations, in the same order
     * @param tau the temperature τ
     * @return the mean loss over all 2B vectors
     * @throws IllegalArgumentException if there are fewer than 2 pairs, the two sides or the vectors differ in length, a vector is zero,
     *     a number is NaN or infinite, or {@code tau} is not above 0
     */
    @Question(value = "b", hidden = 4)
    double tcmLoss(double[][] orig, double[][] latin, double tau);

    /**
     * The share of variance that lies between groups, after every row was divided by its length:
     * Σ<sub>g</sub> n<sub>g</sub> ‖μ<sub>g</sub> − μ‖² / Σ<sub>i</sub> ‖z<sub>i</sub> − μ‖².
     *
     * @param z rows of numbers, all of one length
     * @param group the group of each row: any numbers
     * @return 0 to 1; 0 if all rows have one direction, that is, if the sum below the line is at most 1e-12
     * @throws IllegalArgumentException if there are no rows, a row is zero or has another length than the first, a number is NaN or
     *     infinite, or the numbers of rows and groups differ
     */
    @Question(value = "c", hidden = 5)
    double betweenGroupShare(double[][] z, int[] group);

    /**
     * The script that has moved closer to the others than any other has. Every row is divided by its length first. The distance of a
     * script, before and after, is the Euclidean distance of the mean of its rows from the mean of all rows of that time. It has shrunk
     * by the share (before − after) / before, which is below 0 if it has grown; by 0 if before is at most 1e-9.
     *
     * @param before vectors before the contrast
     * @param after the same vectors, in the same order, after it
     * @param script the script of each row: any numbers
     * @return the number of the script whose distance has shrunk by the largest share; of several whose shares are equal within 1e-9
     *     the smallest number
     * @throws IllegalArgumentException if there are no rows, a row is zero or has another length than the first of its array, a number
     *     is NaN or infinite, or the numbers of rows and scripts differ
     */
    @Question("c")
    int scriptsCloserAfter(double[][] before, double[][] after, int[] script);

    /**
     * Your choice of a control for this claim: <em>after the contrast, Hindi names find their Bengali partners more often because the
     * encoder has learned how the letters of both sound</em>.
     *
     * @return the comparison whose gain is as large if the reason is another one, and clearly smaller if the claim is right
     */
    @Question(value = "d", judgement = true, hidden = 4)
    Control control();

    /**
     * The bug that was planted in the experiment of the notebook.
     *
     * @return the one thing that is wrong with it
     */
    @Question(value = "f", judgement = true, hidden = 7)
    Flaw flaw();

    /**
     * Student's 95 % interval of a gain over seeds. Pairs of languages of one seed share one encoder, so first the mean over the pairs of
     * each seed is taken; then {@code mean ± t(0.975, n − 1) · s / √n} over the n means, where {@code s} is their standard deviation
     * with divisor {@code n − 1}.
     *
     * @param gains one row for each seed: the gain for each pair of languages; rows may differ in length
     * @return three numbers: the mean, the lower end, the upper end
     * @throws IllegalArgumentException if there are fewer than 2 seeds, a seed has no pairs, or a number is NaN or infinite
     */
    @Question("f")
    double[] intervalOverSeeds(double[][] gains);

    /** Comparisons that somebody might make for the claim that the encoder has learned how letters sound. */
    enum Control {
        /** The gain between Hindi and Marathi, which share a script. */
        SAME_SCRIPT,
        /** The gain on the names that the encoder was trained on. */
        TRAINING_NAMES,
        /** The gain if each name is contrasted with the transliteration of <em>another</em> name of its language. */
        WRONG_PARTNER,
        /** The gain in acc@50 instead of acc@10. */
        LONGER_LIST,
        /** The gain of an encoder that was trained in the same way with another seed. */
        OTHER_SEED
    }
}
