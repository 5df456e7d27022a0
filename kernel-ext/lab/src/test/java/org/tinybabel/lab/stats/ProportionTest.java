package org.tinybabel.lab.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ProportionTest {

    @Test
    void wilsonsIntervalIsThatOfTheLiterature() {
        // Newcombe 1998, table of 15 of 148: 0.0624 to 0.1605.
        var interval = new Proportion(15, 148).wilson();

        assertThat(interval.low()).isCloseTo(0.0624, within(5e-5));
        assertThat(interval.high()).isCloseTo(0.1605, within(5e-5));
    }

    @Test
    void aShareOfNothingAndAShareOfAllHaveIntervalsWithinZeroToOne() {
        var none = new Proportion(0, 20).wilson();
        var all = new Proportion(20, 20).wilson();

        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(0.1611, within(5e-5));
        assertThat(all.high()).isEqualTo(1);
        assertThat(all.low()).isCloseTo(1 - none.high(), within(1e-12));
    }

    @Test
    void theIntervalOfADifferenceIsNewcombes() {
        // Newcombe 1998, example (a), method 10: 56/70 − 48/80.
        var difference = new Proportion(56, 70).minus(new Proportion(48, 80));

        assertThat(difference.mean()).isCloseTo(0.2, within(1e-12));
        assertThat(difference.low()).isCloseTo(0.0524, within(5e-5));
        assertThat(difference.high()).isCloseTo(0.3339, within(5e-5));
    }

    @Test
    void theIntervalOfADifferenceCoversTheTruthNinetyFiveTimesInAHundred() {
        var random = new Random(3);
        var covered = 0;
        for (var i = 0; i < 2000; i++) {
            var a = random.doubles(60).filter(x -> x < 0.3).count();
            var b = random.doubles(90).filter(x -> x < 0.1).count();
            covered += new Proportion(a, 60).minus(new Proportion(b, 90)).contains(0.2) ? 1 : 0;
        }
        assertThat(covered / 2000.0).isCloseTo(0.95, within(0.015));
    }

    @Test
    void worstCasesPutAllThatIsMissingOnOneSide() {
        var bounds = new Proportion(30, 80).worstCase(20);

        assertThat(bounds.mean()).isEqualTo(0.375);
        assertThat(bounds.low()).isEqualTo(0.3);
        assertThat(bounds.high()).isEqualTo(0.5);
        assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(1, 2).worstCase(-1));
    }

    @Test
    void whatIsNoShareIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(3, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(-1, 2));
    }
}
