package org.tinybabel.cli.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tinybabel.cli.course.Lessons.unit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WeekPlanTest {

    static Stream<Arguments> courses() {
        return IntStream.of(0, 3, 9, 30).boxed().flatMap(n -> Course.WEEKS.stream()
                .flatMap(weeks -> IntStream.range(0, 5).mapToObj(seed -> Arguments.of(n, weeks, seed))));
    }

    private static List<String> numbers(List<CourseUnit> units) {
        return units.stream().map(unit -> unit.lesson().number()).toList();
    }

    @ParameterizedTest
    @MethodSource("courses")
    void everyNotebookIsReadAfterThoseItNeedsOrListedAsLeftOut(int n, int weeks, int seed) {
        var units = Lessons.random(n, seed);

        var plan = WeekPlan.of(units, weeks, Course.WORKLOAD);

        var before = new HashSet<String>();
        for (var unit : plan.read()) {
            assertThat(before).containsAll(unit.lesson().prerequisites());
            before.add(unit.lesson().number());
        }
        var all = new ArrayList<>(plan.read());
        plan.leftOut().forEach(one -> all.add(one.unit()));
        assertThat(all).containsExactlyInAnyOrderElementsOf(units);
    }

    @ParameterizedTest
    @MethodSource("courses")
    void noWeekIsFullerThanTheWorkloadAllows(int n, int weeks, int seed) {
        var plan = WeekPlan.of(Lessons.random(n, seed), weeks, Course.WORKLOAD);

        assertThat(plan.taught()).hasSizeLessThanOrEqualTo(weeks).allSatisfy(week -> {
            assertThat(week).isNotEmpty();
            assertThat(WeekPlan.minutes(week)).isLessThanOrEqualTo(Course.WORKLOAD.total());
        });
        var taught = plan.taught().stream().mapToInt(WeekPlan::minutes).sum();
        assertThat(taught)
                .isEqualTo(plan.read().stream()
                        .mapToInt(unit -> unit.lesson().minutes().total())
                        .sum());
    }

    @ParameterizedTest
    @MethodSource("courses")
    void anExerciseNeverComesBeforeItsWalkThroughAndEachIsDueOnce(int n, int weeks, int seed) {
        var plan = WeekPlan.of(Lessons.random(n, seed), weeks, Course.WORKLOAD);

        var blocks = plan.taught().stream().flatMap(List::stream).toList();
        for (var i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).part() == WeekPlan.Part.EXERCISE) {
                assertThat(blocks.get(i - 1))
                        .isEqualTo(new WeekPlan.Block(blocks.get(i).unit(), WeekPlan.Part.WALK_THROUGH));
            }
        }
        assertThat(WeekPlan.due(blocks)).doesNotHaveDuplicates().hasSameSizeAs(plan.read());
    }

    @ParameterizedTest
    @MethodSource("courses")
    void theOrderOfTheArgumentsDoesNotMatter(int n, int weeks, int seed) {
        var units = new ArrayList<>(Lessons.random(n, seed));
        var expected = WeekPlan.of(units, weeks, Course.WORKLOAD);

        Collections.shuffle(units, new Random(1));

        assertThat(WeekPlan.of(units, weeks, Course.WORKLOAD)).isEqualTo(expected);
    }

    @Test
    void aShortCourseLeavesOutWhatFindsNoRoomAndWhatNeedsIt() {
        var units = List.of(
                unit("01", 60, 1, 60),
                unit("02", 60, 1, 139, "01"),
                unit("03", 60, 1, 60, "02"),
                unit("04", 30, 1, 30));

        var plan = WeekPlan.of(units, 1, new WeekPlan.Workload(90, 110));

        assertThat(numbers(plan.read())).containsExactly("01", "04");
        assertThat(plan.leftOut().get(0).needs()).isEmpty();
        assertThat(plan.leftOut().get(1).needs()).contains(units.get(1));
    }

    @Test
    void aCourseWithMoreWeeksThanNotebooksGivesALongOneTwoWeeksAndLeavesTheRestFree() {
        var plan = WeekPlan.of(List.of(unit("00", 5, 1, 5), unit("01", 45, 1, 60, "00")), 10, Course.WORKLOAD);

        assertThat(plan.taught().stream().map(WeekPlan::minutes)).containsExactly(11, 46, 60);
    }

    @Test
    void aNotebookThatIsLongerThanAWeekTakesTwo() {
        var plan = WeekPlan.of(List.of(unit("01", 150, 1, 200), unit("02", 10, 1, 10)), 2, Course.WORKLOAD);

        assertThat(plan.taught().stream().map(WeekPlan::minutes)).containsExactly(151, 221);
    }

    @Test
    void prerequisitesThatHaveNoOrderAreNamed() {
        assertThatThrownBy(() -> TeachingOrder.of(List.of(unit("01", 1, 1, 1, "02"), unit("02", 1, 1, 1, "01"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("these notebooks need each other: 01, 02");
        assertThatThrownBy(() -> TeachingOrder.of(List.of(unit("01", 1, 1, 1, "07"))))
                .hasMessage("01-made-up needs notebook 07, which is not there");
        assertThatThrownBy(() -> TeachingOrder.of(List.of(unit("01", 1, 1, 1), unit("01", 2, 2, 2))))
                .hasMessageContaining("number 01");
    }
}
