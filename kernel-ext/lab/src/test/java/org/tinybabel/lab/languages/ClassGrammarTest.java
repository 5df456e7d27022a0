package org.tinybabel.lab.languages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassGrammarTest {

    private final ClassGrammar grammar = new ClassGrammar(4, 3, 0.5, 0.5, 2.5, 1);

    @Test
    void theNextClassIsDrawnWithTheGrammarsProbabilities() {
        var counts = new double[16][4];
        for (var sentence : grammar.sample(20_000, 12, 1)) {
            for (var t = 2; t < sentence.length; t++) {
                var pair = 4 * grammar.classOf(sentence[t - 2]) + grammar.classOf(sentence[t - 1]);
                counts[pair][grammar.classOf(sentence[t])]++;
            }
        }
        for (var pair = 0; pair < 16; pair++) {
            var total = Arrays.stream(counts[pair]).sum();
            for (var c = 0; c < 4; c++) {
                assertThat(counts[pair][c] / total)
                        .isCloseTo(grammar.nextClass(pair / 4, pair % 4)[c], within(4 / Math.sqrt(total)));
            }
        }
    }

    @Test
    void theEntropyIsTheSurprisalOfItsOwnSentences() {
        var words = Math.log(1 + 1 / 2.0 + 1 / 3.0);
        var sum = 0.0;
        var n = 0;
        for (var sentence : grammar.sample(20_000, 12, 2)) {
            for (var t = 2; t < sentence.length; t++) {
                var next = grammar.nextClass(grammar.classOf(sentence[t - 2]), grammar.classOf(sentence[t - 1]));
                sum -= Math.log(next[grammar.classOf(sentence[t])]) - Math.log(sentence[t] % 3 + 1) - words;
                n++;
            }
        }
        assertThat(sum / n).isCloseTo(grammar.entropy(), within(0.01));
    }

    @Test
    void withoutDeviationEveryClassIsEquallyLikely() {
        var flat = new ClassGrammar(5, 1, 0, 0, 0, 0);

        assertThat(flat.entropy()).isCloseTo(Math.log(5), within(1e-12));
    }

    @Test
    void sentencesStartInTheStationaryDistribution() {
        var atStart = new double[4];
        var later = new double[4];
        for (var sentence : grammar.sample(40_000, 12, 3)) {
            atStart[grammar.classOf(sentence[0])] += 1 / 40_000.0;
            later[grammar.classOf(sentence[11])] += 1 / 40_000.0;
        }
        assertThat(atStart).containsExactly(later, within(0.015));
    }

    @Test
    void wordsOfAClassFollowZipf() {
        var ranks = new double[3];
        Arrays.stream(grammar.sample(20_000, 12, 4))
                .flatMapToInt(Arrays::stream)
                .forEach(w -> ranks[w % 3]++);

        assertThat(ranks[0] / ranks[2]).isCloseTo(3, within(0.05));
        assertThat(ranks[0] / ranks[1]).isCloseTo(2, within(0.03));
    }

    @Test
    void equalSeedsGiveEqualLanguagesAndSentences() {
        var again = new ClassGrammar(4, 3, 0.5, 0.5, 2.5, 1);

        assertThat(again.sample(5, 6, 9)).isDeepEqualTo(grammar.sample(5, 6, 9));
        assertThat(again.sample(5, 6, 8)).isNotEqualTo(grammar.sample(5, 6, 9));
    }

    @Test
    void aCloneSaysTheSameWithOtherTokens() {
        var one = Lexicon.of(12);
        var two = one.cloned(12);

        assertThat(two.write(new int[][] {{0, 5, 11}})).isDeepEqualTo(new int[][] {{12, 17, 23}});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.cloned(3))
                .withMessageContaining("word 0 would be written as word 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.write(new int[][] {{12}}))
                .withMessageContaining("not 12");
    }

    @Test
    void anchorsAreShared() {
        var one = Lexicon.of(12);
        var few = one.cloned(12, 0.25, 1);
        var many = one.cloned(12, 0.5, 1);

        assertThat(shared(one, few)).isEqualTo(3);
        assertThat(shared(one, many)).isEqualTo(6);
        assertThat(shared(one, one.cloned(12, 1, 1))).isEqualTo(12);
        for (var w = 0; w < 12; w++) {
            if (few.form(w) == w) {
                assertThat(many.form(w)).isEqualTo(w);
            }
        }
    }

    private static long shared(Lexicon a, Lexicon b) {
        return java.util.stream.IntStream.range(0, a.words())
                .filter(w -> a.form(w) == b.form(w))
                .count();
    }

    @Test
    void relativesShareTheirEvenWords() {
        var relative = Lexicon.of(4).relative(4).shifted(32);

        assertThat(relative.write(new int[][] {{0, 1, 2, 3}})).isDeepEqualTo(new int[][] {{32, 37, 34, 39}});
    }

    @Test
    void mixturesShareTheirRandomNumbers() {
        var first = new int[][] {{1}, {2}, {3}, {4}, {5}};
        var second = new int[][] {{-1}, {-2}, {-3}};
        var batches = new MixedBatches(List.of(first, second), 4, 7);
        var seconds = 0;
        for (var step = 0; step < 500; step++) {
            var places = batches.next();
            var balanced = places.pick(0.5, 0.5);
            var imbalanced = places.pick(0.9, 0.1);
            for (var b = 0; b < 4; b++) {
                var j = 4 * step + b;
                assertThat(places.pick(1, 0)[b]).isEqualTo(first[j % 5]);
                assertThat(places.pick(0, 1)[b]).isEqualTo(second[j % 3]);
                if (imbalanced[b][0] < 0) {
                    assertThat(balanced[b]).isEqualTo(imbalanced[b]);
                    seconds++;
                }
            }
        }
        assertThat(seconds).isBetween(150, 250);
    }

    @Test
    void badInputIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ClassGrammar(1, 1, 1, 1, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClassGrammar(2, 2, Double.NaN, 1, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Lexicon.of(3).cloned(3, 1.5, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new MixedBatches(List.of(), 3, 0));
        var places = new MixedBatches(List.of(new int[][] {{1}}, new int[][] {{2}}), 3, 0).next();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> places.pick(0.5, 0.4))
                .withMessageContaining("add up to 1");
        assertThatIllegalArgumentException().isThrownBy(() -> places.pick(1));
    }
}
