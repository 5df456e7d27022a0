package org.tinybabel.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tinybabel.kernel.notebook.Notebook;

class NotebookPageTest {

    private final JsonArray cells = new JsonArray();

    private String page() {
        var json = JsonParser.parseString("{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": {}}")
                .getAsJsonObject();
        json.add("cells", cells);
        return NotebookPage.render(new Notebook(json), "A <notebook>");
    }

    private void markdown(String source) {
        var cell = new JsonObject();
        cell.addProperty("cell_type", "markdown");
        cell.addProperty("source", source);
        cells.add(cell);
    }

    private void code(String source, String... outputs) {
        var cell = new JsonObject();
        cell.addProperty("cell_type", "code");
        cell.addProperty("source", source);
        cell.addProperty("execution_count", 3);
        var stored = new JsonArray();
        List.of(outputs).forEach(output -> stored.add(JsonParser.parseString(output)));
        cell.add("outputs", stored);
        cells.add(cell);
    }

    @Test
    void thePageHasALanguageATitleALandmarkAndASkipLink() {
        assertThat(page())
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .containsSubsequence(
                        "<title>A &lt;notebook&gt;</title>",
                        "<a class=\"skip\" href=\"#content\">Skip to the content</a>",
                        "<main id=\"content\">",
                        "</main>");
    }

    @Test
    void theNotebooksOwnTitleIsTheOnlyFirstHeading() {
        markdown("# Bigram subnetworks");

        assertThat(page()).containsOnlyOnce("<h1").contains("<h1 id=\"bigram-subnetworks\">Bigram subnetworks</h1>");
    }

    @Test
    void aNotebookWithoutATitleGetsOne() {
        markdown("Some words.");

        assertThat(page()).containsOnlyOnce("<h1").contains("<h1>A &lt;notebook&gt;</h1>");
    }

    @Test
    void sectionsCanBeJumpedToAndHaveNamesOfTheirOwn() {
        markdown("## Claims\n\n## Look at the data\n\n## Claims");

        assertThat(page())
                .containsSubsequence(
                        "<nav aria-label=\"Sections of this page\">",
                        "<a href=\"#claims\">Claims</a>",
                        "<a href=\"#look-at-the-data\">",
                        "<a href=\"#claims-2\">",
                        "<h2 id=\"claims\">",
                        "<h2 id=\"claims-2\">");
    }

    @Test
    void nothingOnThePageRunsOrLoads() {
        markdown("<script>alert(1)</script>");
        code("1", "{\"output_type\": \"display_data\", \"data\": {\"text/html\": \"<b>x</b>\"}}");

        assertThat(page())
                .contains("http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
                .doesNotContain("src=\"http", "<link");
    }

    @Test
    void markdownTablesAndFormulasAreRendered() {
        markdown("| id | measure |\n|---|---|\n| C1 | $P(w_{i+1}\\mid w_i)$ |");

        assertThat(page())
                .containsSubsequence("<table>", "<th>id</th>", "<td>C1</td>", "<math>", "</math>", "</table>");
    }

    @Test
    void imagesAttachedToACellAreInThePage() {
        markdown("![a house](attachment:house.png)");
        cells.get(0)
                .getAsJsonObject()
                .add("attachments", JsonParser.parseString("{\"house.png\": {\"image/png\": \"AAAA\"}}"));

        assertThat(page()).contains("<img src=\"data:image/png;base64,AAAA\" alt=\"a house\"");
    }

    @Test
    void codeKeepsItsTextAndGetsColours() {
        code("var x = \"<b>\"; // why");

        assertThat(page())
                .contains("aria-label=\"Code cell 3\"")
                .contains("<span class=\"keyword\">var</span> x = <span class=\"string\">&quot;&lt;b&gt;&quot;</span>; "
                        + "<span class=\"comment\">// why</span>");
    }

    @Test
    void streamsKeepTheirColoursAndAreNoMarkup() {
        code(
                "1",
                "{\"output_type\": \"stream\", \"name\": \"stdout\", \"text\": [\"\\u001b[1;31mred\\u001b[0m <b>\\n\", \"next\"]}");

        assertThat(page())
                .contains(
                        "<pre class=\"stdout\" tabindex=\"0\"><span class=\"ansi-red ansi-bold\">red</span> &lt;b&gt;\nnext</pre>");
    }

    @Test
    void errorsShowTheirTraceback() {
        code(
                "1",
                "{\"output_type\": \"error\", \"ename\": \"E\", \"evalue\": \"v\", \"traceback\": [\"\\u001b[31mE\\u001b[39m: v\", \"  Cell [3], line 2\"]}",
                "{\"output_type\": \"error\", \"ename\": \"OnlyName\", \"evalue\": \"and value\", \"traceback\": []}");

        assertThat(page())
                .contains(
                        "<pre class=\"error\" tabindex=\"0\"><span class=\"ansi-red\">E</span>: v\n  Cell [3], line 2</pre>",
                        "OnlyName: and value");
    }

    @Test
    void theRichestRepresentationIsShown() {
        code(
                "1",
                "{\"output_type\": \"execute_result\", \"data\": {\"text/plain\": \"plain\", \"text/html\": \"<b>rich</b>\"}}",
                "{\"output_type\": \"display_data\", \"data\": {\"text/plain\": \"a curve\", \"image/png\": \"AA\\nAA\"}}",
                "{\"output_type\": \"display_data\", \"data\": {\"text/plain\": \"a <drawing>\", \"image/svg+xml\": \"<svg/>\"}}",
                "{\"output_type\": \"display_data\", \"data\": {\"text/markdown\": \"**strong**\"}}",
                "{\"output_type\": \"display_data\", \"data\": {\"text/plain\": \"1 < 2\"}}");

        assertThat(page())
                .containsSubsequence(
                        "<b>rich</b>",
                        "<img alt=\"a curve\" src=\"data:image/png;base64,AAAA\">",
                        "<img alt=\"a &lt;drawing&gt;\" src=\"data:image/svg+xml;base64,PHN2Zy8+\">",
                        "<strong>strong</strong>",
                        "1 &lt; 2")
                .doesNotContain(">plain<");
    }

    @Test
    void aCellThatNeverRanSaysSo() {
        code("var x = 1;");
        cells.get(0).getAsJsonObject().remove("execution_count");

        assertThat(page()).contains("aria-label=\"Code cell, not run\"").doesNotContain("class=\"outputs\"");
    }

    @Test
    void damagedOutputsAreLeftOut() {
        code("1", "{}", "{\"output_type\": \"display_data\"}", "{\"output_type\": \"stream\"}");

        assertThat(page()).contains("<pre class=\"stdout\"");
    }
}
