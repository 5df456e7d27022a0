package org.tinybabel.lab.metrics;

import tech.tablesaw.util.LevenshteinDistance;

/** How alike two words are spelled. */
public final class EditSimilarity {

    private EditSimilarity() {}

    /**
     * 1 − the Levenshtein distance (fewest insertions, deletions and replacements of characters) / the length of the longer word.
     *
     * @param a a word
     * @param b another
     * @return 0 (nothing in common) to 1 (equal, or both empty)
     */
    public static double of(String a, String b) {
        var longer = Math.max(a.length(), b.length());
        return longer == 0 ? 1 : 1 - LevenshteinDistance.getDefaultInstance().apply(a, b) / (double) longer;
    }
}
