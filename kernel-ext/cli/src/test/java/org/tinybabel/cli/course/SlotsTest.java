package org.tinybabel.cli.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlotsTest {

    @Test
    void aLessonIsUsuallyDividedAsPlanned() {
        assertThat(Slots.forRun(1)).isEqualTo(new Slots(10, 15, 20, 25, 15, 5));
        assertThat(Slots.forRun(15)).isEqualTo(Slots.forRun(0));
    }

    @Test
    void aLongExperimentTakesItsTimeFromTheExerciseFirst() {
        assertThat(Slots.forRun(25)).isEqualTo(new Slots(10, 15, 30, 15, 15, 5));
        assertThat(Slots.forRun(40)).isEqualTo(new Slots(10, 8, 45, 10, 12, 5));
    }

    @Test
    void slotsAlwaysAddUpAndNoneVanishes() {
        assertThat(IntStream.range(0, 300).mapToObj(Slots::forRun)).allSatisfy(slots -> {
            assertThat(slots.total()).isEqualTo(Slots.LESSON);
            assertThat(slots.question()).isGreaterThanOrEqualTo(5);
            assertThat(slots.exercise()).isGreaterThanOrEqualTo(10);
        });
    }

    @Test
    void anExperimentThatFitsIsToldFromOneThatDoesNot() {
        assertThat(Slots.forRun(47).hasTimeFor(47)).isTrue();
        assertThat(Slots.forRun(48).hasTimeFor(48)).isFalse();
    }
}
