package org.tinybabel.lab.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RetrievalTest {

    private static final double[][] CANDIDATES = {{1, 0}, {0, 1}, {10, 9}};

    @Test
    void ranksCountWhatIsNearerByCosineNotByProduct() {
        var queries = new double[][] {{3, 1}, {0.1, 0}, {0, 5}};

        assertThat(Retrieval.ranks(queries, CANDIDATES, new int[] {0, 0, 2})).containsExactly(1, 1, 2);
        assertThat(Retrieval.ranks(queries, CANDIDATES)).containsExactly(1, 3, 2);
    }

    @Test
    void aTieDoesNotPushTheRightAnswerDown() {
        assertThat(Retrieval.ranks(new double[][] {{1, 1}}, new double[][] {{0, 2}, {3, 0}}, new int[] {1}))
                .containsExactly(1);
        assertThat(Retrieval.ranks(new double[][] {{0.5, 0.5, 0.2}}, new int[] {1}))
                .containsExactly(1);
    }

    @Test
    void accuracyAndReciprocalRankAreMeansOverQueries() {
        var ranks = new int[] {1, 2, 4, 11};

        assertThat(Retrieval.accuracyAt(ranks, 1)).isEqualTo(0.25);
        assertThat(Retrieval.accuracyAt(ranks, 10)).isEqualTo(0.75);
        assertThat(Retrieval.meanReciprocalRank(ranks)).isCloseTo((1 + 0.5 + 0.25 + 1 / 11.0) / 4, within(1e-12));
        assertThat(Retrieval.meanReciprocalRank(ranks, 2)).isCloseTo(1.5 / 4, within(1e-12));
    }

    @Test
    void impossibleQuestionsAreRefused() {
        assertThatThrownBy(() -> Retrieval.ranks(new double[0][], new int[0]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Retrieval.ranks(new double[][] {{1, Double.NaN}}, new int[] {0}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Retrieval.ranks(new double[][] {{1, 2}}, new int[] {2}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Retrieval.ranks(new double[][] {{0, 0}}, CANDIDATES, new int[] {0}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Retrieval.ranks(new double[][] {{1, 0}}, CANDIDATES))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Retrieval.accuracyAt(new int[] {1}, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Retrieval.meanReciprocalRank(new int[0])).isInstanceOf(IllegalArgumentException.class);
    }
}
