package org.tinybabel.lab.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HuberTest {

    private final Huber huber = new Huber(0.5);

    @Test
    void itIsAParabolaInsideAndALineOutside() {
        assertThat(huber.value(0.4)).isCloseTo(0.08, within(1e-15));
        assertThat(huber.value(-0.5)).isCloseTo(0.125, within(1e-15));
        assertThat(huber.value(3)).isCloseTo(0.5 * 2.75, within(1e-15));
        assertThat(huber.value(-3)).isEqualTo(huber.value(3));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-2, -0.5, -0.3, 0, 0.1, 0.7})
    void theDerivativeIsThatOfTheValue(double residual) {
        var slope = new CentralDifferences(x -> huber.value(x[0])).value(new double[] {residual})[0];

        assertThat(huber.derivative(residual)).isCloseTo(slope, within(1e-5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void deltaMustBeAPositiveNumber(double delta) {
        assertThatThrownBy(() -> new Huber(delta))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("got " + delta);
    }
}
