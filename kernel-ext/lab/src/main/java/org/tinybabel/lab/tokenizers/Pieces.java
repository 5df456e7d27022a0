package org.tinybabel.lab.tokenizers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeSet;
import org.tinybabel.lab.languages.CharNGrams;

/** What texts consist of: characters, words, and the substrings that may become tokens. A space belongs to the word before it. */
public final class Pieces {

    private Pieces() {}

    /**
     * The words of a text, each with the spaces after it, so that joining them gives the text back.
     *
     * @param text any length, also empty
     * @return such as {@code "one ", "word"}; spaces at the beginning are a word of their own
     */
    public static List<String> words(String text) {
        var words = new ArrayList<String>();
        var from = 0;
        for (var to = 1; to <= text.length(); to++) {
            if (to == text.length() || text.charAt(to - 1) == ' ' && text.charAt(to) != ' ') {
                words.add(text.substring(from, to));
                from = to;
            }
        }
        return words;
    }

    /**
     * Every character (Unicode code point) of some texts.
     *
     * @param texts in any scripts
     * @return each once, in the order of Unicode
     */
    public static List<String> alphabet(Collection<String> texts) {
        var characters = new TreeSet<Integer>();
        texts.forEach(text -> text.codePoints().forEach(characters::add));
        return characters.stream().map(Character::toString).toList();
    }

    /**
     * Counts the substrings of words.
     *
     * @param texts in any scripts
     * @param shortest number of characters, at least 1
     * @param longest number of characters, at least {@code shortest}
     * @return substring to number of occurrences, the most frequent first, equally frequent ones in the order of Unicode. A substring
     *     may end with a space and never reaches into the next word
     * @throws IllegalArgumentException if the lengths are out of range
     */
    public static Map<String, Integer> counts(Collection<String> texts, int shortest, int longest) {
        var substrings = new CharNGrams(shortest, longest);
        var found = new HashMap<String, Integer>();
        wordCounts(texts).forEach((word, times) -> substrings
                .counts(word)
                .forEach((piece, count) -> found.merge(piece, times * count, Integer::sum)));
        var sorted = new LinkedHashMap<String, Integer>();
        found.entrySet().stream()
                .sorted(Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Entry.comparingByKey()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    static Map<String, Integer> wordCounts(Collection<String> texts) {
        var counts = new LinkedHashMap<String, Integer>();
        texts.forEach(text -> words(text).forEach(word -> counts.merge(word, 1, Integer::sum)));
        return counts;
    }
}
