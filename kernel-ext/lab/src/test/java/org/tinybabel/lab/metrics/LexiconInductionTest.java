package org.tinybabel.lab.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LexiconInductionTest {

    private static final List<String> ENGLISH = List.of("germany", "japan", "spain");
    private static final List<String> GERMAN = List.of("spanien", "japan", "deutschland", "italien");
    private static final int[] RIGHT = {2, 1, 0};
    private static final double[][] SCORES = {{0.5, 0.9, 0.1, 0.2}, {0, 1, 0, 0}, {0.7, 0.2, 0.9, 0.1}};

    @Test
    void translationsSpelledLikeTheQueryDoNotCount() {
        var found = LexiconInduction.of(ENGLISH, GERMAN, RIGHT, SCORES);

        assertThat(found.counted()).containsExactly(0, 2);
        assertThat(found.ranks()).containsExactly(4.0, 2.0);
        assertThat(found.meanReciprocalRank()).isCloseTo((1 / 4.0 + 1 / 2.0) / 2, within(1e-12));
        assertThat(found.accuracyAt(1)).isZero();
        assertThat(found.accuracyAt(2)).isEqualTo(0.5);
        assertThat(found.accuracyAt(4)).isEqualTo(1);
    }

    @Test
    void wordsThatScoreAlikeShareTheirRanks() {
        var allAlike = LexiconInduction.of(List.of("spain"), GERMAN, new int[] {0}, new double[][] {{0, 0, 0, 0}});
        var two =
                LexiconInduction.of(List.of("spain"), GERMAN, new int[] {0}, new double[][] {{0.3, 1, 0.3 + 1e-12, 0}});

        assertThat(allAlike.ranks()).containsExactly(2.5);
        assertThat(two.ranks()).containsExactly(2.5);
    }

    @Test
    void withoutTiesTheRanksAreThoseOfRetrieval() {
        var queries = new double[][] {{1, 2}, {3, -1}, {-1, 0.5}};
        var words = new double[][] {{0, 1}, {1, 1}, {1, -2}, {-3, 1}};

        var found =
                LexiconInduction.of(List.of("a", "b", "c"), GERMAN, RIGHT, NearestNeighbours.cosines(queries, words));

        var ranks = Retrieval.ranks(queries, words, RIGHT);
        assertThat(found.ranks()).containsExactly((double) ranks[0], (double) ranks[1], (double) ranks[2]);
        assertThat(found.meanReciprocalRank()).isCloseTo(Retrieval.meanReciprocalRank(ranks), within(1e-12));
    }

    @Test
    void impossibleQuestionsAreRefused() {
        assertThatThrownBy(() -> LexiconInduction.of(List.of("japan"), GERMAN, new int[] {1}, new double[1][4]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("spelled like");
        assertThatThrownBy(() -> LexiconInduction.of(ENGLISH, GERMAN, new int[] {2, 1}, SCORES))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LexiconInduction.of(ENGLISH, GERMAN, new int[] {2, 1, 4}, SCORES))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LexiconInduction.of(ENGLISH, GERMAN, RIGHT, new double[3][3]))
                .isInstanceOf(IllegalArgumentException.class);
        var holes = new double[][] {{0, 0, 0, Double.NaN}, {0, 0, 0, 0}, {0, 0, 0, 0}};
        assertThatThrownBy(() -> LexiconInduction.of(ENGLISH, GERMAN, RIGHT, holes))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        LexiconInduction.of(ENGLISH, GERMAN, RIGHT, SCORES).accuracyAt(0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LexiconInduction(List.of(1), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
