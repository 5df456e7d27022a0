package org.tinybabel.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tinybabel.lab.engine.TensorScope;

class ContrastiveLossTest {

    private static double pairs(double[][] left, double[][] right, double temperature) {
        try (var scope = TensorScope.open()) {
            return ContrastiveLoss.ofPairs(scope, scope.array(left), scope.array(right), temperature)
                    .getFloat();
        }
    }

    private static double labels(double[][] vectors, int[] labels, double temperature) {
        try (var scope = TensorScope.open()) {
            return ContrastiveLoss.ofLabels(scope, scope.array(vectors), labels, temperature)
                    .getFloat();
        }
    }

    @Test
    void orthogonalPairsHaveTheClosedForm() {
        var vectors = new double[][] {{2, 0}, {0, 0.3}};

        for (var temperature : new double[] {1, 0.1, 0.01}) {
            assertThat(pairs(vectors, vectors, temperature))
                    .isCloseTo(Math.log(1 + 2 * Math.exp(-1 / temperature)), within(1e-6));
        }
    }

    @Test
    void equalVectorsLeaveNothingButChance() {
        var same = new double[][] {{1, 1}, {1, 1}, {1, 1}};

        assertThat(pairs(same, same, 0.07)).isCloseTo(Math.log(5), within(1e-6));
    }

    @Test
    void otherPartnersOfTheAnchorAreNoNegatives() {
        // Three equal vectors of one label and one orthogonal: every pair competes with the one negative only.
        var vectors = new double[][] {{1, 0}, {1, 0}, {1, 0}, {0, 1}};

        assertThat(labels(vectors, new int[] {4, 4, 4, 8}, 1)).isCloseTo(Math.log(1 + Math.exp(-1)), within(1e-6));
    }

    @Test
    void allOrderedPairsWeighTheSame() {
        // Label 1 has six ordered pairs, label 2 two; cosines between labels are 0, within label 2 they are -1.
        var vectors = new double[][] {{1, 0}, {1, 0}, {1, 0}, {0, 1}, {0, -1}};
        var near = Math.log(1 + 2 * Math.exp(-1));
        var far = Math.log(1 + 3 * Math.exp(1));

        assertThat(labels(vectors, new int[] {1, 1, 1, 2, 2}, 1)).isCloseTo((6 * near + 2 * far) / 8, within(1e-6));
    }

    @Test
    void whatHasNoPartnersIsRefused() {
        assertThatThrownBy(() -> labels(new double[][] {{1, 0}, {0, 1}}, new int[] {1, 2}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no two vectors share a label in [1, 2]");
        assertThatThrownBy(() -> labels(new double[][] {{1, 0}, {0, 1}}, new int[] {1}, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> labels(new double[][] {{1, 0}, {0, 1}}, new int[] {1, 1}, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
