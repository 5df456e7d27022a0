package org.tinybabel.lab.tokenizers;

import java.util.List;

/** Cuts a text into pieces of a fixed vocabulary. Nothing is lost: the pieces, joined, are the text. */
public interface Tokenizer {

    /**
     * All pieces that the tokenizer can cut, each once.
     *
     * @return V pieces; the place of a piece is its id
     */
    List<String> vocabulary();

    /**
     * Cuts a text.
     *
     * @param text any length, also empty
     * @return its pieces in order
     * @throws IllegalArgumentException if some place of the text begins no piece of the vocabulary; the message names the character
     */
    List<String> cut(String text);

    /**
     * The ids of a text's pieces.
     *
     * @param text any length, also empty
     * @return an id, 0 … V − 1, for each piece of {@link #cut}
     * @throws IllegalArgumentException if some place of the text begins no piece of the vocabulary; the message names the character
     */
    int[] encode(String text);
}
