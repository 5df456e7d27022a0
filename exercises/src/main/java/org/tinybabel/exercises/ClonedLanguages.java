package org.tinybabel.exercises;

import org.tinybabel.grader.api.Exercise;
import org.tinybabel.grader.api.Question;

/**
 * The exercises of paper 02: Schäfer, Ravfogel, Hofmann, Pimentel and Schlag, <em>The Role of Language Imbalance in
 * Cross-lingual Generalisation: Insights from Cloned Language Experiments</em>, 2024, arXiv 2404.07982.
 */
@Exercise(id = "02-cloned-languages", title = "Cloned Languages", visibleTests = ClonedLanguagesTest.class)
public interface ClonedLanguages {

    /**
     * A corpus in two languages that differ in nothing but their word ids: each sequence is kept as it is or becomes its
     * clone, all ids + V, as a whole.
     *
     * <p>{@code var random = new Random(seed)} is drawn once for each sequence, in order, empty ones included; the sequence
     * is cloned if {@code random.nextDouble() < pClone}. The corpus that was passed in stays as it is: the result holds
     * arrays of its own.
     *
     * @param corpus word ids from 0 to V − 1, one array for each sequence; sequences may differ in length
     * @param vocabSize the number of words V of the original language
     * @param pClone the probability that a sequence is cloned
     * @param seed the seed of {@link java.util.Random}
     * @return the mixed corpus, sequences in the same order, ids from 0 to 2V − 1
     * @throws IllegalArgumentException if {@code vocabSize} is below 1, {@code pClone} lies outside 0 to 1 or is NaN, or an
     *     id lies outside 0 to V − 1
     */
    @Question("a")
    int[][] cloneCorpus(int[][] corpus, int vocabSize, double pClone, long seed);

    /**
     * How many words of a language alone would have taught what the model knows, for each word of it that the model has
     * seen: {@code TEff = MLTE(loss) / tokensSeen}. Above 1, a word taught more than it does in a monolingual run.
     *
     * <p>The monolingual token equivalent MLTE is read from the curve of a monolingual run. First the losses are replaced
     * by their running minimum {@code r(k) = min(loss(0), …, loss(k))}. Let {@code k} be the first point with
     * {@code r(k) <= loss}; between the points {@code k − 1} and {@code k}, the logarithm of the tokens is linear in the
     * loss. A loss that is reached at the first point, or never, gives the tokens of the first point, or of the last.
     *
     * @param monoTokens words seen at each point of the monolingual run, strictly increasing
     * @param monoLoss the loss at each of these points, in nats
     * @param loss the loss to translate, in nats
     * @param tokensSeen how many words of the language the model with that loss has seen
     * @return the token efficiency
     * @throws IllegalArgumentException if the lengths of the curve differ or are below 2, the tokens are not positive and
     *     strictly increasing, {@code tokensSeen} is not positive, or any number is NaN or infinite
     */
    @Question("b")
    double tokenEfficiency(double[] monoTokens, double[] monoLoss, double loss, double tokensSeen);

    /**
     * How well the hidden states of a sentence agree with those of its clone, layer by layer.
     *
     * <p>In each layer, the mean over its tokens is subtracted from the states of each language, its own mean from each.
     * The value of the layer is the mean, over the tokens, of the cosine between the two centred states of a token. A
     * token with a centred state of length 0 counts as cosine 0.
     *
     * @param a states of the original of shape (layers, tokens, dimensions)
     * @param b states of the clone at the same positions, of the same shape
     * @return one number from −1 to 1 for each layer
     * @throws IllegalArgumentException if the shapes differ or a layer has no tokens
     */
    @Question("c")
    double[] centredCosineByLayer(double[][][] a, double[][][] b);

    /**
     * Decides, from one pair of models for each seed, whether imbalance aligns: the differences
     * {@code d = ninetyTen − fiftyFifty}, their mean, and Student's 95 % interval of the mean,
     * {@code mean ± t(0.975, n − 1) · s / √n}, where {@code s} is the standard deviation of the differences with divisor
     * {@code n − 1}.
     *
     * @param fiftyFifty the alignment of the balanced model, one number for each of n seeds
     * @param ninetyTen the alignment of the unbalanced model with the same seeds, in the same order
     * @return the interval, and {@link Direction#MORE_ALIGNED} if all of it lies above 0, {@link Direction#LESS_ALIGNED} if
     *     all of it lies below 0, {@link Direction#UNDECIDED} otherwise
     * @throws IllegalArgumentException if the lengths differ or are below 2, or a number is NaN or infinite
     */
    @Question("d")
    Judgement judge(double[] fiftyFifty, double[] ninetyTen);

    /** What an interval of the differences 90/10 − 50/50 says. */
    enum Direction {
        /** The interval lies above 0: the unbalanced models are more aligned. */
        MORE_ALIGNED,
        /** The interval lies below 0: the unbalanced models are less aligned. */
        LESS_ALIGNED,
        /** The interval holds 0: these seeds do not decide. */
        UNDECIDED
    }

    /**
     * A mean difference with its interval, and what follows.
     *
     * @param mean the mean of the differences
     * @param lower the lower end of the 95 % interval
     * @param upper its upper end
     * @param direction what the interval says
     */
    record Judgement(double mean, double lower, double upper, Direction direction) {}
}
