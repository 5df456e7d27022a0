package org.tinybabel.lab.models;

/**
 * A choice between items, described by tokens that are vectors of features. The first tokens are the items; those behind them are what
 * the choice depends on, such as the words of a question.
 *
 * @param tokens one row of features for each token
 * @param items how many of the tokens are items, at least 1
 * @param right the right item, from 0
 */
public record Choice(float[][] tokens, int items, int right) {

    /**
     * Checks the numbers.
     *
     * @param tokens one row of features for each token
     * @param items how many of the tokens are items
     * @param right the right item
     * @throws IllegalArgumentException if there are fewer tokens than items, or the right item is none of them
     */
    public Choice {
        if (items < 1 || items > tokens.length || right < 0 || right >= items) {
            throw new IllegalArgumentException("expected 1 to " + tokens.length + " items and a right one, got " + items
                    + " items, of which number " + right + " is right");
        }
    }
}
