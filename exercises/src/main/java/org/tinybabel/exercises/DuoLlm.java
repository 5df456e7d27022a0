package org.tinybabel.exercises;

import org.tinybabel.grader.api.Exercise;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Written;

/**
 * The exercises of paper 09: Alizadeh, Mirzadeh, Shahrokhi, Belenko, Sun, Cho, Sekhavat, Nabi and Farajtabar, <em>Duo-LLM: A
 * Framework for Studying Adaptive Computation in Large Language Models</em>, 2024, arXiv 2410.10846.
 */
@Exercise(id = "09-duo-llm", title = "Duo-LLM", visibleTests = DuoLlmTest.class)
@Written(question = "e", title = "Why this control", points = 1)
public interface DuoLlm {

    /**
     * The expected loss of a prediction, {@code -sum of p(y) * log q(y)}, in nats. A word with {@code p(y) = 0} adds nothing,
     * whatever its log q; a word that can come but is predicted with probability 0 makes the loss infinite.
     *
     * @param p the probability of each word, which add up to 1
     * @param logQ the natural logarithm of each predicted probability; {@code -Infinity} for a probability of 0
     * @return the expected loss in nats, perhaps {@code +Infinity}
     * @throws IllegalArgumentException if the lengths differ or are 0, a probability is negative or NaN, the probabilities do
     *     not add up to 1 within 1e-6, or an entry of {@code logQ} is NaN or {@code +Infinity}
     */
    @Question(value = "a", hidden = 3)
    double expectedLoss(double[] p, double[] logQ);

    /**
     * The oracle: for each token the route with the lowest loss among those that the budget admits. Of several with the same
     * loss it takes one with fewer big layers, and of these the one with the lowest index.
     *
     * @param loss the loss of each token on each route, {@code loss[route][token]}
     * @param bigLayers how many big layers each route has
     * @param budget the number of big layers that is allowed
     * @param exact whether a route must have exactly that many; if not, it may have fewer
     * @return the choice for each token
     * @throws IllegalArgumentException if there are no routes or no tokens, the lengths do not fit, the budget or a number of big
     *     layers is negative, a loss is NaN or infinite, or no route is admitted
     */
    @Question(value = "b", hidden = 4)
    Choice[] oracle(double[][] loss, int[] bigLayers, int budget, boolean exact);

    /**
     * The share of an oracle's gain that is hindsight:
     * {@code 1 - mean(expectedBase - expectedOracle) / mean(realisedBase - realisedOracle)}, clipped to 0 to 1. The means are
     * taken over all tokens before the division.
     *
     * @param realisedBase the realised loss of each token without the oracle
     * @param realisedOracle its realised loss on the oracle's route
     * @param expectedBase the expected loss of each token without the oracle
     * @param expectedOracle its expected loss on the oracle's route
     * @return the share, from 0 to 1
     * @throws IllegalArgumentException if the lengths differ or are 0, or a loss is NaN or infinite
     * @throws IllegalStateException if none of that is so, but the oracle has no realised gain: its mean is at most 1e-9
     */
    @Question(value = "c", hidden = 5)
    double hindsightShare(
            double[] realisedBase, double[] realisedOracle, double[] expectedBase, double[] expectedOracle);

    /**
     * The share of hindsight in the gain of one big layer, in the data of the walk-through: computed for each of its eight seeds
     * from the table {@code duo-llm}, then averaged over the seeds.
     *
     * @return the mean of eight shares
     */
    @Question("c")
    double shareInTheWalkThrough();

    /**
     * Your choice of a control for this claim: <em>the oracle's single big layer beats three big layers, because it puts the
     * computation where the token needs it</em>.
     *
     * @return the comparison in which the gain stays if the claim is right, and goes away if the oracle was only lucky
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
     * The honest gain of the best of many candidates: the one with the highest mean gain over the tokens that are there for
     * choosing is taken, and its mean gain over all <em>other</em> tokens is returned. Of several candidates whose
     * means on the first are equal within 1e-9, the one with the lowest index is taken.
     *
     * @param gain what each candidate gains on each token, {@code gain[candidate][token]}, in nats
     * @param forChoosing which tokens are there for choosing
     * @return the mean gain of the chosen candidate on the other tokens
     * @throws IllegalArgumentException if there are no candidates, the lengths do not fit, no token is there for choosing or none
     *     for scoring, or a gain is NaN or infinite
     */
    @Question("f")
    double heldOutGain(double[][] gain, boolean[] forChoosing);

    /**
     * The oracle's choice for one token.
     *
     * @param route the index of the route
     * @param loss the token's loss on it
     */
    record Choice(int route, double loss) {}

    /** Comparisons that somebody might make for the claim that the oracle finds the layer that a token needs. */
    enum Control {
        /** The oracle once more, with twice as many routes to choose from. */
        MORE_ROUTES,
        /** The oracle once more, on ten times as many tokens, so that its interval is narrower. */
        MORE_TOKENS,
        /** The oracle chooses by a word drawn from the true distribution, and is scored by another one drawn independently. */
        FRESH_WORD,
        /** The mean loss of all routes with one big layer, instead of the oracle's. */
        RANDOM_ROUTES,
        /** The oracle once more, in a model that was trained with another seed. */
        OTHER_SEED
    }
}
