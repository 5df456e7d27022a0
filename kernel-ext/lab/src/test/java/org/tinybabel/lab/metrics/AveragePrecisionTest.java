package org.tinybabel.lab.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AveragePrecisionTest {

    @Test
    void isTheMeanPrecisionAtThePositives() {
        assertThat(AveragePrecision.of(new double[] {.9, .8, .1}, new boolean[] {true, false, true}))
                .isCloseTo((1 + 2 / 3.0) / 2, within(1e-15));
    }

    @Test
    void isOneOnlyIfAllPositivesComeFirst() {
        assertThat(AveragePrecision.of(new double[] {1, 3, 2}, new boolean[] {false, true, true}))
                .isEqualTo(1);
        assertThat(AveragePrecision.of(new double[] {1, 3, 2}, new boolean[] {true, true, false}))
                .isCloseTo((1 + 2 / 3.0) / 2, within(1e-15));
    }

    @Test
    void examplesWithEqualScoresKeepTheirOrder() {
        assertThat(AveragePrecision.of(new double[] {0, 0, 0}, new boolean[] {false, false, true}))
                .isCloseTo(1 / 3.0, within(1e-15));
        assertThat(AveragePrecision.of(new double[] {0, -0.0, 0}, new boolean[] {true, false, false}))
                .isEqualTo(1);
    }

    @Test
    void aScoreThatMeansNothingHasAboutTheShareOfPositives() {
        var random = new Random(1);
        var scores = random.doubles(4000).toArray();
        var positive = new boolean[4000];
        for (var i = 0; i < positive.length; i++) {
            positive[i] = i % 5 == 0;
        }
        assertThat(AveragePrecision.of(scores, positive)).isCloseTo(0.2, within(0.02));
    }

    @Test
    void everyClassAgainstAllOthersEqualsOneByOne() {
        var random = new Random(2);
        var rows = new double[60][4];
        var classes = new int[60];
        for (var i = 0; i < 60; i++) {
            rows[i] = random.doubles(4).map(x -> Math.max(0, x - 0.5)).toArray(); // many ties at 0
            classes[i] = random.nextInt(3);
        }
        var all = AveragePrecision.perClass(rows, classes, 3);
        for (var k = 0; k < 3; k++) {
            for (var c = 0; c < 4; c++) {
                var scores = new double[60];
                var positive = new boolean[60];
                for (var i = 0; i < 60; i++) {
                    scores[i] = rows[i][c];
                    positive[i] = classes[i] == k;
                }
                assertThat(all[k][c]).isCloseTo(AveragePrecision.of(scores, positive), within(1e-12));
            }
        }
    }

    @Test
    void badInputIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AveragePrecision.of(new double[] {1}, new boolean[] {true, false}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AveragePrecision.of(new double[] {1, 2}, new boolean[2]))
                .withMessageContaining("no example is positive");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AveragePrecision.of(new double[] {1, Double.NaN}, new boolean[] {true, false}))
                .withMessageContaining("score 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AveragePrecision.perClass(new double[2][3], new int[] {0, 2}, 2))
                .withMessageContaining("got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AveragePrecision.perClass(new double[2][3], new int[] {0, 0}, 2))
                .withMessageContaining("class 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AveragePrecision.perClass(new double[2][3], new int[] {0}, 1));
    }
}
