package org.tinybabel.lab.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.junit.jupiter.api.Test;

class CkaTest {

    private static double[][] gaussian(int rows, int columns, long seed) {
        var random = new Random(seed);
        var values = new double[rows][columns];
        for (var row : values) {
            for (var c = 0; c < columns; c++) {
                row[c] = 3 + (1 + c) * random.nextGaussian();
            }
        }
        return values;
    }

    private static double[][] times(double[][] rows, double[][] map) {
        return MatrixUtils.createRealMatrix(rows)
                .multiply(MatrixUtils.createRealMatrix(map))
                .getData();
    }

    @Test
    void aRepresentationIsEqualToItselfRotatedScaledAndShifted() {
        var x = gaussian(60, 4, 1);
        var rotation = new QRDecomposition(MatrixUtils.createRealMatrix(gaussian(4, 4, 2)))
                .getQ()
                .scalarMultiply(-3)
                .getData();
        var y = Centring.centre(times(x, rotation), new double[] {1, -20, 3, 4});

        assertThat(Cka.linear(x, x)).isCloseTo(1, within(1e-12));
        assertThat(Cka.linear(x, y)).isCloseTo(1, within(1e-12));
    }

    @Test
    void rotatingOneSideDoesNotChangeTheSimilarityToAnother() {
        var x = gaussian(60, 4, 1);
        var other = times(x, new double[][] {{1, 0}, {0, 0}, {0, 0}, {0, 1}});
        var rotation = new QRDecomposition(MatrixUtils.createRealMatrix(gaussian(4, 4, 5)))
                .getQ()
                .getData();

        assertThat(Cka.linear(times(x, rotation), other)).isCloseTo(Cka.linear(x, other), within(1e-12));
    }

    @Test
    void aMapThatStretchesOneDirectionDoesChangeIt() {
        var x = gaussian(60, 2, 1);

        assertThat(Cka.linear(x, times(x, new double[][] {{10, 0}, {0, 0.1}}))).isLessThan(0.9);
    }

    @Test
    void inOneDimensionItIsTheSquaredCorrelation() {
        // Centred: −2 −1 3 and 1 −3 2; product 7, squares 14 and 14.
        var x = new double[][] {{1}, {2}, {6}};
        var y = new double[][] {{5}, {1}, {6}};

        assertThat(Cka.linear(x, y)).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void independentStatesHaveLittleInCommon() {
        assertThat(Cka.linear(gaussian(2000, 3, 1), gaussian(2000, 3, 2))).isLessThan(0.02);
    }

    @Test
    void differentTokensAndStatesThatDoNotVaryAreRejected() {
        assertThatThrownBy(() -> Cka.linear(new double[2][3], new double[4][3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("got 2 and 4 rows");
        assertThatThrownBy(() -> Cka.linear(gaussian(3, 2, 1), new double[3][2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("vary");
    }
}
