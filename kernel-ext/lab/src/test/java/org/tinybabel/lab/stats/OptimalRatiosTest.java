package org.tinybabel.lab.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OptimalRatiosTest {

    private static double total(double[] c, double[] gamma, double... p) {
        var total = 0.0;
        for (var i = 0; i < p.length; i++) {
            total += c[i] * Math.pow(p[i], -gamma[i]);
        }
        return total;
    }

    @Test
    void twoEqualPartsShareEqually() {
        assertThat(OptimalRatios.of(new double[] {2, 2}, new double[] {0.3, 0.3}))
                .containsExactly(new double[] {0.5, 0.5}, within(1e-12));
    }

    @Test
    void onePartGetsEverything() {
        assertThat(OptimalRatios.of(new double[] {7}, new double[] {0.2})).containsExactly(1);
    }

    @Test
    void withEqualExponentsTheRatiosAreAPowerOfTheLosses() {
        var p = OptimalRatios.of(new double[] {1, 8}, new double[] {0.5, 0.5});

        assertThat(p[1] / p[0]).isCloseTo(Math.pow(8, 1 / 1.5), within(1e-10));
    }

    @Test
    void atTheOptimumAllPartsGainEquallyFromOneMoreSample() {
        var random = new Random(1);
        for (var round = 0; round < 200; round++) {
            var n = 2 + random.nextInt(6);
            var c = random.doubles(n, 0.01, 5).toArray();
            var gamma = random.doubles(n, 1e-3, 2).toArray();
            gamma[0] = 1e-3;
            gamma[1] = 2;

            var p = OptimalRatios.of(c, gamma);

            assertThat(Arrays.stream(p).sum()).isCloseTo(1, within(1e-9));
            var mu = c[0] * gamma[0] * Math.pow(p[0], -gamma[0] - 1);
            for (var i = 1; i < n; i++) {
                var residual = c[i] * gamma[i] * Math.pow(p[i], -gamma[i] - 1) / mu - 1;
                assertThat(residual).isCloseTo(0, within(1e-6));
            }
        }
    }

    @Test
    void noMixtureOfAGridIsBetter() {
        var c = new double[] {1.2, 2.5, 0.7};
        var gamma = new double[] {0.05, 0.12, 0.4};
        var best = total(c, gamma, OptimalRatios.of(c, gamma));

        for (var i = 1; i < 100; i++) {
            for (var j = 1; i + j < 100; j++) {
                var p = new double[] {i / 100.0, j / 100.0, (100 - i - j) / 100.0};
                assertThat(total(c, gamma, p)).isGreaterThan(best - 1e-12);
            }
        }
    }

    @Test
    void hugeAndTinyLossesDoNotOverflow() {
        var p = OptimalRatios.of(new double[] {1e308, 1e-300, 1e308}, new double[] {2, 2, 2});

        assertThat(p[0]).isCloseTo(0.5, within(1e-9));
        assertThat(p[1]).isPositive().isLessThan(1e-100);
    }

    @Test
    void badInputIsRejectedWithItsValue() {
        assertThatThrownBy(() -> OptimalRatios.of(new double[] {1}, new double[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("got 1 losses and 2 exponents");
        assertThatThrownBy(() -> OptimalRatios.of(new double[0], new double[0]))
                .isInstanceOf(IllegalArgumentException.class);
        for (var bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> OptimalRatios.of(new double[] {1, bad}, new double[] {1, 1}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("" + bad);
            assertThatThrownBy(() -> OptimalRatios.of(new double[] {1, 1}, new double[] {bad, 1}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("" + bad);
        }
    }
}
