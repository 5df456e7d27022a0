package org.tinybabel.exercises;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tinybabel.grader.api.Exercise;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Unchanged;
import org.tinybabel.grader.api.Written;

/**
 * The exercises of paper 04: Minixhofer, Ponti and Vulić, <em>Zero-Shot Tokenizer Transfer</em>, 2024, arXiv 2405.07883.
 */
@Exercise(id = "04-tokenizer-transfer", title = "Tokenizer Transfer", visibleTests = TokenizerTransferTest.class)
@Written(question = "f", title = "Why this control", points = 1)
public interface TokenizerTransfer {

    /**
     * The loss of a text in bits per character: minus the sum of the log probabilities of its tokens, to base 2, divided by the number
     * of characters of the text. It does not depend on how the text was cut.
     *
     * @param tokenLogProbs the natural logarithms of the tokens' probabilities, 0 or less each; minus infinity for a token that the
     *     model holds impossible
     * @param text the text that the tokens make up; its characters are its Unicode code points
     * @return bits per character, 0 or more; infinite if a token is impossible
     * @throws IllegalArgumentException if there are no tokens, the text is empty, or a log probability is positive or NaN
     */
    @Question(value = "a", hidden = 5)
    double bitsPerCharacter(double[] tokenLogProbs, String text);

    /**
     * Cuts a text from left to right. Each time, the longest token of the vocabulary with which the rest of the text begins is taken.
     *
     * @param text the text to cut, maybe empty
     * @param vocabulary the tokens, in any order
     * @return the tokens in the order of the text; put together they are the text
     * @throws IllegalArgumentException if the vocabulary holds an empty token, or no token fits somewhere; then the message names the
     *     character (the code point) at which none does
     */
    @Question(value = "b", hidden = 6)
    List<String> longestMatch(String text, Set<String> vocabulary);

    /**
     * The embedding that the simplest heuristic gives to a new token: the mean of the embeddings of its pieces. A piece that occurs
     * twice counts twice. The arrays in the map stay as they are.
     *
     * @param pieces the pieces of the token, in their order
     * @param embeddings the embedding of each old token
     * @return the mean, as long as an embedding
     * @throws IllegalArgumentException if there are no pieces, a piece has no embedding, or the embeddings of two pieces differ in length
     */
    @Question("b")
    @Unchanged
    double[] meanOfPieces(List<String> pieces, Map<String, double[]> embeddings);

    /**
     * The share of the gap between a heuristic and the original model that the hypernetwork closes:
     * {@code (bpcHeuristic − bpcHyper) / (bpcHeuristic − bpcOriginal)}. It is negative if the hypernetwork is worse than the heuristic,
     * and above 1 if it is better than the original.
     *
     * @param bpcOriginal bits per character of the original model with its own tokenizer
     * @param bpcHeuristic bits per character with the heuristic's embeddings of the new tokens
     * @param bpcHyper bits per character with the hypernetwork's embeddings of the same tokens
     * @return the share of the gap
     * @throws IllegalArgumentException if a number is NaN or infinite, or the heuristic is not worse than the original
     */
    @Question(value = "c", hidden = 6)
    double gapClosed(double bpcOriginal, double bpcHeuristic, double bpcHyper);

    /**
     * The first step at which a curve is at the target or below it. Between two points the curve is a straight line.
     *
     * @param steps the steps at which the loss was measured, strictly increasing
     * @param bpc the loss at each step; it need not fall all the time
     * @param target the loss to reach
     * @return the step, usually between two of {@code steps}; the first of {@code steps} if the curve begins at or below the target;
     *     empty if it never gets there
     * @throws IllegalArgumentException if there are no steps, the lengths differ, the steps are not strictly increasing, or a number is
     *     NaN or infinite
     */
    @Question("c")
    Optional<Double> stepsToReach(double[] steps, double[] bpc, double target);

    /**
     * What the interval of the notebook says about the two claims: <em>the hypernetwork is better than the mean of the pieces</em> (a
     * share of the gap above 0), and <em>it comes close to the original</em> (a share above 0.8).
     *
     * @return the one reading that the interval allows
     */
    @Question(value = "d", judgement = true, hidden = 3)
    Reading reading();

    /**
     * Your choice of a control for this claim: <em>thanks to the hypernetwork, sixty steps of continued training are enough</em>.
     *
     * @return the comparison that ends where the claim's number is if the hypernetwork is not the reason, and clearly higher if it is
     */
    @Question(value = "e", judgement = true, hidden = 4)
    Control control();

    /**
     * The bug that was planted in the experiment of the notebook.
     *
     * @return the one thing that is wrong with it
     */
    @Question(value = "g", judgement = true, hidden = 8)
    Flaw flaw();

    /**
     * The tokens of a new tokenizer on which a hypernetwork can show that it generalises: those with two or more characters (code
     * points) that are in <em>none</em> of the tokenizers that it was trained with.
     *
     * @param sampled the vocabularies of the tokenizers of the training
     * @param target the vocabulary of the new tokenizer, each token once
     * @return the unseen tokens, in the order of {@code target}
     * @throws IllegalArgumentException if no token is left
     */
    @Question("g")
    List<String> unseenTokens(List<List<String>> sampled, List<String> target);

    /** What an interval may say about the two claims. */
    enum Reading {
        /** Both claims hold: the interval lies above 0, and it nearly touches 0.8. */
        BOTH_HOLD,
        /** The first claim holds, the second is open: three seeds do not decide it. */
        FIRST_HOLDS_SECOND_OPEN,
        /** The first claim holds, the second does not: all of the interval lies above 0, and all of it lies below 0.8. */
        FIRST_HOLDS_SECOND_FAILS,
        /** Both are open: an interval of three seeds says nothing. */
        BOTH_OPEN
    }

    /** Comparisons that somebody might make for the claim that sixty steps are enough thanks to the hypernetwork. */
    enum Control {
        /** The mean of the pieces, without any training: as zero-shot as can be. */
        MEAN_WITHOUT_STEPS,
        /** The same sixty steps of training, from the mean of the pieces. */
        MEAN_WITH_SAME_STEPS,
        /** Six hundred steps of training, from the hypernetwork's embeddings. */
        MORE_STEPS,
        /** The original model with its own tokenizer, after sixty more steps of training. */
        ORIGINAL_WITH_SAME_STEPS,
        /** The same sixty steps from the hypernetwork's embeddings, with five other seeds. */
        OTHER_SEEDS
    }
}
