package org.tinybabel.lab.training;

import java.util.Objects;
import java.util.Random;
import org.tinybabel.lab.engine.RandomStreams;

/**
 * Batches of a corpus in a random order that a seed fixes: every sentence comes once before any comes twice. A batch that
 * would cross the end of the corpus starts the next round instead.
 */
public final class Batches {

    private final int[][] corpus;
    private final int size;
    private final Random random;
    private int next;

    /**
     * Starts the first round.
     *
     * @param corpus the sentences; neither copied nor changed
     * @param size sentences in a batch
     * @param seed equal seeds give equal batches
     * @throws IllegalArgumentException if the corpus has fewer sentences than a batch
     */
    public Batches(int[][] corpus, int size, long seed) {
        Objects.requireNonNull(corpus, "corpus");
        if (size < 1 || size > corpus.length) {
            throw new IllegalArgumentException(
                    "a batch must hold between 1 and all " + corpus.length + " sentences, got " + size);
        }
        this.corpus = corpus.clone();
        this.size = size;
        this.random = RandomStreams.of(seed, "batches");
        this.next = corpus.length;
    }

    /**
     * Draws the next batch.
     *
     * @return {@code [size][T]}
     */
    public int[][] next() {
        if (next + size > corpus.length) {
            shuffle();
            next = 0;
        }
        var batch = new int[size][];
        System.arraycopy(corpus, next, batch, 0, size);
        next += size;
        return batch;
    }

    private void shuffle() {
        for (var i = corpus.length - 1; i > 0; i--) {
            var j = random.nextInt(i + 1);
            var swapped = corpus[i];
            corpus[i] = corpus[j];
            corpus[j] = swapped;
        }
    }
}
