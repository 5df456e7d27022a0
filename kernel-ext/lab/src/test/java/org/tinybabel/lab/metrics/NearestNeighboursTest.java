package org.tinybabel.lab.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tinybabel.lab.engine.RandomStreams;

class NearestNeighboursTest {

    @Test
    void scoresAreCosines() {
        var random = RandomStreams.of(1, "vectors");
        var queries = new double[7][];
        var candidates = new double[5][];
        for (var rows : new double[][][] {queries, candidates}) {
            for (var i = 0; i < rows.length; i++) {
                rows[i] = random.doubles(3, -2, 2).toArray();
            }
        }

        var cosines = NearestNeighbours.cosines(queries, candidates);

        assertThat(cosines).hasNumberOfRows(7);
        for (var q = 0; q < 7; q++) {
            for (var c = 0; c < 5; c++) {
                assertThat(cosines[q][c]).isCloseTo(Cosine.of(queries[q], candidates[c]), within(1e-12));
            }
        }
    }

    @Test
    void theBestComeFirstAndOfEqualOnesTheFirst() {
        var scores = new double[][] {{0.1, 0.9, -1, 0.9}, {3, 2, 1, 0}};

        assertThat(NearestNeighbours.best(scores, 3)).isDeepEqualTo(new int[][] {{1, 3, 0}, {0, 1, 2}});
        assertThat(NearestNeighbours.best(scores, 4)[0]).containsExactly(1, 3, 0, 2);
    }

    @Test
    void whatHasNoNeighboursIsRefused() {
        assertThatThrownBy(() -> NearestNeighbours.cosines(new double[][] {{0, 0}}, new double[][] {{1, 2}}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NearestNeighbours.cosines(new double[][] {{1, 0}}, new double[][] {{1, 2, 3}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[2, 3]");
        assertThatThrownBy(() -> NearestNeighbours.best(new double[][] {{1, 2}}, 3))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NearestNeighbours.best(new double[][] {{1, 2}}, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NearestNeighbours.best(new double[][] {{1, Double.NaN}}, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
