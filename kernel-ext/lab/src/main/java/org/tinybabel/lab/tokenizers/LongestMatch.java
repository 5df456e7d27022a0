package org.tinybabel.lab.tokenizers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Cuts from left to right, and at each place takes the longest piece that fits. Fast and simple, and not always the cut with the fewest
 * pieces: with {@code a, b, c, ab, bcd, d}, the text {@code abcd} becomes {@code ab c d} and not {@code a bcd}.
 */
public final class LongestMatch implements Tokenizer {

    private final Vocabulary vocabulary;
    private final int longest;

    /**
     * A tokenizer with a given vocabulary.
     *
     * @param pieces in the order of their ids; every character of the texts to be cut should be among them
     * @throws IllegalArgumentException if a piece is empty or comes twice
     */
    public LongestMatch(List<String> pieces) {
        this.vocabulary = new Vocabulary(pieces);
        this.longest = pieces.stream().mapToInt(String::length).max().orElse(0);
    }

    /**
     * A tokenizer whose vocabulary is an alphabet and some longer pieces.
     *
     * @param alphabet the first ids
     * @param pieces the ids after them
     * @return the tokenizer
     * @throws IllegalArgumentException if a piece is empty or comes twice
     */
    public static LongestMatch of(Collection<String> alphabet, Collection<String> pieces) {
        return new LongestMatch(
                Stream.concat(alphabet.stream(), pieces.stream()).toList());
    }

    @Override
    public List<String> vocabulary() {
        return vocabulary.pieces();
    }

    @Override
    public List<String> cut(String text) {
        var pieces = new ArrayList<String>();
        for (var from = 0;
                from < text.length();
                from += pieces.get(pieces.size() - 1).length()) {
            pieces.add(longestAt(text, from));
        }
        return pieces;
    }

    private String longestAt(String text, int from) {
        for (var to = Math.min(text.length(), from + longest); to > from; to--) {
            var piece = text.substring(from, to);
            if (vocabulary.contains(piece)) {
                return piece;
            }
        }
        throw Vocabulary.noPiece(text, from);
    }

    @Override
    public int[] encode(String text) {
        return vocabulary.ids(cut(text));
    }
}
