package org.tinybabel.lab.languages;

/** How well the word after a token can be predicted, in a {@link MarkovLanguage}. */
public enum TokenKind {
    /** The token alone decides: it always has the same successor. */
    EASY,
    /** The token and the one before it decide: each pair has a successor of its own. */
    CONTEXT,
    /** Nothing decides: the successors of the token have a broad distribution, whatever came before. */
    NOISY
}
