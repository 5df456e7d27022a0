package org.tinybabel.cli.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinybabel.cli.run.Verdicts;
import org.tinybabel.kernel.notebook.Notebook;
import org.tinybabel.solutions.Solutions;

class FidelityPageTest {

    private static final Path NOTEBOOKS = Path.of("..", "..", "notebooks");
    private static final String TEXT =
            """
            # Fidelity of a test

            | claim | measure | paper | reference | why they differ |
            |---|---|---|---|---|
            | C1 | a gap | 2.08 | 0.2 [0.1, 0.3] | |
            | C2 | words | not asked | not measured | because |

            ## Where the toy departs
            """;

    private static Verdicts verdicts(double mean, double low, double high) {
        var found = new LinkedHashMap<String, Verdicts.Entry>();
        found.put(
                "C1", new Verdicts.Entry("One.", "reproduced", Optional.of(mean), Optional.of(low), Optional.of(high)));
        found.put(
                "C2", new Verdicts.Entry("Two.", "out of scope", Optional.empty(), Optional.empty(), Optional.empty()));
        return new Verdicts(found);
    }

    @ParameterizedTest
    @CsvSource({"0.25, 0.15, 0.35, true", "0.5, 0.4, 0.6, false", "-0.1, -0.4, 0.15, false"})
    void intervalsThatOverlapAndMeansOfOneSignAgree(double mean, double low, double high, boolean agrees) {
        assertThat(FidelityPage.rows(TEXT, verdicts(mean, low, high)).get(0).agrees())
                .contains(agrees);
    }

    @Test
    void twoIntervalsThatContainZeroAgreeWhateverTheirSigns() {
        var text = TEXT.replace("0.2 [0.1, 0.3]", "0.04 [-0.05, 0.14]");

        assertThat(FidelityPage.rows(text, verdicts(-0.02, -0.11, 0.06)).get(0).agrees())
                .contains(true);
    }

    @Test
    void theTableShowsPaperReferenceNotebookAndVerdict() {
        assertThat(FidelityPage.markdown(TEXT, verdicts(0.25, 0.15, 0.35)))
                .contains("| C1 | a gap | 2.08 | 0.2 [0.1, 0.3] | 0.25 [0.15, 0.35] | yes | reproduced |  |")
                .contains("| C2 | words | not asked | not measured | no number | – | out of scope | because |")
                .contains("## Where the toy departs");
    }

    @Test
    void aClaimThatTheNotebookDoesNotHaveIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FidelityPage.rows(TEXT.replace("| C2 |", "| C3 |"), verdicts(1, 0, 2)))
                .withMessageContaining("[C1, C3]")
                .withMessageContaining("[C1, C2]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FidelityPage.rows(TEXT.replace("0.2 [0.1, 0.3]", "about 0.2"), verdicts(1, 0, 2)))
                .withMessageContaining("about 0.2");
    }

    /** Every notebook that re-enacts a paper. */
    static List<String> papers() throws Exception {
        try (Stream<Path> files = Files.list(NOTEBOOKS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".ipynb") && !name.startsWith("00-"))
                    .map(name -> name.replace(".ipynb", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("papers")
    void everyPaperHasAPageAndADisagreementIsExplained(String id) throws Exception {
        var text = Solutions.fidelity(id);
        assertThat(text).as("solutions' fidelity page of " + id).isPresent();
        var verdicts = Verdicts.of(Notebook.read(NOTEBOOKS.resolve(id + ".ipynb")));

        assertThat(FidelityPage.rows(text.get(), verdicts)).allSatisfy(row -> {
            assertThat(row.measure()).isNotBlank();
            assertThat(row.paper()).isNotBlank();
            if (!row.agrees().orElse(true)) {
                assertThat(row.why())
                        .as("why %s differs from its reference", row.claim())
                        .isNotBlank();
            }
        });
        assertThat(text.get()).contains("## Where the toy departs from the paper, and why");
        assertThat(FidelityPage.html(text.get(), verdicts)).contains("<table", "<h1");
    }
}
