package org.tinybabel.lab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawsTest {

    private static double[] shares(double... weights) {
        var random = new Random(1);
        var shares = new double[weights.length];
        IntStream.range(0, 20_000).forEach(i -> shares[Draws.index(weights, random)] += 1 / 20_000.0);
        return shares;
    }

    @Test
    void drawsInProportionToTheWeights() {
        var shares = shares(2, 0, 6, 0);
        assertThat(shares[0]).isCloseTo(0.25, within(0.02));
        assertThat(shares[2]).isCloseTo(0.75, within(0.02));
        assertThat(shares[1] + shares[3]).isZero();
    }

    @Test
    void drawsEachAlikeWhereNoneHasAWeight() {
        assertThat(shares(0, 0)[1]).isCloseTo(0.5, within(0.02));
    }

    @Test
    void staysInsideWhereTheNumberIsAlmostOne() {
        var almostOne = new Random() {
            @Override
            public double nextDouble() {
                return Math.nextDown(1.0);
            }
        };
        assertThat(Draws.index(new double[] {0.1, 0.2, 0.7, 0}, almostOne)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesWhatIsNoWeight(double weight) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Draws.index(new double[] {1, weight}, new Random(1)))
                .withMessageContaining(String.valueOf(weight));
        assertThatIllegalArgumentException().isThrownBy(() -> Draws.index(new double[0], new Random(1)));
    }
}
