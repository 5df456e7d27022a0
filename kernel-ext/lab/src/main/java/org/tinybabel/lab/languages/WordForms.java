package org.tinybabel.lab.languages;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How several languages spell the words of one grammar. Words that are spelled alike, in whichever languages, are one token: so related
 * languages share tokens to the extent that they really share spellings, and languages in different scripts share none but numerals.
 *
 * <pre>{@code
 * var forms = WordForms.of(List.of(List.of("italia", "suecia", "7"), List.of("italia", "sverige", "7")), 2);
 * forms.write(1, 0, 1, 2);              // italia sverige 7, as tokens
 * }</pre>
 */
public final class WordForms {

    private final int[][] tokens; // [L][V]
    private final List<String> spellings;
    private final int first;

    private WordForms(int[][] tokens, List<String> spellings, int first) {
        this.tokens = tokens;
        this.spellings = spellings;
        this.first = first;
    }

    /**
     * Numbers the spellings in the order in which they first occur, language by language.
     *
     * @param spellings the word of each language for each word of the grammar, {@code [L][V]}
     * @param first the first token; those below are left free, for padding and masks
     * @return the forms
     * @throws IllegalArgumentException if there is no word, languages have different numbers of words, a language spells two words alike, or
     *     {@code first} is negative
     */
    public static WordForms of(List<List<String>> spellings, int first) {
        if (spellings.isEmpty() || spellings.get(0).isEmpty() || first < 0) {
            throw new IllegalArgumentException(
                    "expected at least one language with at least one word, and tokens from 0 on, got "
                            + spellings.size() + " languages and tokens from " + first + " on");
        }
        var numbers = new LinkedHashMap<String, Integer>();
        var tokens = new int[spellings.size()][];
        for (var language = 0; language < tokens.length; language++) {
            var words = spellings.get(language);
            if (words.size() != spellings.get(0).size()) {
                throw new IllegalArgumentException("language 0 has "
                        + spellings.get(0).size() + " words, language " + language + " has " + words.size());
            }
            if (words.stream().distinct().count() < words.size()) {
                throw new IllegalArgumentException("language " + language + " spells two words alike: " + words);
            }
            tokens[language] = words.stream()
                    .mapToInt(word -> first + numbers.computeIfAbsent(word, w -> numbers.size()))
                    .toArray();
        }
        return new WordForms(tokens, List.copyOf(numbers.keySet()), first);
    }

    /**
     * One more than the largest token.
     *
     * @return the size of a vocabulary that has all forms
     */
    public int vocabularySize() {
        return first + spellings.size();
    }

    /**
     * Writes a sentence.
     *
     * @param language 0 … L − 1
     * @param sentence words of the grammar, 0 … V − 1
     * @return their tokens in this language
     * @throws IllegalArgumentException if there is no such language or word
     */
    public int[] write(int language, int... sentence) {
        check(language);
        return Arrays.stream(sentence).map(word -> token(language, word)).toArray();
    }

    private int token(int language, int word) {
        if (word < 0 || word >= tokens[language].length) {
            throw new IllegalArgumentException(
                    "there are words 0 … " + (tokens[language].length - 1) + ", got " + word);
        }
        return tokens[language][word];
    }

    private void check(int language) {
        if (language < 0 || language >= tokens.length) {
            throw new IllegalArgumentException("there are languages 0 … " + (tokens.length - 1) + ", got " + language);
        }
    }

    /**
     * The spelling of a token.
     *
     * @param token a token that a language writes
     * @return its letters
     * @throws IllegalArgumentException if no language writes it
     */
    public String spelling(int token) {
        if (token < first || token >= vocabularySize()) {
            throw new IllegalArgumentException(
                    "there are tokens " + first + " … " + (vocabularySize() - 1) + ", got " + token);
        }
        return spellings.get(token - first);
    }

    /**
     * How many words each two languages spell alike.
     *
     * @return the share of the V words, 0 to 1, {@code [L][L]}, 1 on the diagonal
     */
    public double[][] alike() {
        return Arrays.stream(tokens)
                .map(one -> Arrays.stream(tokens)
                        .mapToDouble(other -> IntStream.range(0, one.length)
                                        .filter(word -> one[word] == other[word])
                                        .count()
                                / (double) one.length)
                        .toArray())
                .toArray(double[][]::new);
    }
}
