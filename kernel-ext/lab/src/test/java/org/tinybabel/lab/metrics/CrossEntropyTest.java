package org.tinybabel.lab.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CrossEntropyTest {

    private static final double[] LOG_Q = {Math.log(0.25), Math.log(0.75)};

    @Test
    void theRealisedLossIsThatOfTheWordThatCame() {
        assertThat(CrossEntropy.realised(LOG_Q, 0)).isCloseTo(Math.log(4), within(1e-12));
    }

    @Test
    void theExpectedLossIsTheMeanOfTheRealisedOnes() {
        var p = new double[] {0.4, 0.6};

        assertThat(CrossEntropy.expected(p, LOG_Q))
                .isCloseTo(
                        0.4 * CrossEntropy.realised(LOG_Q, 0) + 0.6 * CrossEntropy.realised(LOG_Q, 1), within(1e-12));
    }

    @Test
    void aWordThatCannotComeAddsNothing() {
        assertThat(CrossEntropy.expected(new double[] {1, 0}, new double[] {0, Double.NEGATIVE_INFINITY}))
                .isZero();
    }

    @Test
    void distributionsOfDifferentLengthAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> CrossEntropy.expected(new double[3], LOG_Q));
    }
}
