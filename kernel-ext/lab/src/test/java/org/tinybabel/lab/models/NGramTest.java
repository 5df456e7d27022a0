package org.tinybabel.lab.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NGramTest {

    private static final int[][] CORPUS = {{0, 1, 0, 1, 2}, {2, 0}, {1}};

    @Test
    void bigramProbabilitiesAreSmoothedConditionalShares() {
        var bigram = NGram.fit(CORPUS, 2, 3, 0.5);

        // After 0 came 1 twice; after 1 came 0 and 2 once; after 2 came 0 once.
        assertThat(bigram.probabilities()[0])
                .containsExactly(new double[] {0.5 / 3.5, 2.5 / 3.5, 0.5 / 3.5}, within(1e-12));
        assertThat(bigram.probabilities()[1])
                .containsExactly(new double[] {1.5 / 3.5, 0.5 / 3.5, 1.5 / 3.5}, within(1e-12));
        assertThat(bigram.probabilities()[2])
                .containsExactly(new double[] {1.5 / 2.5, 0.5 / 2.5, 0.5 / 2.5}, within(1e-12));
    }

    @Test
    void pairsAcrossTheBorderOfTwoSequencesDoNotCount() {
        var bigram = NGram.fit(CORPUS, 2, 3, 0);

        assertThat(bigram.count(2, 2)).isZero();
        assertThat(bigram.count(0, 1)).isEqualTo(2);
    }

    @Test
    void unigramsIgnoreWhatCameBefore() {
        var unigram = NGram.fit(CORPUS, 1, 3, 0);

        assertThat(unigram.probabilities().length).isEqualTo(1);
        assertThat(unigram.probabilities()[0]).containsExactly(new double[] {3 / 8.0, 3 / 8.0, 2 / 8.0}, within(1e-12));
    }

    @Test
    void trigramsAreUniformWhileTheContextIsTooShort() {
        var trigram = NGram.fit(CORPUS, 3, 3, 0);

        var rows = trigram.logProbabilities(new int[][] {{0, 1, 0}});

        assertThat(rows[0]).containsOnly(-Math.log(3));
        assertThat(rows[1]).containsExactly(Math.log(0.5), Double.NEGATIVE_INFINITY, Math.log(0.5));
    }

    @Test
    void anUnseenContextWithoutSmoothingIsUniform() {
        assertThat(NGram.fit(new int[][] {{0, 0}}, 2, 2, 0).probabilities()[1]).containsExactly(0.5, 0.5);
    }

    @Test
    void aTokenOutsideTheVocabularyIsRefused() {
        assertThatThrownBy(() -> NGram.fit(new int[][] {{0, 5}}, 2, 3, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("token 5 is not in the vocabulary 0 … 2");
    }
}
