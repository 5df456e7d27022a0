package org.tinybabel.lab.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BalancedKMeansTest {

    /** Four directions, twelve vectors around each, of very different lengths. */
    private static double[][] fourBundles() {
        var random = new Random(1);
        var vectors = new double[48][4];
        for (var v = 0; v < vectors.length; v++) {
            for (var i = 0; i < 4; i++) {
                vectors[v][i] = (i == v % 4 ? 1 : 0) + 0.1 * random.nextGaussian();
            }
            var length = 0.01 + 10 * random.nextDouble();
            vectors[v] = Arrays.stream(vectors[v]).map(x -> x * length).toArray();
        }
        return vectors;
    }

    @Test
    void vectorsOfOneDirectionComeTogetherWhateverTheirLength() {
        // A bad draw of first centres can end elsewhere; most draws find the bundles.
        var found = IntStream.range(0, 10)
                .filter(seed -> {
                    var groups = BalancedKMeans.groups(fourBundles(), 4, 8, seed);
                    return IntStream.range(0, 48).allMatch(v -> groups[v] == groups[v % 4]);
                })
                .count();
        assertThat(found).isGreaterThanOrEqualTo(5);
    }

    @Test
    void allGroupsHaveTheSameSize() {
        var random = new Random(2);
        var vectors = new double[96][];
        Arrays.setAll(vectors, v -> random.doubles(5).toArray()); // all in one corner
        vectors[3] = new double[5];

        var groups = BalancedKMeans.groups(vectors, 8, 8, 0);

        for (var k = 0; k < 8; k++) {
            var group = k;
            assertThat(Arrays.stream(groups).filter(g -> g == group)).hasSize(12);
        }
        assertThat(BalancedKMeans.groups(vectors, 8, 8, 0)).isEqualTo(groups);
    }

    @Test
    void badInputIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BalancedKMeans.groups(new double[10][2], 3, 8, 0))
                .withMessageContaining("divisor of 10");
        assertThatIllegalArgumentException().isThrownBy(() -> BalancedKMeans.groups(new double[10][2], 5, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> BalancedKMeans.groups(new double[0][], 1, 1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BalancedKMeans.groups(new double[][] {{1, 2}, {1}}, 1, 1, 0));
    }
}
