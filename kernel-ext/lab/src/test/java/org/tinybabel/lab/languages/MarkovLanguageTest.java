package org.tinybabel.lab.languages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkovLanguageTest {

    private static final List<TokenKind> KINDS =
            List.of(TokenKind.EASY, TokenKind.CONTEXT, TokenKind.NOISY, TokenKind.CONTEXT);

    private final MarkovLanguage language = MarkovLanguage.of(KINDS, 0.1, 5);

    @Test
    void equalSeedsGiveEqualLanguagesAndSentences() {
        var same = MarkovLanguage.of(KINDS, 0.1, 5);
        var other = MarkovLanguage.of(KINDS, 0.1, 6);

        assertThat(language.sample(10, 6, 1)).isDeepEqualTo(same.sample(10, 6, 1));
        assertThat(language.sample(10, 6, 1)).isNotEqualTo(language.sample(10, 6, 2));
        assertThat(language.nextDistribution(0, 2)).isNotEqualTo(other.nextDistribution(0, 2));
    }

    @Test
    void wordsFollowEachOtherAsOftenAsTheirProbabilitySays() {
        var counts = new double[4][4][4];
        for (var sentence : language.sample(40_000, 8, 1)) {
            for (var t = 2; t < 8; t++) {
                counts[sentence[t - 2]][sentence[t - 1]][sentence[t]]++;
            }
        }

        for (var a = 0; a < 4; a++) {
            for (var b = 0; b < 4; b++) {
                var total = Arrays.stream(counts[a][b]).sum();
                var shares = Arrays.stream(counts[a][b]).map(n -> n / total).toArray();
                assertThat(shares).containsExactly(language.nextDistribution(a, b), within(0.03));
            }
        }
    }

    @Test
    void theFirstTwoWordsAreDrawnEvenly() {
        var sentences = language.sample(8_000, 2, 3);

        for (var place = 0; place < 2; place++) {
            for (var word = 0; word < 4; word++) {
                var at = place;
                var wanted = word;
                assertThat(Arrays.stream(sentences).filter(s -> s[at] == wanted).count())
                        .isBetween(1_850L, 2_150L);
            }
        }
    }

    @Test
    void aTokensKindSaysWhatItsSuccessorDependsOn() {
        var kinds = new TokenKind[16];
        Arrays.setAll(kinds, word -> TokenKind.values()[word % 3]);
        var larger = MarkovLanguage.of(List.of(kinds), 0, 1);

        for (var b = 0; b < 16; b++) {
            var word = b;
            var next = Arrays.stream(new int[] {0, 1, 2, 3, 4, 5, 6, 7})
                    .mapToObj(a -> Arrays.toString(larger.nextDistribution(a, word)))
                    .distinct()
                    .count();
            assertThat(next == 1).as("word " + b).isEqualTo(kinds[b] != TokenKind.CONTEXT);
            assertThat(larger.entropy(0, b) > 0).as("word " + b).isEqualTo(kinds[b] == TokenKind.NOISY);
        }
    }

    @Test
    void noiseLeavesTheSuccessorsAndRaisesTheEntropyToThatOfEvenWords() {
        var clear = MarkovLanguage.of(KINDS, 0, 5);
        var random = MarkovLanguage.of(KINDS, 1, 5);

        for (var b = 0; b < 4; b++) {
            var mixed = language.nextDistribution(1, b);
            for (var c = 0; c < 4; c++) {
                assertThat(mixed[c]).isCloseTo(0.9 * clear.nextDistribution(1, b)[c] + 0.025, within(1e-12));
            }
            assertThat(random.entropy(1, b)).isCloseTo(Math.log(4), within(1e-12));
        }
    }

    @Test
    void onlyTheLastTwoWordsMatter() {
        assertThat(language.nextDistribution(3, 3, 0, 1)).isEqualTo(language.nextDistribution(0, 1));
    }

    @Test
    void aChangedCopyDoesNotChangeTheLanguage() {
        language.nextDistribution(0, 1)[0] = 7;

        assertThat(Arrays.stream(language.nextDistribution(0, 1)).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void probabilitiesThatAreNoneAreRefused() {
        var even = new double[][] {{0.5, 0.5}, {0.5, 0.5}};

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MarkovLanguage(new double[][][] {even, {{0.5, 0.5}, {0.5, 0.6}}}))
                .withMessageContaining("next[1][1] must hold 2 probabilities that add up to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MarkovLanguage(new double[][][] {even, {{1.5, -0.5}, {0.5, 0.5}}}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MarkovLanguage(new double[][][] {even, {{0.5, 0.5}}}));
        assertThatIllegalArgumentException().isThrownBy(() -> new MarkovLanguage(new double[1][1][1]));
    }

    @Test
    void noiseAboveOneAndUnknownContextsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> MarkovLanguage.of(KINDS, 1.1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> language.nextDistribution(1));
        assertThatIllegalArgumentException().isThrownBy(() -> language.nextDistribution(0, 4));
    }
}
