package org.tinybabel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotebookChoiceTest {

    private static Path notebook(int number) {
        return Path.of(number + ".ipynb");
    }

    /** So many notebooks, of which these have changed. */
    private static Map<Path, List<String>> notebooks(int count, Integer... changed) {
        var changes = new LinkedHashMap<Path, List<String>>();
        IntStream.range(0, count)
                .forEach(i -> changes.put(
                        notebook(i),
                        Arrays.asList(changed).contains(i)
                                ? List.of("JDK 21 instead of 17", "the data papers changed")
                                : List.of()));
        return changes;
    }

    @Test
    void withoutAChangeThreeRun() {
        assertThat(new NotebookChoice(0, false).reasons(notebooks(11)))
                .containsOnlyKeys(notebook(0), notebook(1), notebook(2))
                .allSatisfy((file, why) -> assertThat(why).isEqualTo("it is its turn, -Dnotebooks.turn=0"));
    }

    @Test
    void theNextTurnBeginsWhereThisOneEndsAndGoesRound() {
        assertThat(new NotebookChoice(1, false).reasons(notebooks(11)))
                .containsOnlyKeys(notebook(3), notebook(4), notebook(5));
        assertThat(new NotebookChoice(3, false).reasons(notebooks(11)))
                .containsOnlyKeys(notebook(9), notebook(10), notebook(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 9, 11, 31})
    void allHaveHadTheirTurnAfterAThirdAsManyTurns(int count) {
        var had = new HashSet<Path>();
        for (var turn = 20_000; turn < 20_000 + (count + 2) / 3; turn++) {
            had.addAll(new NotebookChoice(turn, false).reasons(notebooks(count)).keySet());
        }

        assertThat(had).hasSize(count);
    }

    @Test
    void changedNotebooksRunBesidesThreeOthers() {
        var reasons = new NotebookChoice(0, false).reasons(notebooks(11, 1, 7));

        assertThat(reasons).containsOnlyKeys(notebook(0), notebook(1), notebook(2), notebook(3), notebook(7));
        assertThat(reasons.get(notebook(1))).isEqualTo("JDK 21 instead of 17; the data papers changed");
    }

    @Test
    void allRunWhenAllAreAskedFor() {
        assertThat(new NotebookChoice(0, true).reasons(notebooks(11, 7)))
                .hasSize(11)
                .containsEntry(notebook(10), "all run")
                .containsEntry(notebook(7), "JDK 21 instead of 17; the data papers changed");
    }

    @Test
    void withoutANumberEachDayHasItsTurn() {
        var evening = Instant.parse("1970-01-03T23:59:59Z");

        assertThat(NotebookChoice.of("", "", evening)).isEqualTo(new NotebookChoice(2, false));
        assertThat(NotebookChoice.of("all", "7", evening)).isEqualTo(new NotebookChoice(7, true));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NotebookChoice.of("01", "", evening))
                .withMessageContaining("got \"01\"");
    }
}
