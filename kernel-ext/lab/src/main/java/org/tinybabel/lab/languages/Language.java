package org.tinybabel.lab.languages;

/** An artificial language: a vocabulary of token ids 0 … V − 1 and a probability for every sequence of them. */
public interface Language {

    /**
     * The number of words.
     *
     * @return V
     */
    int vocabularySize();

    /**
     * Draws sentences.
     *
     * @param sentences how many
     * @param length words in each
     * @param seed equal seeds give equal sentences
     * @return token ids, {@code [sentences][length]}
     */
    int[][] sample(int sentences, int length, long seed);
}
