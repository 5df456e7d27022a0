package org.tinybabel.lab.languages;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.tinybabel.lab.engine.RandomStreams;

/**
 * Batches of several languages in any proportion, with <em>common random numbers</em>: every place of a batch has one uniform
 * number, which together with the proportions decides the language, and one sentence of each language to take. So two models
 * that read different mixtures read the same sentences wherever their mixtures agree, and differences between them are not the
 * luck of the draw.
 *
 * <p>Place j takes sentence j of its language's corpus, from the start again when the corpus is at its end.
 *
 * <p>Usage: {@code var places = batches.next(); places.pick(0.9, 0.1)}.
 */
public final class MixedBatches {

    private final List<int[][]> corpora;
    private final int size;
    private final Random random;
    private long sentence;

    /**
     * Starts at the first sentence of every corpus.
     *
     * @param corpora one per language, with at least one sentence each; neither copied nor changed
     * @param size places in a batch
     * @param seed equal seeds give equal numbers
     * @throws IllegalArgumentException if there is nothing to choose from
     */
    public MixedBatches(List<int[][]> corpora, int size, long seed) {
        if (size < 1 || corpora.isEmpty() || corpora.stream().anyMatch(corpus -> corpus.length == 0)) {
            throw new IllegalArgumentException(
                    "batches need at least one place, one language and a sentence of each, got " + size + " places and "
                            + corpora.size() + " languages");
        }
        this.corpora = List.copyOf(corpora);
        this.size = size;
        this.random = RandomStreams.of(seed, "mixture");
    }

    /**
     * Draws the numbers of the next batch.
     *
     * @return its places
     */
    public Places next() {
        var numbers = random.doubles(size).toArray();
        var places = new Places(corpora, numbers, sentence);
        sentence += size;
        return places;
    }

    /** The places of one batch, before anything is said about proportions. */
    public static final class Places {

        private static final double ROUNDING = 1e-9;

        private final List<int[][]> corpora;
        private final double[] numbers;
        private final long firstSentence;

        private Places(List<int[][]> corpora, double[] numbers, long firstSentence) {
            this.corpora = corpora;
            this.numbers = numbers;
            this.firstSentence = firstSentence;
        }

        /**
         * Which language each place gets.
         *
         * @param shares how likely each language is; they add up to 1
         * @return index of the language, per place
         * @throws IllegalArgumentException if the shares fit neither the languages nor 1
         */
        public int[] languages(double... shares) {
            var sums = Categorical.cumulative(shares);
            if (shares.length != corpora.size() || Math.abs(sums[sums.length - 1] - 1) > ROUNDING) {
                throw new IllegalArgumentException(
                        "expected " + corpora.size() + " shares that add up to 1, got " + Arrays.toString(shares));
            }
            var languages = new int[numbers.length];
            Arrays.setAll(languages, place -> Categorical.draw(sums, numbers[place]));
            return languages;
        }

        /**
         * The batch in given proportions.
         *
         * @param shares how likely each language is; they add up to 1
         * @return a sentence for each place, {@code [B][T]}
         */
        public int[][] pick(double... shares) {
            var languages = languages(shares);
            var batch = new int[numbers.length][];
            Arrays.setAll(batch, place -> {
                var corpus = corpora.get(languages[place]);
                return corpus[(int) ((firstSentence + place) % corpus.length)];
            });
            return batch;
        }
    }
}
