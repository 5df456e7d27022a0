package org.tinybabel.exercises;

import org.tinybabel.grader.api.Exercise;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Unchanged;
import org.tinybabel.grader.api.Written;

/**
 * The exercises of paper 02: Schäfer, Ravfogel, Hofmann, Pimentel and Schlag, <em>The Role of Language Imbalance in
 * Cross-lingual Generalisation: Insights from Cloned Language Experiments</em>, 2024, arXiv 2404.07982.
 */
@Exercise(id = "02-cloned-languages", title = "Cloned Languages", visibleTests = ClonedLanguagesTest.class)
@Written(question = "f", title = "Why this control", points = 1)
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
    @Question(value = "a", hidden = 3)
    @Unchanged
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
    @Question(value = "b", hidden = 4)
    double tokenEfficiency(double[] monoTokens, double[] monoLoss, double loss, double tokensSeen);

    /**
     * How well the hidden states of a sentence agree with those of its clone, layer by layer.
     *
     * <p>In each layer, the mean over its tokens is subtracted from the states of each language, its own mean from each.
     * The value of the layer is the mean, over the tokens, of the cosine between the two centred states of a token. A
     * token with a centred state shorter than 1e-9 counts as cosine 0. Layers may differ in their numbers of tokens and
     * dimensions.
     *
     * @param a states of the original of shape (layers, tokens, dimensions)
     * @param b states of the clone at the same positions, of the same shape
     * @return one number from −1 to 1 for each layer
     * @throws IllegalArgumentException if the shapes differ, a layer has no tokens, or the states of a layer differ in length
     */
    @Question(value = "c", hidden = 4)
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
    @Question(value = "d", hidden = 3)
    Judgement judge(double[] fiftyFifty, double[] ninetyTen);

    /**
     * Your choice of a control for this claim: <em>in the middle layer of the 90/10 model, the states of a sentence and of its
     * clone have a high centred cosine because the model has understood that both say the same</em>.
     *
     * @return the comparison that comes out as high if the cosine has another reason, and clearly lower if the claim is right
     */
    @Question(value = "e", judgement = true, hidden = 5)
    Control control();

    /**
     * The bug that was planted in the experiment of the notebook.
     *
     * @return the one thing that is wrong with it
     */
    @Question(value = "g", judgement = true, hidden = 8)
    Flaw flaw();

    /**
     * Which sentences are held out for the test, so that no sentence of the test says the same as one of the training text.
     *
     * <p>Two sentences say the same if they have the same words in the same order, where the ids {@code w} and {@code w + V} are
     * the same word. All empty sentences say the same. With {@code var random = new Random(seed)}, go through the sentences in
     * order. If no earlier sentence says the same, the sentence is held out if {@code random.nextDouble() < share}. If an earlier
     * one does, nothing is drawn, and the sentence goes where that one is.
     *
     * @param sentences word ids of the original, 0 to V − 1, and of the clone, V to 2V − 1; one array for each sentence
     * @param vocabSize the number of words V of the original language
     * @param share the probability of being held out
     * @param seed the seed of {@link java.util.Random}
     * @return one flag for each sentence, true = held out
     * @throws IllegalArgumentException if {@code vocabSize} is below 1, {@code share} lies outside 0 to 1 or is NaN, or an id
     *     lies outside 0 to 2V − 1
     */
    @Question("g")
    boolean[] heldOut(int[][] sentences, int vocabSize, double share, long seed);

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

    /** Comparisons that somebody might make for the claim that a high cosine shows understanding. */
    enum Control {
        /** The cosine of the same states without subtracting the means. */
        RAW_COSINE,
        /** The centred cosine of a sentence with the clone of <em>another</em> sentence, position by position. */
        OTHER_SENTENCE,
        /** The centred cosine of sentences and their clones that the model has not been trained on. */
        NEW_SENTENCES,
        /** The centred cosine of the same sentences and clones in the 50/50 model. */
        BALANCED_MODEL,
        /** The centred cosine of sentences and clones in a 90/10 model that was trained with another seed. */
        OTHER_SEED
    }
}
