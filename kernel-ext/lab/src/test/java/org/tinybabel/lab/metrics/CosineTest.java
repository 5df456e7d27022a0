package org.tinybabel.lab.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CosineTest {

    private static double[][] gaussian(long seed) {
        var random = new Random(seed);
        return IntStream.range(0, 40)
                .mapToObj(i -> random.doubles(5, -1, 1).toArray())
                .toArray(double[][]::new);
    }

    private static double[][] moved(double[][] rows, double factor, double offset) {
        return Arrays.stream(rows)
                .map(row -> Arrays.stream(row).map(v -> factor * v + offset).toArray())
                .toArray(double[][]::new);
    }

    @Test
    void theCosineIsThatOfTheAngle() {
        assertThat(Cosine.of(new double[] {2, 0}, new double[] {3, 3})).isCloseTo(Math.sqrt(0.5), within(1e-15));
        assertThat(Cosine.of(new double[] {1, 2}, new double[] {-2, -4})).isCloseTo(-1, within(1e-15));
        assertThat(Cosine.of(new double[] {1, 0}, new double[] {0, 5})).isZero();
        assertThat(Cosine.of(new double[] {0, 0}, new double[] {1, 5})).isZero();
        assertThat(Cosine.of(new double[] {1e-200, 0}, new double[] {1e200, 1e200}))
                .isCloseTo(Math.sqrt(0.5), within(1e-15));
    }

    @Test
    void rawIsTheMeanOverTokens() {
        var a = new double[][] {{1, 0}, {1, 0}, {0, 0}};
        var b = new double[][] {{2, 0}, {1, Math.sqrt(3)}, {1, 1}};

        assertThat(Cosine.raw(a, b)).isCloseTo((1 + 0.5 + 0) / 3, within(1e-15));
    }

    @Test
    void anOffsetOfEachSideMattersRawButNotCentred() {
        var a = gaussian(1);
        var b = gaussian(2);
        var centred = Cosine.centred(a, b);

        assertThat(Cosine.centred(moved(a, 1, 100), moved(b, 1, -30))).isCloseTo(centred, within(1e-9));
        assertThat(Math.abs(centred)).isLessThan(0.3);
        assertThat(Cosine.raw(moved(a, 1, 100), moved(b, 1, 100))).isGreaterThan(0.99);
    }

    @Test
    void sameStatesGiveOneOppositeOnesMinusOneAndTheOrderOfTokensMatters() {
        var a = gaussian(3);
        var shuffled = a.clone();
        Collections.rotate(Arrays.asList(shuffled), 1);

        assertThat(Cosine.centred(a, a)).isCloseTo(1, within(1e-12));
        assertThat(Cosine.centred(a, moved(a, -2, 7))).isCloseTo(-1, within(1e-12));
        assertThat(Cosine.centred(a, shuffled)).isLessThan(0.5);
    }

    @Test
    void aTokenAtTheMeanCountsAsZero() {
        var a = new double[][] {{1, 1}, {5, 5}, {3, 3}};

        assertThat(Cosine.centred(a, a)).isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void differentShapesAndNoTokensAreRejected() {
        assertThatThrownBy(() -> Cosine.raw(new double[2][3], new double[1][3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("got 2 and 1");
        assertThatThrownBy(() -> Cosine.centred(new double[2][3], new double[2][4]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("got 3 and 4");
        assertThatThrownBy(() -> Cosine.raw(new double[0][], new double[0][]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Cosine.centred(new double[0][], new double[0][]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
