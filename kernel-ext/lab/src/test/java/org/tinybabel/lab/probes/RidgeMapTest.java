package org.tinybabel.lab.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.junit.jupiter.api.Test;
import org.tinybabel.lab.metrics.Covariance;

class RidgeMapTest {

    private static double[][] gaussian(int rows, int columns, long seed) {
        var random = new Random(seed);
        var values = new double[rows][columns];
        for (var row : values) {
            for (var c = 0; c < columns; c++) {
                row[c] = 3 + random.nextGaussian();
            }
        }
        return values;
    }

    private static double[][] rotated(double[][] rows, double degrees) {
        var cos = Math.cos(Math.toRadians(degrees));
        var sin = Math.sin(Math.toRadians(degrees));
        var turned = new double[rows.length][];
        for (var r = 0; r < rows.length; r++) {
            turned[r] = new double[] {cos * rows[r][0] - sin * rows[r][1] + 7, sin * rows[r][0] + cos * rows[r][1] - 2};
        }
        return turned;
    }

    @Test
    void aRotationIsFoundWithItsAngleAndExplainsEverything() {
        var x = gaussian(500, 2, 1);
        var y = rotated(x, 40);

        var map = RidgeMap.fit(x, y, 1e-6);

        assertThat(map.rotation()).isCloseTo(40, within(1e-4));
        assertThat(map.r2(x, y)).isCloseTo(1, within(1e-9));
        assertThat(map.apply(x)[3]).containsExactly(y[3], within(1e-5));
    }

    @Test
    void theMapToItselfDoesNotTurn() {
        var x = gaussian(200, 5, 2);

        assertThat(RidgeMap.fit(x, x, 1).rotation()).isCloseTo(0, within(1e-6));
    }

    @Test
    void inOneDimensionTheWeightIsTheCovarianceOverThePenalisedVariance() {
        var x = new double[][] {{1}, {2}, {6}};
        var y = new double[][] {{2}, {3}, {10}};

        var map = RidgeMap.fit(x, y, 2);

        // Centred: x = −2, −1, 3 and y = −3, −2, 5.
        assertThat(map.weights()[0][0]).isCloseTo((6 + 2 + 15) / (14.0 + 2), within(1e-12));
    }

    @Test
    void unrelatedActivationsAreNotExplainedOnNewRows() {
        var map = RidgeMap.fit(gaussian(100, 4, 3), gaussian(100, 4, 4), 1);

        assertThat(map.r2(gaussian(100, 4, 5), gaussian(100, 4, 6))).isLessThan(0);
    }

    @Test
    void onlyASquareMapHasEigenvalues() {
        var map = RidgeMap.fit(gaussian(50, 3, 1), gaussian(50, 2, 1), 1);

        assertThatThrownBy(map::eigenvalues)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("this one goes from 3 to 2");
    }

    @Test
    void activationsOfOneShapeHaveCovarianceSimilarityOneAndOrthogonalOnesZero() {
        var x = gaussian(50, 3, 1);
        var first = new double[][] {{1, 0}, {2, 0}, {4, 0}};
        var second = new double[][] {{0, 1}, {0, 5}, {0, 6}};

        assertThat(Covariance.similarity(x, x)).isCloseTo(1, within(1e-12));
        assertThat(Covariance.similarity(first, second)).isZero();
    }

    /** The computation of eigenvalues alone does not converge for this matrix, which is nearly the identity. */
    @Test
    void eigenvaluesOfAMapThatHardlyChangesAnythingAreFound() {
        var random = new Random(1627);
        random.nextInt();
        random.nextInt();
        var nearlyOne = new double[12][12];
        for (var r = 0; r < 12; r++) {
            for (var c = 0; c < 12; c++) {
                nearlyOne[r][c] = (r == c ? 1 : 0) + 1e-8 * random.nextGaussian();
            }
        }
        assertThatThrownBy(() -> new EigenDecompositionNonSymmetric(MatrixUtils.createRealMatrix(nearlyOne)))
                .isInstanceOf(MathIllegalStateException.class);

        var map = new RidgeMap(nearlyOne, new double[12], new double[12]);

        assertThat(map.eigenvalues()).hasSize(12).allSatisfy(mu -> assertThat(mu.norm())
                .isCloseTo(1, within(1e-6)));
        assertThat(map.rotation()).isCloseTo(0, within(1e-4));
    }
}
