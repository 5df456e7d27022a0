package org.tinybabel.lab.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PermutationNullTest {

    private static final int[] LABELS = {1, 1, 1, 1, 0, 0, 0, 0};

    private static double hitsOfTheFirstFour(int[] labels) {
        return Arrays.stream(labels).limit(4).sum() / 4.0;
    }

    @Test
    void permutationsKeepTheLabelsAndLoseTheirOrder() {
        var result = PermutationNull.of(LABELS, 2000, 1, labels -> {
            assertThat(Arrays.stream(labels).sum()).isEqualTo(4);
            return hitsOfTheFirstFour(labels);
        });

        assertThat(result.observed()).isEqualTo(1);
        assertThat(result.chance()).isCloseTo(0.5, within(0.02));
        assertThat(result.excess()).isCloseTo(0.5, within(0.02));
        assertThat(result.pValue()).isCloseTo(1 / 70.0, within(0.01)); // 1 of the 8 over 4 orders
        assertThat(LABELS).containsExactly(1, 1, 1, 1, 0, 0, 0, 0);
    }

    @Test
    void theNullHoldsWhatChoosingTheLargestGains() {
        var random = new Random(3);
        var noise = new double[50][];
        Arrays.setAll(noise, i -> random.doubles(8).toArray());
        var result = PermutationNull.of(LABELS, 200, 1, labels -> Arrays.stream(noise)
                .mapToDouble(row -> IntStream.range(0, 8)
                        .mapToDouble(i -> row[i] * (labels[i] - 0.5))
                        .sum())
                .max()
                .orElseThrow());

        assertThat(result.observed()).isGreaterThan(0.5); // looks like something
        assertThat(Math.abs(result.excess())).isLessThan(0.3);
    }

    @Test
    void equalSeedsGiveEqualNulls() {
        var one = PermutationNull.of(LABELS, 20, 5, PermutationNullTest::hitsOfTheFirstFour);

        assertThat(PermutationNull.of(LABELS, 20, 5, PermutationNullTest::hitsOfTheFirstFour))
                .isEqualTo(one);
        assertThat(PermutationNull.of(LABELS, 20, 6, PermutationNullTest::hitsOfTheFirstFour))
                .isNotEqualTo(one);
    }

    @Test
    void aNullNeedsPermutations() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PermutationNull.of(LABELS, 0, 5, PermutationNullTest::hitsOfTheFirstFour));
        assertThatIllegalArgumentException().isThrownBy(() -> new PermutationNull(1, List.of()));
    }
}
