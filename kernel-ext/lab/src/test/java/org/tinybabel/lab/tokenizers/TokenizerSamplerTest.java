package org.tinybabel.lab.tokenizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TokenizerSamplerTest {

    private static final List<String> ALPHABET = List.of("a", "b");
    private static final Map<String, Integer> CANDIDATES = new TreeMap<>(Map.of("aa", 16, "ab", 4, "ba", 1));

    private static TokenizerSampler sampler(int fewest, int most, long seed) {
        return new TokenizerSampler(ALPHABET, CANDIDATES, fewest, most, seed);
    }

    @Test
    void theAlphabetComesFirstAndNoPieceTwice() {
        var sampler = sampler(0, 3, 1);
        var sizes = new TreeMap<Integer, Integer>();
        for (var i = 0; i < 400; i++) {
            var vocabulary = sampler.next().vocabulary();
            assertThat(vocabulary).startsWith("a", "b").doesNotHaveDuplicates();
            assertThat(vocabulary.subList(2, vocabulary.size())).isSubsetOf(CANDIDATES.keySet());
            sizes.merge(vocabulary.size() - 2, 1, Integer::sum);
        }

        assertThat(sizes.keySet()).containsExactly(0, 1, 2, 3);
        assertThat(sizes.values()).allMatch(count -> count > 70 && count < 130);
    }

    @Test
    void theFirstPieceIsDrawnInProportionToTheRootOfItsFrequency() {
        var sampler = sampler(1, 1, 2);
        var counts = new TreeMap<String, Double>();
        for (var i = 0; i < 14_000; i++) {
            counts.merge(sampler.next().vocabulary().get(2), 1 / 14_000.0, Double::sum);
        }

        assertThat(counts.get("aa")).isCloseTo(4 / 7.0, within(0.015));
        assertThat(counts.get("ab")).isCloseTo(2 / 7.0, within(0.015));
        assertThat(counts.get("ba")).isCloseTo(1 / 7.0, within(0.015));
    }

    @Test
    void theSecondPieceIsDrawnAmongThoseThatAreLeft() {
        var sampler = sampler(2, 2, 3);
        var without = new TreeMap<String, Double>();
        for (var i = 0; i < 14_000; i++) {
            var drawn = sampler.next().vocabulary();
            CANDIDATES.keySet().stream()
                    .filter(piece -> !drawn.contains(piece))
                    .forEach(piece -> without.merge(piece, 1 / 14_000.0, Double::sum));
        }

        // The rarest stays: (4 · 2/3 + 2 · 4/5) / 7.
        assertThat(without.get("ba")).isCloseTo((4 * 2 / 3.0 + 2 * 4 / 5.0) / 7, within(0.015));
    }

    @Test
    void equalSeedsGiveEqualTokenizers() {
        var one = sampler(1, 3, 4);
        var same = sampler(1, 3, 4);
        for (var i = 0; i < 20; i++) {
            assertThat(one.next().vocabulary()).isEqualTo(same.next().vocabulary());
        }
    }

    @Test
    void boundsAndFrequenciesAreChecked() {
        assertThatIllegalArgumentException().isThrownBy(() -> sampler(-1, 2, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> sampler(2, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> sampler(0, 4, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TokenizerSampler(ALPHABET, Map.of("aa", 0), 0, 1, 0))
                .withMessage("'aa' must have a frequency of at least 1, got 0");
    }
}
