package org.tinybabel.lab.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tinybabel.lab.models.NGram;
import org.tinybabel.lab.models.NextTokenModel;

class SurprisalTest {

    private static final NextTokenModel HALF_AND_QUARTERS = sequences -> {
        var rows = new double[sequences.length * (sequences[0].length - 1)][];
        Arrays.setAll(rows, i -> new double[] {Math.log(0.5), Math.log(0.25), Math.log(0.25)});
        return rows;
    };

    @Test
    void surprisalIsTheNegativeLogProbabilityOfWhatCame() {
        assertThat(Surprisal.of(HALF_AND_QUARTERS, new int[][] {{2, 0, 1}, {1, 2, 0}}))
                .containsExactly(Math.log(2), Math.log(4), Math.log(4), Math.log(2));
        assertThat(Surprisal.mean(HALF_AND_QUARTERS, new int[][] {{2, 0, 1}}))
                .isCloseTo(1.5 * Math.log(2), within(1e-12));
    }

    @Test
    void divergenceFromItselfIsZeroAndFromTheUniformModelItsMissingEntropy() {
        var uniform = NGram.fit(new int[][] {{0, 1, 2}}, 1, 3, 0);
        var sequences = new int[][] {{0, 1, 2}};

        assertThat(Divergence.kullbackLeibler(HALF_AND_QUARTERS, HALF_AND_QUARTERS, sequences))
                .isZero();
        assertThat(Divergence.kullbackLeibler(HALF_AND_QUARTERS, uniform, sequences))
                .isCloseTo(Math.log(3) - 1.5 * Math.log(2), within(1e-12));
    }

    @Test
    void anImpossibleOutcomeAddsNothingToTheDivergence() {
        var p = new double[] {0, Double.NEGATIVE_INFINITY};
        var q = new double[] {Math.log(0.5), Math.log(0.5)};

        assertThat(Divergence.kullbackLeibler(p, q)).isCloseTo(Math.log(2), within(1e-12));
        assertThat(Divergence.kullbackLeibler(q, p)).isInfinite();
    }
}
