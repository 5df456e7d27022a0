package org.tinybabel.lab.languages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tinybabel.lab.metrics.Surprisal;
import org.tinybabel.lab.models.NGram;

class TopicBigramLanguageTest {

    @Test
    void equalSeedsGiveEqualLanguagesAndSentences() {
        var language = new TopicBigramLanguage(20, 3, 2, 2, 5);
        var same = new TopicBigramLanguage(20, 3, 2, 2, 5);
        var other = new TopicBigramLanguage(20, 3, 2, 2, 6);

        assertThat(language.sample(10, 6, 1)).isDeepEqualTo(same.sample(10, 6, 1));
        assertThat(language.sample(10, 6, 1)[0]).isNotEqualTo(language.sample(10, 6, 2)[0]);
        assertThat(language.nextDistribution(0, 0)).isNotEqualTo(other.nextDistribution(0, 0));
    }

    @Test
    void theFirstSentencesOfASeedStayTheSameOnEveryMachine() {
        assertThat(new TopicBigramLanguage(48, 4, 2, 2, 0).sample(1, 8, 1)[0])
                .containsExactly(37, 12, 16, 21, 39, 7, 12, 24);
    }

    @Test
    void wordsFollowEachOtherAsOftenAsTheirProbabilitySays() {
        var language = new TopicBigramLanguage(6, 1, 1, 1, 3);

        var counted = NGram.fit(language.sample(40_000, 10, 1), 2, 6, 0).probabilities();

        for (var word = 0; word < 6; word++) {
            assertThat(counted[word]).containsExactly(language.nextDistribution(word, 0), within(0.02));
        }
    }

    @Test
    void probabilitiesAddUpToOneAndDependOnTheTopic() {
        var language = new TopicBigramLanguage(6, 2, 1, 1, 3);

        assertThat(Arrays.stream(language.nextDistribution(4, 1)).sum()).isCloseTo(1, within(1e-12));
        assertThat(language.nextDistribution(4, 1)).isNotEqualTo(language.nextDistribution(4, 0));
    }

    @Test
    void aBigramModelExplainsMoreThanAUnigramModel() {
        var language = new TopicBigramLanguage(48, 4, 2, 2, 0);
        var train = language.sample(2000, 17, 1);
        var test = language.sample(100, 17, 2);

        assertThat(Surprisal.mean(NGram.fit(train, 2, 48, 0.05), test))
                .isLessThan(Surprisal.mean(NGram.fit(train, 1, 48, 0.05), test) - 1);
    }

    @Test
    void aSentenceOfSomeWordsKeepsTheirProportions() {
        var language = new TopicBigramLanguage(6, 2, 1, 1, 3);
        var sentence = language.sentence(1, 100_000, 4, new Random(1));

        var counted = NGram.fit(new int[][] {sentence}, 2, 4, 0).probabilities();
        for (var word = 0; word < 4; word++) {
            var expected = Arrays.copyOf(language.nextDistribution(word, 1), 4);
            var sum = Arrays.stream(expected).sum();
            assertThat(counted[word])
                    .containsExactly(Arrays.stream(expected).map(p -> p / sum).toArray(), within(0.02));
        }
        assertThat(language.sentence(0, 1, 1, new Random(1))).containsExactly(0);
        assertThatThrownBy(() -> language.sentence(2, 3, 4, new Random(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> language.sentence(0, 3, 7, new Random(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLanguageWithoutTopicsIsRefused() {
        assertThatThrownBy(() -> new TopicBigramLanguage(48, 0, 2, 2, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("48 words, 0 topics");
    }
}
