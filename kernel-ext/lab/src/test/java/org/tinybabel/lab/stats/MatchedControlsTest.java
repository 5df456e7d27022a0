package org.tinybabel.lab.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MatchedControlsTest {

    @Test
    void everyUnitReceivesTheNearestOther() {
        var values = new double[] {5, 1, 1.2, 5.5, 0, 9};

        assertThat(MatchedControls.nearest(values, new int[] {0, 1}, 3)).containsExactly(3, 2);
    }

    @Test
    void nobodyIsTakenTwiceAndNobodyUnderStudyIsTaken() {
        var values = new Random(1).doubles(96).toArray();
        var studied = IntStream.range(0, 30).map(i -> 3 * i).toArray();

        var controls = MatchedControls.nearest(values, studied, 7);

        assertThat(controls).hasSize(30).doesNotHaveDuplicates().doesNotContain(studied);
        assertThat(mean(values, controls)).isCloseTo(mean(values, studied), within(0.05));
    }

    private static double mean(double[] values, int[] units) {
        return Arrays.stream(units).mapToDouble(i -> values[i]).average().orElseThrow();
    }

    @Test
    void whoChoosesFirstDependsOnTheSeedAlone() {
        var values = new double[] {1, 1, 1.1, 3, 7, 8};
        var studied = new int[] {0, 1};

        assertThat(MatchedControls.nearest(values, studied, 4)).isEqualTo(MatchedControls.nearest(values, studied, 4));
        assertThat(IntStream.range(0, 20)
                        .mapToObj(seed -> MatchedControls.nearest(values, studied, seed)[0])
                        .distinct())
                .containsExactlyInAnyOrder(2, 3);
    }

    @Test
    void ofTwoEquallyNearOnesTheFirstIsTaken() {
        assertThat(MatchedControls.nearest(new double[] {3, 2, 1}, new int[] {1}, 0))
                .containsExactly(0);
    }

    @Test
    void badInputIsRefused() {
        var values = new double[] {1, 2, 3, 4};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MatchedControls.nearest(values, new int[] {0, 1, 2}, 0))
                .withMessageContaining("at most half");
        assertThatIllegalArgumentException().isThrownBy(() -> MatchedControls.nearest(values, new int[] {1, 1}, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> MatchedControls.nearest(values, new int[] {4}, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MatchedControls.nearest(new double[] {1, Double.NaN}, new int[] {0}, 0))
                .withMessageContaining("finite");
    }
}
