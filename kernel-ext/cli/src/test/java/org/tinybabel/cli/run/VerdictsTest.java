package org.tinybabel.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.tinybabel.kernel.notebook.Notebook;
import org.tinybabel.kernel.notebook.NotebookFormatException;

class VerdictsTest {

    private static final double TOLERANCE = 0.1;

    @Test
    void theSameVerdictsDoNotDiffer() throws NotebookFormatException {
        var stored = verdicts("{'id': 'C1', 'mean': 0.9, 'low': 0.8, 'high': 0.95, 'verdict': 'reproduced'}");

        assertThat(stored.differences(stored, 0)).isEmpty();
    }

    @Test
    void anotherVerdictIsADifferenceHoweverCloseTheNumbers() throws NotebookFormatException {
        var stored = verdicts("{'id': 'C1', 'mean': 0.9, 'verdict': 'reproduced'}");
        var fresh = verdicts("{'id': 'C1', 'mean': 0.9, 'verdict': 'out of scope'}");

        assertThat(stored.differences(fresh, TOLERANCE))
                .containsExactly("C1: stored as \"reproduced\", now \"out of scope\"");
    }

    @Test
    void aMeanMayMoveInsideItsIntervalOrByTheTolerance() throws NotebookFormatException {
        var stored = verdicts("{'id': 'C1', 'mean': 0.5, 'low': 0.3, 'high': 0.7, 'verdict': 'reproduced'}");

        assertThat(stored.differences(with(0.31), 0)).isEmpty();
        assertThat(stored.differences(with(0.72), 0.4)).isEmpty();
        assertThat(stored.differences(with(0.72), TOLERANCE)).containsExactly("C1: stored mean 0.5, now 0.72");
        assertThat(stored.differences(with(0.72), Double.POSITIVE_INFINITY)).isEmpty();
    }

    private static Verdicts with(double mean) throws NotebookFormatException {
        return verdicts("{'id': 'C1', 'mean': %s, 'verdict': 'reproduced'}".formatted(mean));
    }

    @Test
    void claimsThatCameOrWentAreDifferences() throws NotebookFormatException {
        var stored = verdicts("{'id': 'C1', 'verdict': 'reproduced'}");
        var fresh = verdicts("{'id': 'C2', 'verdict': 'reproduced'}");

        assertThat(stored.differences(fresh, TOLERANCE))
                .containsExactly(
                        "C1: stored as \"reproduced\", and now there is no such claim",
                        "C2: not stored, now \"reproduced\"");
    }

    @Test
    void whenVerdictsAreShownTwiceTheLastOnesCount() throws NotebookFormatException {
        var shownTwice =
                Notebook.parse(notebook("{'id': 'C1'}", "{'id': 'C1', 'verdict': 'reproduced'}"), "a notebook");

        assertThat(Verdicts.of(shownTwice).byClaim().get("C1").verdict()).isEqualTo("reproduced");
    }

    @Test
    void whatAControlAndItsSeedsSayIsRead() throws NotebookFormatException {
        var part = "{'parts': [{'seeds': %d}, {'seeds': 8}], 'outcome': 'holds'}";
        var entry = verdicts("{'id': 'C1', 'author': 'paper', 'computed_criterion': " + part.formatted(6)
                        + ", 'computed_control': " + part.formatted(4) + ", 'verdict': 'control does the same'}")
                .byClaim()
                .get("C1");

        assertThat(entry.controlled()).isTrue();
        assertThat(entry.fewestSeeds()).contains(4);
        assertThat(entry.author()).isEqualTo("paper");
        assertThat(verdicts("{'id': 'C1', 'verdict': 'reproduced'}")
                        .byClaim()
                        .get("C1")
                        .controlled())
                .isFalse();
    }

    @Test
    void verdictsOfANewerKitAreNotGuessed() throws NotebookFormatException {
        var newer = Notebook.parse(notebook("{'id': 'C1'}").replace("\"version\": 1", "\"version\": 3"), "a notebook");

        assertThatThrownBy(() -> Verdicts.of(newer)).hasMessageContaining("stored in version 3", "too old");
    }

    private static Verdicts verdicts(String entry) throws NotebookFormatException {
        return Verdicts.of(Notebook.parse(notebook(entry), "a notebook"));
    }

    private static String notebook(String... shown) {
        var outputs = java.util.Arrays.stream(shown)
                .map(("{'output_type': 'display_data', 'metadata': {}, 'data': "
                        + "{'application/vnd.tinybabel.verdicts+json': {'version': 1, 'verdicts': [%s]}}}")::formatted)
                .toList();
        return ("{'nbformat': 4, 'nbformat_minor': 5, 'metadata': {}, 'cells': [{'cell_type': 'code', 'id': 'a', "
                        + "'metadata': {}, 'execution_count': 1, 'source': [], 'outputs': " + outputs + "}]}")
                .replace('\'', '"');
    }
}
