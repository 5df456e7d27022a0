package org.tinybabel.cli.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BalancedWeeksTest {

    private static List<List<Integer>> balanced(int weeks, Integer... minutes) {
        return BalancedWeeks.of(List.of(minutes), item -> item, weeks);
    }

    private static int sum(List<Integer> week) {
        return week.stream().mapToInt(Integer::intValue).sum();
    }

    @Test
    void theHeaviestWeekIsAsLightAsItCanBe() {
        assertThat(balanced(2, 1, 2, 3, 4, 5)).containsExactly(List.of(1, 2, 3), List.of(4, 5));
        assertThat(balanced(3, 9, 1, 1, 1, 9)).containsExactly(List.of(9), List.of(1, 1, 1), List.of(9));
    }

    @Test
    void anEvenerCutWithAHeavierWeekIsNotTaken() {
        // 6, 2, 3 has the smaller sum of squares.
        assertThat(balanced(3, 1, 5, 2, 3)).containsExactly(List.of(1), List.of(5), List.of(2, 3));
    }

    @Test
    void theOthersAreAsEvenAsTheyCanBe() {
        assertThat(balanced(3, 10, 1, 1, 1, 1)).containsExactly(List.of(10), List.of(1, 1), List.of(1, 1));
    }

    @Test
    void noWeekIsEmpty() {
        assertThat(balanced(5, 3, 4)).containsExactly(List.of(3), List.of(4));
        assertThat(balanced(5)).isEmpty();
        assertThat(balanced(2, 0, 0, 0)).hasSize(2).allSatisfy(week -> assertThat(week)
                .isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noOtherCutHasALighterHeaviestWeekOrIsMoreEven(long seed) {
        var random = new Random(seed);
        var minutes = random.ints(9, 1, 50).boxed().toList();
        var weeks = 2 + random.nextInt(4);

        var found = BalancedWeeks.of(minutes, item -> item, weeks);

        assertThat(found.stream().flatMap(List::stream)).containsExactlyElementsOf(minutes);
        var cost = cost(found);
        assertThat(allCuts(minutes, weeks).map(BalancedWeeksTest::cost)).allMatch(other -> other >= cost);
    }

    /** Orders cuts by the heaviest week, then by the squares. */
    private static long cost(List<List<Integer>> weeks) {
        var heaviest = weeks.stream().mapToLong(BalancedWeeksTest::sum).max().orElse(0);
        return heaviest * 1_000_000
                + weeks.stream().mapToLong(week -> (long) sum(week) * sum(week)).sum();
    }

    private static Stream<List<List<Integer>>> allCuts(List<Integer> minutes, int weeks) {
        if (weeks == 1) {
            return Stream.of(List.of(minutes));
        }
        return Stream.iterate(1, first -> first <= minutes.size() - weeks + 1, first -> first + 1)
                .flatMap(first -> allCuts(minutes.subList(first, minutes.size()), weeks - 1)
                        .map(rest -> Stream.concat(Stream.of(minutes.subList(0, first)), rest.stream())
                                .toList()));
    }
}
