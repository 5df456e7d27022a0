package org.tinybabel.lab.languages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import org.tinybabel.lab.engine.RandomStreams;

/**
 * A language that is written: its words consist of letters, so that a tokenizer has something to cut. Syllables are a consonant and a
 * vowel, stems one or two syllables, words a stem with the ending {@code ""}, {@code "n"} or {@code "s"}. Which word comes next depends
 * on the word before it: P(w' | w) = softmax(B[w] + log u)[w'], with B from a normal distribution and u the weights of Zipf's law.
 */
public final class SyllableLanguage {

    private static final String CONSONANTS = "bdgklmnpst";
    private static final String VOWELS = "aeiou";
    private static final List<String> ENDINGS = List.of("", "n", "s");
    private static final double ZIPF = 0.7;
    private static final double BIGRAM_DEVIATION = 2;

    private final List<String> words;
    private final double[][] next; // [W][W], cumulative over the last axis

    private SyllableLanguage(List<String> words, Random random) {
        this.words = words;
        var logits = Categorical.logits(words.size(), words.size(), BIGRAM_DEVIATION, random);
        var zipf = new double[words.size()];
        for (var w = 0; w < zipf.length; w++) {
            zipf[w] = -ZIPF * StrictMath.log(w + 1.0);
        }
        this.next = new double[words.size()][];
        for (var w = 0; w < next.length; w++) {
            next[w] = Categorical.cumulative(Categorical.softmax(logits[w], zipf));
        }
    }

    /**
     * Draws a language.
     *
     * @param syllables number of different syllables, 1 … 50
     * @param stems number of different stems; each gives three words, fewer where two of them are spelled alike
     * @param seed equal seeds give equal languages
     * @return the language
     * @throws IllegalArgumentException if there are not so many syllables or stems
     */
    public static SyllableLanguage of(int syllables, int stems, long seed) {
        var possible = new ArrayList<String>();
        for (var consonant : CONSONANTS.split("")) {
            for (var vowel : VOWELS.split("")) {
                possible.add(consonant + vowel);
            }
        }
        if (syllables < 1 || syllables > possible.size() || stems < 1 || stems > syllables + syllables * syllables) {
            throw new IllegalArgumentException("a language needs 1 to " + possible.size()
                    + " syllables and a stem or more, not more than they can spell, got " + syllables
                    + " syllables and "
                    + stems + " stems");
        }
        var random = RandomStreams.of(seed, "language");
        Collections.shuffle(possible, random);
        var chosen = possible.subList(0, syllables);
        var drawn = new LinkedHashSet<String>();
        while (drawn.size() < stems) {
            var first = chosen.get(random.nextInt(syllables));
            drawn.add(random.nextBoolean() ? first : first + chosen.get(random.nextInt(syllables)));
        }
        var words = drawn.stream()
                .flatMap(stem -> ENDINGS.stream().map(ending -> stem + ending))
                .distinct()
                .toList();
        var ranked = new ArrayList<>(words);
        Collections.shuffle(ranked, random);
        return new SyllableLanguage(List.copyOf(ranked), random);
    }

    /**
     * The same words with other successors: what a text is about changes, its spelling does not.
     *
     * @param seed of the new successors
     * @return a language with the same words
     */
    public SyllableLanguage withSuccessors(long seed) {
        return new SyllableLanguage(words, RandomStreams.of(seed, "successors"));
    }

    /**
     * The words.
     *
     * @return each once, in the order of Zipf's law
     */
    public List<String> words() {
        return words;
    }

    /**
     * Writes texts.
     *
     * @param texts how many
     * @param characters length of each; the last word may be cut off
     * @param seed equal seeds give equal texts
     * @return words with spaces between them
     * @throws IllegalArgumentException if a number is less than 1
     */
    public List<String> write(int texts, int characters, long seed) {
        if (texts < 1 || characters < 1) {
            throw new IllegalArgumentException("writing needs 1 or more texts of 1 or more characters, got " + texts
                    + " texts of " + characters + " characters");
        }
        var random = RandomStreams.of(seed, "text");
        var written = new ArrayList<String>();
        for (var i = 0; i < texts; i++) {
            var text = new StringBuilder();
            for (var word = random.nextInt(words.size()); text.length() < characters; ) {
                text.append(words.get(word)).append(' ');
                word = Categorical.draw(next[word], random.nextDouble());
            }
            written.add(text.substring(0, characters));
        }
        return written;
    }
}
