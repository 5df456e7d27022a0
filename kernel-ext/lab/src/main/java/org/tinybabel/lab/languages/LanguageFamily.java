package org.tinybabel.lab.languages;

import java.util.List;

/**
 * Two sibling languages: one grammar, and every second word a cognate that both write alike; the other words have a form of
 * their own in each. Families given different first tokens share nothing.
 *
 * @param grammar what both siblings have in common
 * @param siblings how each of them writes the grammar's words
 */
public record LanguageFamily(ClassGrammar grammar, List<Lexicon> siblings) {

    /**
     * Copies the list.
     *
     * @param grammar what all siblings have in common
     * @param siblings how each of them writes the grammar's words
     */
    public LanguageFamily {
        siblings = List.copyOf(siblings);
    }

    /**
     * Two siblings whose tokens are {@code firstToken … firstToken + 2V − 1}, where V is the number of words of the grammar.
     *
     * @param grammar what both have in common
     * @param firstToken the first token that they may use
     * @return the family
     */
    public static LanguageFamily of(ClassGrammar grammar, int firstToken) {
        var words = grammar.vocabularySize();
        var first = Lexicon.of(words);
        return new LanguageFamily(
                grammar,
                List.of(first.shifted(firstToken), first.relative(words).shifted(firstToken)));
    }

    /**
     * Draws sentences of one sibling.
     *
     * @param sibling 0 or 1
     * @param sentences how many
     * @param length words in each
     * @param seed equal seeds give equal sentences; the siblings' sentences differ
     * @return token ids, {@code [sentences][length]}
     */
    public int[][] sample(int sibling, int sentences, int length, long seed) {
        return siblings.get(sibling).write(grammar.sample(sentences, length, siblings.size() * seed + sibling));
    }
}
