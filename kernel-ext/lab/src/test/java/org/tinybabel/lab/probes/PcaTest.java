package org.tinybabel.lab.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PcaTest {

    /** An ellipse with half-axes 3 and 1, its long axis turned by an angle, around (5, −2). */
    private static double[][] ellipse(double degrees) {
        var cos = Math.cos(Math.toRadians(degrees));
        var sin = Math.sin(Math.toRadians(degrees));
        return IntStream.range(0, 360)
                .mapToObj(i -> {
                    var x = 3 * Math.cos(Math.toRadians(i));
                    var y = Math.sin(Math.toRadians(i));
                    return new double[] {5 + cos * x - sin * y, -2 + sin * x + cos * y};
                })
                .toArray(double[][]::new);
    }

    @Test
    void theComponentsOfAnEllipseAreItsAxes() {
        var pca = Pca.of(ellipse(30));

        assertThat(pca.mean()).containsExactly(new double[] {5, -2}, within(1e-12));
        assertThat(pca.components()[0]).containsExactly(new double[] {Math.sqrt(0.75), 0.5}, within(1e-12));
        assertThat(pca.components()[1]).containsExactly(new double[] {-0.5, Math.sqrt(0.75)}, within(1e-12));
        assertThat(pca.explained()).containsExactly(new double[] {0.9, 0.1}, within(1e-12));
        // The mean of cos² is 1/2.
        assertThat(pca.variance()[0]).isCloseTo(9 / 2.0 * 360 / 359, within(1e-9));
    }

    @Test
    void theLargestEntryIsPositiveWhereverTheAxisPoints() {
        for (var degrees = 0; degrees < 360; degrees += 10) {
            for (var component : Pca.of(ellipse(degrees)).components()) {
                var largest = Math.abs(component[0]) > Math.abs(component[1]) ? component[0] : component[1];
                assertThat(largest).isPositive();
            }
        }
    }

    @Test
    void aProjectionIsThePlaceAlongTheAxes() {
        var rows = ellipse(30);

        var places = Pca.of(rows).project(rows, 2);

        for (var i = 0; i < 360; i++) {
            assertThat(places[i])
                    .containsExactly(
                            new double[] {3 * Math.cos(Math.toRadians(i)), Math.sin(Math.toRadians(i))}, within(1e-10));
        }
        assertThat(Pca.of(rows).project(rows, 1)[7]).containsExactly(places[7][0]);
    }

    @Test
    void fewerRowsThanColumnsSpanNoMoreThanTheirNumber() {
        var random = new Random(1);
        var rows = IntStream.range(0, 4)
                .mapToObj(i -> random.doubles(10).toArray())
                .toArray(double[][]::new);

        var pca = Pca.of(rows);

        assertThat(Arrays.stream(pca.explained()).sum()).isCloseTo(1, within(1e-12));
        assertThat(Arrays.stream(pca.explained()).limit(3)).allMatch(share -> share > 0.01);
        assertThat(Arrays.stream(pca.explained()).skip(3)).allMatch(share -> share >= 0 && share < 1e-12);
    }

    @Test
    void badInputIsRejectedWithItsValue() {
        assertThatThrownBy(() -> Pca.of(new double[1][3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("got 1");
        assertThatThrownBy(() -> Pca.of(new double[][] {{1, 2}, {1}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("got 2 and 1");
        assertThatThrownBy(() -> Pca.of(new double[][] {{1, 2}, {1, Double.NaN}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
        var pca = Pca.of(ellipse(0));
        assertThatThrownBy(() -> pca.project(new double[1][2], 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there are 1 to 2 components, asked for 3");
        assertThatThrownBy(() -> pca.project(new double[1][3], 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("got 3");
    }
}
