package org.tinybabel.lab.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class JensenShannonTest {

    @Test
    void theSameDistributionIsAtZeroAndOneWithoutAnythingInCommonAtOneBit() {
        assertThat(JensenShannon.bits(new double[] {0.2, 0.8}, new double[] {2, 8}))
                .isCloseTo(0, within(1e-15));
        assertThat(JensenShannon.bits(new long[] {3, 0}, new long[] {0, 5})).isCloseTo(1, within(1e-15));
    }

    @Test
    void itIsTheMeanDivergenceFromTheMiddle() {
        // p = (1, 0), q = (½, ½), m = (¾, ¼).
        var expected = 0.5 * Math.log(4 / 3.0) / Math.log(2) + 0.5 * (0.5 * Math.log(2 / 3.0) / Math.log(2) + 0.5);

        assertThat(JensenShannon.bits(new long[] {7, 0}, new long[] {4, 4})).isCloseTo(expected, within(1e-12));
        assertThat(JensenShannon.bits(new long[] {4, 4}, new long[] {7, 0})).isCloseTo(expected, within(1e-12));
    }

    @Test
    void whatIsNoDistributionIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> JensenShannon.bits(new double[2], new double[] {1, 1}));
        assertThatIllegalArgumentException().isThrownBy(() -> JensenShannon.bits(new long[] {1}, new long[] {1, 1}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JensenShannon.bits(new double[] {2, -1}, new double[] {1, 1}));
    }
}
