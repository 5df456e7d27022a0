package org.tinybabel.lab.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RidgeClassifierTest {

    private static final double[][] X = {{1, 0}, {0.9, 0.1}, {0, 1}, {0.1, 1.1}, {-1, -1}, {-0.8, -1}};

    @Test
    void threeSeparateCloudsAreToldApart() {
        var probe = RidgeClassifier.fit(X, new int[] {7, 7, 3, 3, 40, 40}, 0.01);

        assertThat(probe.classes()).containsExactly(3, 7, 40);
        assertThat(probe.predict(new double[][] {{2, 0}, {0, 2}, {-3, -3}})).containsExactly(7, 3, 40);
    }

    @Test
    void oneClassIsNothingToTellApart() {
        assertThatThrownBy(() -> RidgeClassifier.fit(X, new int[] {1, 1, 1, 1, 1, 1}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a classifier needs at least 2 classes, got 1");
    }
}
