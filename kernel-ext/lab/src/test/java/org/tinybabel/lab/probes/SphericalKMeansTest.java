package org.tinybabel.lab.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SphericalKMeansTest {

    /** Four directions, twelve vectors around each, of very different lengths. */
    private static double[][] fourBundles() {
        var random = new Random(1);
        var vectors = new double[48][4];
        for (var v = 0; v < vectors.length; v++) {
            var length = 0.01 + 10 * random.nextDouble();
            for (var i = 0; i < 4; i++) {
                vectors[v][i] = length * ((i == v % 4 ? 1 : 0) + 0.05 * random.nextGaussian());
            }
        }
        return vectors;
    }

    @Test
    void bundlesAreFoundFromEveryDraw() {
        for (var seed = 0; seed < 20; seed++) {
            var groups = SphericalKMeans.fit(fourBundles(), 4, 5, seed).assign(fourBundles());

            assertThat(IntStream.range(0, 48)).as("seed " + seed).allMatch(v -> groups[v] == groups[v % 4]);
            assertThat(Arrays.stream(groups).distinct()).hasSize(4);
        }
    }

    @Test
    void aCentreIsTheMeanOfDirectionsAndNotOfVectors() {
        var centre =
                SphericalKMeans.fit(new double[][] {{100, 0}, {0, 1}}, 1, 1, 0).centres()[0];

        assertThat(centre[0]).isCloseTo(Math.sqrt(0.5), within(1e-12));
        assertThat(centre[1]).isCloseTo(Math.sqrt(0.5), within(1e-12));
    }

    @Test
    void withoutRoundsTheCentresAreVectorsOfTheData() {
        var vectors = fourBundles();

        var centres = SphericalKMeans.fit(vectors, 6, 0, 3).centres();

        assertThat(List.of(centres)).allSatisfy(centre -> assertThat(Arrays.stream(vectors))
                .anyMatch(vector -> cosine(vector, centre) > 1 - 1e-12));
        assertThat(Arrays.stream(centres).map(Arrays::toString).distinct()).hasSize(6);
    }

    private static double cosine(double[] a, double[] b) {
        return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }

    /** Of three directions, at the angles 0°, 90° and 180°, the second centre is the opposite one twice as often. */
    @Test
    void theSecondCentreIsDrawnByItsSquaredDistance() {
        var vectors = new double[][] {{1, 0}, {0, 1}, {-1, 0}};
        var opposite = 0;
        var pairs = 0;
        for (var seed = 0; seed < 6000; seed++) {
            var centres = SphericalKMeans.fit(vectors, 2, 0, seed).centres();
            if (centres[0][1] == 0) {
                pairs++;
                opposite += centres[1][1] == 0 ? 1 : 0;
            }
        }
        assertThat((double) opposite / pairs).isCloseTo(2.0 / 3, within(0.03));
    }

    @Test
    void tiesAndZeroVectorsGoToTheFirstCentre() {
        var found = SphericalKMeans.fit(new double[][] {{1, 0}, {0, 1}}, 2, 0, 0);

        assertThat(found.assign(new double[][] {{1, 1}, {0, 0}})).containsExactly(0, 0);
    }

    @Test
    void manyEqualVectorsAreNoTrouble() {
        assertThat(SphericalKMeans.fit(new double[][] {{1, 2}, {2, 4}, {3, 6}}, 3, 4, 1)
                        .assign(new double[][] {{1, 2}}))
                .containsExactly(0);
        assertThat(SphericalKMeans.fit(new double[5][2], 2, 3, 1).assign(new double[5][2]))
                .containsOnly(0);
    }

    @Test
    void theInputIsNotChangedAndCentresAreCopies() {
        var vectors = fourBundles();
        var found = SphericalKMeans.fit(vectors, 4, 3, 0);
        var groups = found.assign(vectors);
        found.centres()[0][0] = Double.NaN;

        assertThat(vectors).isDeepEqualTo(fourBundles());
        assertThat(found.assign(vectors)).isEqualTo(groups);
    }

    @Test
    void badInputIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SphericalKMeans.fit(new double[3][2], 4, 1, 0))
                .withMessageContaining("1 to 3 clusters");
        assertThatIllegalArgumentException().isThrownBy(() -> SphericalKMeans.fit(new double[3][2], 2, -1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> SphericalKMeans.fit(new double[0][], 1, 1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SphericalKMeans.fit(new double[][] {{1, 2}, {1}}, 1, 1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SphericalKMeans.fit(new double[][] {{1, Double.NaN}}, 1, 1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SphericalKMeans.fit(new double[2][2], 1, 1, 0).assign(new double[1][3]));
    }
}
