package org.tinybabel.lab.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OddsRatioTest {

    @Test
    void oneStratumIsTheCrossProductWithWoolfsInterval() {
        var ratio = OddsRatio.mantelHaenszel(new long[][] {{10, 20}, {5, 40}});
        var deviation = Math.sqrt(1 / 10.0 + 1 / 20.0 + 1 / 5.0 + 1 / 40.0);

        assertThat(ratio.mean()).isCloseTo(4, within(1e-12));
        assertThat(Math.log(ratio.high() / 4)).isCloseTo(1.959964 * deviation, within(1e-5));
        assertThat(Math.log(4 / ratio.low())).isCloseTo(1.959964 * deviation, within(1e-5));
    }

    @Test
    void strataTurnSimpsonsParadoxRound() {
        // In each stratum the first row has the higher odds; added up, the lower.
        var young = new long[][] {{2, 98}, {1, 199}};
        var old = new long[][] {{15, 5}, {140, 60}};

        assertThat(OddsRatio.mantelHaenszel(new long[][] {{17, 103}, {141, 259}})
                        .mean())
                .isLessThan(1);
        assertThat(OddsRatio.mantelHaenszel(young, old).mean()).isGreaterThan(1);
    }

    @Test
    void anEmptyStratumChangesNothing() {
        var table = new long[][] {{10, 20}, {5, 40}};

        assertThat(OddsRatio.mantelHaenszel(table, new long[2][2])).isEqualTo(OddsRatio.mantelHaenszel(table));
    }

    @Test
    void whatHasNoRatioIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> OddsRatio.mantelHaenszel(new long[][] {{1, 0}, {0, 1}}));
        assertThatIllegalArgumentException().isThrownBy(() -> OddsRatio.mantelHaenszel());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OddsRatio.mantelHaenszel(new long[][] {{1, 2, 3}, {1, 2, 3}}));
        assertThatIllegalArgumentException().isThrownBy(() -> OddsRatio.mantelHaenszel(new long[][] {{1, -2}, {1, 2}}));
    }
}
