package org.tinybabel.lab.languages;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Words as vectors of fixed length: each character n-gram of a word, marked at its borders, sets one of a fixed number of features
 * to the same value (the hashing trick, Weinberger et al., 2009; n-grams of words as in fastText, Bojanowski et al., 2017). Two
 * words are alike as far as they are spelt alike; different n-grams that share a feature are not told apart.
 *
 * <p>Usage: {@code new HashedNGrams(2, 4, 1024).features("kenya")}
 *
 * @param shortest n of the shortest n-grams, at least 1; the whole word is always one of them
 * @param longest n of the longest, at least as much
 * @param buckets the length of the vectors, at least 1
 */
public record HashedNGrams(int shortest, int longest, int buckets) {

    /**
     * Checks the sizes.
     *
     * @param shortest n of the shortest n-grams
     * @param longest n of the longest
     * @param buckets the length of the vectors
     * @throws IllegalArgumentException if they are not 1 ≤ shortest ≤ longest and 1 ≤ buckets
     */
    public HashedNGrams {
        if (shortest < 1 || longest < shortest || buckets < 1) {
            throw new IllegalArgumentException("expected 1 ≤ shortest ≤ longest and 1 ≤ buckets, got " + shortest + ", "
                    + longest + " and " + buckets);
        }
    }

    /**
     * The features of a word.
     *
     * @param word any text; {@code <} and {@code >} are put around it
     * @return {@code buckets} numbers, 0 or 1/√m where m features are set, so that the length is 1
     */
    public double[] features(String word) {
        var bordered = "<" + word + ">";
        var features = new double[buckets];
        features[bucket(bordered)] = 1;
        for (var gram : new CharNGrams(shortest, longest).counts(bordered).keySet()) {
            features[bucket(gram)] = 1;
        }
        var set = 0;
        for (var feature : features) {
            set += feature > 0 ? 1 : 0;
        }
        var value = 1 / Math.sqrt(set);
        for (var i = 0; i < buckets; i++) {
            features[i] *= value;
        }
        return features;
    }

    /**
     * The features of several words.
     *
     * @param words any texts
     * @return one row for each
     */
    public double[][] features(List<String> words) {
        return words.stream().map(this::features).toArray(double[][]::new);
    }

    private int bucket(String gram) {
        var sum = new CRC32();
        sum.update(gram.getBytes(StandardCharsets.UTF_8));
        return (int) (sum.getValue() % buckets);
    }
}
