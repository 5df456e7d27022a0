package org.tinybabel.grader.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MatrixPageTest {

    @TempDir
    private Path folder;

    @Test
    void thePagesSayInWordsWhichTestRejectsWhichAnswer() throws IOException {
        var proof = MadeExercise.in(folder).prove(MadeExercise.TESTS);
        var pages = folder.resolve("pages");

        MatrixPage.write(pages, List.of(proof), Map.of());

        var page = Files.readString(pages.resolve("98-halving.html"));
        assertThat(page)
                .contains(
                        "<html lang=\"en\">",
                        "<caption>Wrong answers (rows)",
                        "<th scope=\"row\"><code>a-absolute</code></th>",
                        "aria-label=\"rejected, as named, by this test alone\">✗!</span>",
                        "aria-label=\"passes\">·</span>",
                        "<h2>Legend</h2>",
                        "halves two<br><code>HalvingChecks.halfOfTwo</code>",
                        ">teachers</td>")
                .doesNotContain("<h2>Faults</h2>");
        assertThat(Files.readString(pages.resolve("index.html")))
                .contains("<a href=\"98-halving.html\">98-halving</a>", "✓ proved");
    }

    @Test
    void faultsAreListed() throws IOException {
        var made = MadeExercise.in(folder);
        made.wrong(MadeExercise.returning("a-other", "x / 2 + 0"));

        assertThat(MatrixPage.of(made.prove(MadeExercise.TESTS), Optional.empty()))
                .contains("<h2>Faults</h2>", "<li>No test names the wrong answer a-other</li>");
    }
}
