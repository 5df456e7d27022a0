package org.tinybabel.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The list of papers agrees with itself, with the notebooks, and with the README. */
class PapersTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern FIELD = Pattern.compile("\"([^\"]*)\"|([^,]+)");

    /** One row of the table. */
    private record Paper(
            String number,
            String slug,
            String title,
            String authors,
            String year,
            String venue,
            String arxiv,
            String status) {

        /** The row in the README. */
        String readmeRow() {
            var notebook = "notebooks/" + number + "-" + slug + ".ipynb";
            var name = status.equals("done") ? "[" + title + "](" + notebook + ")" : title;
            var first = authors.contains(",") ? authors.substring(0, authors.indexOf(',')) + " et al." : authors;
            return "| %s | %s | %s, %s | [%s](https://arxiv.org/abs/%s) | %s |"
                    .formatted(number, name, first, year, arxiv, arxiv, status);
        }
    }

    @Test
    void thereAreThirtyPapersInOrder() throws IOException {
        assertThat(papers())
                .extracting(Paper::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 30).mapToObj("%02d"::formatted).toList());
        assertThat(papers()).extracting(Paper::slug).doesNotHaveDuplicates().allMatch(s -> s.matches("[a-z-]+"));
        assertThat(papers()).extracting(Paper::arxiv).doesNotHaveDuplicates();
    }

    @Test
    void theYearIsThatOfTheArxivIdentifier() throws IOException {
        assertThat(papers()).allSatisfy(paper -> assertThat(paper.arxiv())
                .matches("\\d{4}\\.\\d{5}")
                .startsWith(paper.year().substring(2)));
    }

    @Test
    void aPaperIsDoneExactlyWhenItsNotebookExists() throws IOException {
        assertThat(papers()).allSatisfy(paper -> {
            assertThat(paper.status()).isIn("done", "planned");
            var notebook = ROOT.resolve("notebooks/" + paper.number() + "-" + paper.slug() + ".ipynb");
            assertThat(Files.exists(notebook))
                    .as(notebook.toString())
                    .isEqualTo(paper.status().equals("done"));
        });
    }

    @Test
    void theReadmeShowsTheSameTable() throws IOException {
        var rows = Files.readString(ROOT.resolve("README.md"))
                .lines()
                .filter(line -> line.matches("\\| \\d\\d \\|.*"))
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(
                        papers().stream().map(Paper::readmeRow).toList());
    }

    private static List<Paper> papers() throws IOException {
        return new String(Datasets.open("papers").readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(PapersTest::parse)
                .toList();
    }

    private static Paper parse(String line) {
        var f = FIELD.matcher(line).results().map(PapersTest::content).toList();
        assertThat(f).as(line).hasSize(8);
        return new Paper(f.get(0), f.get(1), f.get(2), f.get(3), f.get(4), f.get(5), f.get(6), f.get(7));
    }

    private static String content(MatchResult field) {
        return field.group(1) != null ? field.group(1) : field.group(2);
    }
}
