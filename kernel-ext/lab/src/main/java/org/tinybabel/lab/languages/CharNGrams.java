package org.tinybabel.lab.languages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Words as bags of character n-grams: how alike two words are without any knowledge of their languages. The baseline of whoever
 * claims to know more than spelling.
 *
 * <p>Usage: {@code new CharNGrams(1, 3).cosines(queries, vocabulary)}
 *
 * @param shortest n of the shortest n-grams, at least 1
 * @param longest n of the longest, at least as much
 */
public record CharNGrams(int shortest, int longest) {

    /**
     * Checks the lengths.
     *
     * @param shortest n of the shortest n-grams
     * @param longest n of the longest
     * @throws IllegalArgumentException if they are not 1 ≤ shortest ≤ longest
     */
    public CharNGrams {
        if (shortest < 1 || longest < shortest) {
            throw new IllegalArgumentException(
                    "expected lengths 1 ≤ shortest ≤ longest, got " + shortest + " and " + longest);
        }
    }

    /**
     * Counts the n-grams of a word. Characters are Unicode code points; the word's beginning and end have no mark.
     *
     * @param word any text
     * @return how often each n-gram occurs, in the order of Unicode; empty if the word is shorter than the shortest
     */
    public Map<String, Integer> counts(String word) {
        var characters = word.codePoints().toArray();
        var counts = new TreeMap<String, Integer>();
        for (var n = shortest; n <= longest; n++) {
            for (var from = 0; from + n <= characters.length; from++) {
                counts.merge(new String(characters, from, n), 1, Integer::sum);
            }
        }
        return counts;
    }

    /**
     * The cosine between the counts of every query and of every candidate.
     *
     * @param queries n words
     * @param candidates m words
     * @return 0 (no n-gram in common) to 1 up to rounding, {@code [n][m]}; 0 for words without n-grams
     */
    public double[][] cosines(List<String> queries, List<String> candidates) {
        record Entry(int candidate, double weight) {}
        var index = new HashMap<String, List<Entry>>();
        for (var c = 0; c < candidates.size(); c++) {
            var candidate = c;
            var counts = counts(candidates.get(c));
            var norm = norm(counts);
            counts.forEach((gram, count) ->
                    index.computeIfAbsent(gram, g -> new ArrayList<>()).add(new Entry(candidate, count / norm)));
        }
        var cosines = new double[queries.size()][candidates.size()];
        for (var q = 0; q < cosines.length; q++) {
            var row = cosines[q];
            var counts = counts(queries.get(q));
            var norm = norm(counts);
            counts.forEach((gram, count) -> index.getOrDefault(gram, List.of())
                    .forEach(entry -> row[entry.candidate()] += count / norm * entry.weight()));
        }
        return cosines;
    }

    private static double norm(Map<String, Integer> counts) {
        return Math.sqrt(
                counts.values().stream().mapToDouble(count -> count * count).sum());
    }
}
