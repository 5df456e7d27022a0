package org.tinybabel.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class IntervalTest {

    private final Interval interval = new Interval(0.959, 0.953, 0.965);

    @Test
    void readsAsMeanAndRange() {
        assertThat(interval).hasToString("0.959 [0.953, 0.965]");
    }

    @Test
    void itsNumbersHaveTheSameDecimals() {
        assertThat(new Interval(0.12553, 0.0375, 0.2135)).hasToString("0.1255 [0.0375, 0.2135]");
        assertThat(new Interval(70, 60, 80)).hasToString("70 [60, 80]");
    }

    @Test
    void liesAboveOrBelowABoundOnlyAsAWhole() {
        assertThat(interval.above(0.95).holds()).isTrue();
        assertThat(interval.above(0.953).holds()).isFalse();
        assertThat(interval.below(0.97).holds()).isTrue();
        assertThat(interval.below(0.96).holds()).isFalse();
    }

    @Test
    void containsItsEnds() {
        assertThat(interval.contains(0.953)).isTrue();
        assertThat(interval.contains(0.965)).isTrue();
        assertThat(interval.contains(0.9651)).isFalse();
    }

    @Test
    void rejectsEndsOutOfOrder() {
        assertThatThrownBy(() -> new Interval(1, 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an interval needs low <= mean <= high, got low 2.0, mean 1.0, high 3.0");
    }
}
