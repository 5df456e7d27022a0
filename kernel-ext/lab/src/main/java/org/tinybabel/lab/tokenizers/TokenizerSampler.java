package org.tinybabel.lab.tokenizers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Random;
import org.tinybabel.lab.engine.RandomStreams;

/**
 * Draws tokenizers, as zero-shot tokenizer transfer does to train on many of them (Minixhofer, Ponti and Vulić, 2024, arXiv 2405.07883):
 * an alphabet that stays, and some of the candidate pieces, drawn without replacement with probability proportional to the square root
 * of their frequency. The number of pieces is even between two bounds.
 */
public final class TokenizerSampler {

    private final List<String> alphabet;
    private final List<Entry<String, Integer>> candidates;
    private final int fewest;
    private final int most;
    private final Random random;

    /**
     * A sampler at its start.
     *
     * @param alphabet in every tokenizer
     * @param candidates piece to frequency, 1 or more; see {@link Pieces#counts}
     * @param fewest pieces drawn, 0 or more
     * @param most pieces drawn, at most all candidates
     * @param seed equal seeds give equal tokenizers
     * @throws IllegalArgumentException if a bound or a frequency is out of range
     */
    public TokenizerSampler(
            Collection<String> alphabet, Map<String, Integer> candidates, int fewest, int most, long seed) {
        if (fewest < 0 || most < fewest || most > candidates.size()) {
            throw new IllegalArgumentException("of " + candidates.size()
                    + " candidates, a tokenizer can have 0 to all, got bounds " + fewest + " and " + most);
        }
        candidates.forEach((piece, count) -> {
            if (count < 1) {
                throw new IllegalArgumentException("'" + piece + "' must have a frequency of at least 1, got " + count);
            }
        });
        this.alphabet = List.copyOf(alphabet);
        this.candidates = candidates.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .toList();
        this.fewest = fewest;
        this.most = most;
        this.random = RandomStreams.of(seed, "tokenizers");
    }

    /**
     * Draws the next tokenizer.
     *
     * @return the alphabet first, then the pieces that were drawn
     */
    public LongestMatch next() {
        var pieces = fewest + random.nextInt(most - fewest + 1);
        // The largest keys log(u) / weight are a draw without replacement (Efraimidis and Spirakis, 2006).
        var keys = new ArrayList<Entry<String, Double>>();
        for (var candidate : candidates) {
            var u = 1 - random.nextDouble();
            keys.add(Map.entry(candidate.getKey(), StrictMath.log(u) / Math.sqrt(candidate.getValue())));
        }
        keys.sort(Entry.comparingByValue(Comparator.reverseOrder()));
        return LongestMatch.of(
                alphabet, keys.stream().limit(pieces).map(Entry::getKey).toList());
    }
}
