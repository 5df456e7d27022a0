package org.tinybabel.lab.languages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.IntStream;
import org.tinybabel.lab.engine.RandomStreams;

/**
 * How a language writes the words of a grammar: word w is written as token {@code form(w)}. Two languages with one grammar and
 * different lexicons are <em>clones</em>: they say the same things with other words. Words that they write alike are
 * <em>cognates</em> (in relatives) or <em>anchors</em> (in clones).
 *
 * <p>Usage: {@code var one = Lexicon.of(24); var two = one.cloned(24); two.write(sentences)}.
 */
public final class Lexicon {

    private final int[] forms;

    private Lexicon(int[] forms) {
        this.forms = forms;
    }

    /**
     * A lexicon that writes word w as token w.
     *
     * @param words number of words, at least 1
     * @return the plainest lexicon
     */
    public static Lexicon of(int words) {
        if (words < 1) {
            throw new IllegalArgumentException("a lexicon needs at least 1 word, got " + words);
        }
        return new Lexicon(IntStream.range(0, words).toArray());
    }

    /**
     * The lexicon of a clone, which shares no token with this one.
     *
     * @param shift added to every token; at least the number of tokens in use, else tokens would be shared by accident
     * @return every word with another token
     */
    public Lexicon cloned(int shift) {
        return cloned(shift, 0, 0);
    }

    /**
     * The lexicon of a clone with anchors: a share of the words, chosen at random, keeps its tokens.
     *
     * @param shift added to the tokens of all other words
     * @param anchors share of the words that both write alike, 0 … 1; rounded to whole words
     * @param seed equal seeds choose equal anchors, and a larger share contains the smaller one
     * @return the clone's lexicon
     * @throws IllegalArgumentException if the share is out of range, or a shifted token means another word here
     */
    public Lexicon cloned(int shift, double anchors, long seed) {
        if (!(anchors >= 0 && anchors <= 1)) {
            throw new IllegalArgumentException("the share of anchors must be between 0 and 1, got " + anchors);
        }
        var order = new ArrayList<>(IntStream.range(0, forms.length).boxed().toList());
        Collections.shuffle(order, RandomStreams.of(seed, "anchors"));
        var other = IntStream.range(0, forms.length).map(w -> forms[w] + shift).toArray();
        IntStream.range(0, Math.toIntExact(Math.round(anchors * forms.length)))
                .forEach(i -> other[order.get(i)] = forms[order.get(i)]);
        return checked(new Lexicon(other), shift);
    }

    /**
     * The lexicon of a relative: words with an even number are cognates, words with an odd number have another form.
     *
     * @param shift added to the tokens of words with an odd number
     * @return the relative's lexicon
     * @throws IllegalArgumentException if a shifted token means another word here
     */
    public Lexicon relative(int shift) {
        var other = IntStream.range(0, forms.length)
                .map(w -> w % 2 == 0 ? forms[w] : forms[w] + shift)
                .toArray();
        return checked(new Lexicon(other), shift);
    }

    private Lexicon checked(Lexicon other, int shift) {
        for (var w = 0; w < forms.length; w++) {
            for (var v = 0; v < forms.length; v++) {
                if (v != w && other.forms[w] == forms[v]) {
                    throw new IllegalArgumentException("shifted by " + shift + ", word " + w
                            + " would be written as word " + v + " is now (token " + forms[v] + ")");
                }
            }
        }
        return other;
    }

    /**
     * The lexicon with all tokens moved, to make room for other languages.
     *
     * @param by added to every token
     * @return the same words, written with other tokens
     */
    public Lexicon shifted(int by) {
        return new Lexicon(Arrays.stream(forms).map(form -> form + by).toArray());
    }

    /**
     * The number of words.
     *
     * @return V
     */
    public int words() {
        return forms.length;
    }

    /**
     * How a word is written.
     *
     * @param word 0 … V − 1
     * @return its token
     */
    public int form(int word) {
        return forms[word];
    }

    /**
     * Writes sentences.
     *
     * @param sentences of the grammar's words, 0 … V − 1; not changed
     * @return the same sentences as tokens
     * @throws IllegalArgumentException if there is no such word
     */
    public int[][] write(int[][] sentences) {
        return Arrays.stream(sentences)
                .map(sentence -> Arrays.stream(sentence).map(this::checkedForm).toArray())
                .toArray(int[][]::new);
    }

    private int checkedForm(int word) {
        if (word < 0 || word >= forms.length) {
            throw new IllegalArgumentException("the lexicon has words 0 … " + (forms.length - 1) + ", not " + word);
        }
        return forms[word];
    }
}
