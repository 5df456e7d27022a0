package org.tinybabel.exercises;

import org.tinybabel.grader.api.Exercise;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Unchanged;
import org.tinybabel.grader.api.Written;

/**
 * The exercises of paper 22: Liu, Ye, Ma, Wang and Schütze, <em>LangSAMP: Language-Script Aware Multilingual Pretraining</em>, ACL 2025,
 * arXiv 2409.18199.
 */
@Exercise(
        id = "22-language-script-embeddings",
        title = "Language and script embeddings",
        visibleTests = LanguageScriptEmbeddingsTest.class)
@Written(question = "e", title = "Why this control", points = 1)
public interface LanguageScriptEmbeddings {

    /**
     * Adds to each vector that of its language and that of its script. The id −1 stands for an unknown language or script and adds
     * nothing. The arguments stay as they are.
     *
     * @param h one vector for each token
     * @param language the language of each token, −1 or a row of {@code languages}
     * @param script the script of each token, −1 or a row of {@code scripts}
     * @param languages one vector for each language; may be empty
     * @param scripts one vector for each script; may be empty
     * @return the sums, in the order of {@code h}
     * @throws IllegalArgumentException if there are no tokens, there is not one language and one script for each, vectors do not all have
     *     one width, which is not 0, or an id is neither −1 nor a row
     */
    @Unchanged
    @Question(value = "a", hidden = 3)
    double[][] addLanguageScript(double[][] h, int[] language, int[] script, double[][] languages, double[][] scripts);

    /**
     * How much more alike the vectors of one family are than those of different families: the mean cosine of pairs within families minus
     * the mean cosine of pairs across families, over all pairs of two different languages, each pair once.
     *
     * @param vectors one vector for each language
     * @param family the family of each language, any numbers
     * @return the difference, −2 to 2
     * @throws IllegalArgumentException if there is not one family for each vector, vectors do not all have one width, a number is NaN or
     *     infinite, a vector has length 0, or there is no pair within families or none across
     */
    @Question(value = "b", hidden = 5)
    double familyGap(double[][] vectors, int[] family);

    /**
     * How rarely families that are dealt out by lot have as large a gap. With random as {@code new java.util.Random(seed)}, each draw takes
     * a copy of {@code family} and shuffles it: for i from the last place down to 1, the places i and {@code random.nextInt(i + 1)} are
     * swapped. A draw counts if its gap is at least the observed one less 1e-9.
     *
     * @param vectors one vector for each language
     * @param family the family of each language
     * @param draws how many draws, at least 1
     * @param seed decides the shuffling
     * @return (1 + number of draws that count) / (draws + 1)
     * @throws IllegalArgumentException if there are no draws, or {@link #familyGap} would refuse the vectors and families
     */
    @Unchanged
    @Question("b")
    double permutationP(double[][] vectors, int[] family, int draws, long seed);

    /**
     * The source language for each target: the other language whose vector has the largest cosine with that of the target. Of several whose
     * cosines are equal within 1e-9 it takes the one with the lowest index.
     *
     * @param vectors one vector for each language, at least 2
     * @return the source of each target
     * @throws IllegalArgumentException if there are fewer than 2 vectors, they do not all have one width, a number is NaN or infinite, or a
     *     vector has length 0
     */
    @Question(value = "c", hidden = 4)
    int[] chooseSources(double[][] vectors);

    /**
     * What a choice of sources gains over a source drawn by lot: the mean over targets of the accuracy from the chosen source minus the mean
     * accuracy from all other languages. Numbers on the diagonal, of languages with themselves, have no meaning and may be anything.
     *
     * @param accuracy of a classifier learned in language s and tested in language t, {@code accuracy[s][t]}
     * @param sources the source of each target
     * @return the mean gain
     * @throws IllegalArgumentException if there are fewer than 2 languages, {@code accuracy} is not square, there is not one source for each
     *     target, a source is the target itself or no language, or a number off the diagonal is NaN or infinite
     */
    @Question("c")
    double sourceGain(double[][] accuracy, int[] sources);

    /**
     * Your choice of a control for this claim: <em>with the tables, topics are right ten points more often in languages that were not
     * taught, because the head is told the language</em>.
     *
     * @return the comparison that loses the gain if the claim is right, and keeps it if more parameters are enough
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
     * The jackknife standard error of the gap between similarities within families and across: with g(k) the gap when language k is left
     * out, and ḡ their mean over all n languages, √((n − 1)/n · Σ (g(k) − ḡ)²).
     *
     * @param similarity of languages i and j in {@code similarity[i][j]}; only entries with i less than j are read
     * @param family the family of each language, any numbers
     * @return the standard error, 0 or more
     * @throws IllegalArgumentException if {@code similarity} is not square, there is not one family for each language, an entry that is read
     *     is NaN or infinite, or without some language there is no pair within families or none across
     */
    @Question("f")
    double jackknifeError(double[][] similarity, int[] family);

    /** Comparisons that somebody might make for the claim that the head must be told the language. */
    enum Control {
        /** The model with tables once more, with another seed. */
        OTHER_SEED,
        /** The model with tables once more, tested on ten times as many sentences. */
        MORE_SENTENCES,
        /** The model with tables once more, which are added when it is tested, too. */
        TOLD_WHEN_TESTED,
        /** A model with the same tables, told the language of another sentence, drawn by lot. */
        FALSE_LABELS,
        /** The model with tables once more, trained for twice as many steps. */
        MORE_STEPS
    }
}
