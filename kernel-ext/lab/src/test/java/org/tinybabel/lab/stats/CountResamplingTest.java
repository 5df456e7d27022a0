package org.tinybabel.lab.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.hipparchus.stat.StatUtils;
import org.junit.jupiter.api.Test;

class CountResamplingTest {

    private static final long[][] COUNTS = {{30, 70}, {50, 50}};

    private static double difference(long[][] counts) {
        return counts[0][0] / 100.0 - counts[1][0] / 100.0;
    }

    @Test
    void theBootstrapOfADifferenceOfSharesIsThatOfNormalTheory() {
        var interval = CountResampling.bootstrap(COUNTS, 4000, 1, CountResamplingTest::difference);
        var deviation = Math.sqrt(0.3 * 0.7 / 100 + 0.5 * 0.5 / 100);

        assertThat(interval.mean()).isCloseTo(-0.2, within(1e-12));
        assertThat(interval.high() - interval.low()).isCloseTo(2 * 1.96 * deviation, within(0.02));
        assertThat(interval).isEqualTo(CountResampling.bootstrap(COUNTS, 4000, 1, CountResamplingTest::difference));
    }

    @Test
    void fromOnePoolNothingDiffersOnAverage() {
        var pooled = CountResampling.pooled(COUNTS, 4000, 1, CountResamplingTest::difference);
        var permuted = CountResampling.permuted(COUNTS, 4000, 1, CountResamplingTest::difference);
        var deviation = Math.sqrt(2 * 0.4 * 0.6 / 100);

        assertThat(StatUtils.mean(pooled)).isCloseTo(0, within(0.005));
        assertThat(StatUtils.mean(permuted)).isCloseTo(0, within(0.005));
        assertThat(Math.sqrt(StatUtils.variance(pooled))).isCloseTo(deviation, within(0.003));
        assertThat(Math.sqrt(StatUtils.variance(permuted))).isCloseTo(deviation, within(0.003));
    }

    @Test
    void aPermutationKeepsAllTotals() {
        var counts = new long[][] {{3, 0, 2}, {4, 9, 1}};
        CountResampling.permuted(counts, 50, 1, dealt -> {
            assertThat(Arrays.stream(dealt[0]).sum()).isEqualTo(5);
            assertThat(Arrays.stream(dealt[1]).sum()).isEqualTo(14);
            assertThat(dealt[0][1] + dealt[1][1]).isEqualTo(9);
            return 0;
        });
    }

    @Test
    void categoriesWithoutCountsAreNeverDrawn() {
        CountResampling.bootstrap(new long[][] {{0, 5, 0, 5, 0}}, 50, 1, drawn -> {
            assertThat(drawn[0][0] + drawn[0][2] + drawn[0][4]).isZero();
            return 0;
        });
    }

    @Test
    void emptySamplesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CountResampling.bootstrap(new long[][] {{0, 0}}, 10, 1, counts -> 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CountResampling.pooled(new long[][] {{1, -1}}, 10, 1, counts -> 0));
        assertThatIllegalArgumentException().isThrownBy(() -> CountResampling.permuted(COUNTS, 0, 1, counts -> 0));
    }
}
