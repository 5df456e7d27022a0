package org.tinybabel.exercises;

import org.tinybabel.grader.api.Exercise;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Written;
import tech.tablesaw.api.Table;

/**
 * The exercises of paper 24: Green, Ponzetto and Glavaš, <em>Massively Multilingual Lexical Specialization of Multilingual
 * Transformers</em>, 2022, arXiv 2208.01018.
 */
@Exercise(
        id = "24-lexical-specialization",
        title = "Lexical Specialization",
        visibleTests = LexicalSpecializationTest.class)
@Written(question = "f", title = "Why this control", points = 1)
public interface LexicalSpecialization {

    /**
     * The mean reciprocal rank of the right translations. The rank of a query's translation is 1 plus the number of words in the
     * vocabulary whose cosine with the query is larger than that of the translation by more than 1e-9.
     *
     * @param queries the vectors of the queries
     * @param vocab the vectors of all words of the other language
     * @param gold for each query the index of its translation in {@code vocab}
     * @return the mean of 1/rank, above 0 and at most 1
     * @throws IllegalArgumentException if there are no queries, there is not one gold index for each of them, an index is not in the
     *     vocabulary, vectors differ in length, a vector is zero, or an entry is NaN or infinite
     */
    @Question(value = "a", hidden = 5)
    double mrr(double[][] queries, double[][] vocab, int[] gold);

    /**
     * The contrastive loss of a batch in which several words may have the same concept. With s<sub>ij</sub> = cos(z<sub>i</sub>,
     * z<sub>j</sub>)/τ, and P the ordered pairs (i, j) with i ≠ j and the same label, it is
     *
     * <p>L = −(1/|P|) Σ<sub>(i,j) ∈ P</sub> log ( exp(s<sub>ij</sub>) / (exp(s<sub>ij</sub>) + Σ<sub>k: label k ≠ label i</sub>
     * exp(s<sub>ik</sub>)) ), in nats.
     *
     * <p>The denominator never holds the other words of the same concept. A word whose label nobody shares is in no pair, but a
     * negative of all others. The loss is finite for any τ above 0 that is not tiny, such as 0.0005, where exp(1/τ) has no place in a
     * {@code double}.
     *
     * @param z the vectors of the words
     * @param label the concept of each word: any numbers
     * @param tau the temperature τ
     * @return the mean loss over all ordered pairs, 0 or more
     * @throws IllegalArgumentException if there is not one label for each vector, no two words share a label, vectors differ in length, a
     *     vector is zero, an entry is NaN or infinite, or {@code tau} is not above 0
     */
    @Question(value = "b", hidden = 5)
    double ntXentLabels(double[][] z, int[] label, double tau);

    /**
     * Which factor matters more in a grid of runs: the number of constraints, or the set of languages?
     *
     * <p>A cell of the grid is a number and a set; its score is the mean over its runs. Each number has a mean, that of the scores of its
     * cells; the range of the number is the largest of these means minus the smallest. For the range of the set look only at the cells of
     * the largest number: it is the largest of their scores minus the smallest.
     *
     * @param runs one row for each run, in any order: {@code n} (integer, the number of constraints), {@code langs} (text, the set of
     *     languages), {@code seed} (integer), {@code mrr} (double, the score); cells may have different numbers of runs
     * @return {@code n} or {@code langs}, whichever has the larger range; {@code tie} if the ranges differ by no more than 1e-12
     * @throws IllegalArgumentException if there are no rows, a score is missing, or one of the numbers in the table
     *     has no run with one of the sets in the table
     */
    @Question(value = "c", hidden = 6)
    String dominantFactor(Table runs);

    /**
     * What the intervals of the notebook say about this claim: <em>the number of constraints matters more than the set of languages</em>.
     *
     * @return the one reading that they allow
     */
    @Question(value = "d", judgement = true, hidden = 3)
    Reading reading();

    /**
     * Your choice of a control for this claim: <em>what the encoder has learned from six languages holds in any language, whatever its
     * words look like</em>.
     *
     * @return the comparison that shows no gain if the words' look is the reason, and a clear one if the claim is right
     */
    @Question(value = "e", judgement = true, hidden = 4)
    Control control();

    /**
     * The bug that was planted in the experiment of the notebook.
     *
     * @return the one thing that is wrong with it
     */
    @Question(value = "g", judgement = true, hidden = 9)
    Flaw flaw();

    /**
     * Batches for a training whose length does not depend on how many constraints there are. Written one after the other, the batches
     * go through all constraints in a random order, then through all of them in another random order, and so on; a batch may begin in one
     * pass and end in the next.
     *
     * @param constraints how many there are; their indices are 0 to {@code constraints − 1}
     * @param batchSize the size of each batch
     * @param steps the number of batches
     * @param seed the seed of the random orders: the same seed gives the same batches, other seeds others
     * @return indices of shape (steps, batchSize)
     * @throws IllegalArgumentException if a number other than the seed is below 1
     */
    @Question("g")
    int[][] batches(int constraints, int batchSize, int steps, long seed);

    /** What the intervals may say about the number of constraints and the set of languages. */
    enum Reading {
        /** The number matters more: all of its own interval lies above 0. */
        NUMBER_MATTERS_MORE,
        /** The set matters more: all of the interval of the differences lies below 0. */
        SET_MATTERS_MORE,
        /** Both matter alike: both have intervals above 0. */
        BOTH_MATTER_ALIKE,
        /** Open: three seeds do not decide anything. */
        OPEN
    }

    /** Comparisons that somebody might make for the claim that the gain does not depend on what words look like. */
    enum Control {
        /** The gain after a contrast in which each word has the translation of another one for a partner. */
        WRONG_PARTNERS,
        /** The gain for Portuguese, another language that is not among the six. */
        ANOTHER_NEIGHBOUR,
        /** The gain for Greek, a language that is not among the six, in a script that none of the six has. */
        UNSEEN_SCRIPT,
        /** The gain between the six languages themselves. */
        SEEN_LANGUAGES,
        /** The gain for Italian and Ukrainian after twice as many constraints. */
        MORE_CONSTRAINTS
    }
}
