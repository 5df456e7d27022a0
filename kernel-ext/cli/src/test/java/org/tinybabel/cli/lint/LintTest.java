package org.tinybabel.cli.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinybabel.cli.lesson.Glossary;
import org.tinybabel.kernel.notebook.Cell;
import org.tinybabel.kernel.notebook.Notebook;

class LintTest {

    private static final Path FOLDER = Path.of("..", "..", "notebooks");
    private static final Path FILE = FOLDER.resolve("02-cloned-languages.ipynb");

    static List<Path> notebooks() throws Exception {
        try (var files = Files.newDirectoryStream(FOLDER, "[0-9][0-9]-*.ipynb")) {
            return StreamSupport.stream(files.spliterator(), false).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void everyNotebookOfTheKitKeepsTheLessonContract(Path file) throws Exception {
        assertThat(Lint.faults(file, Notebook.read(file))).isEmpty();
    }

    /** The faults of notebook 02 after a change. */
    private static List<String> after(Consumer<Notebook> change) throws Exception {
        var notebook = Notebook.read(FILE);
        change.accept(notebook);
        return Lint.faults(FILE, notebook).stream().map(Lint.Fault::toString).toList();
    }

    private static JsonObject lesson(Notebook notebook) {
        return notebook.json().getAsJsonObject("metadata").getAsJsonObject("tinybabel");
    }

    private static Cell cell(Notebook notebook, String id) {
        return notebook.cells().stream()
                .filter(cell -> cell.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Consumer<Notebook> text(String id, String source) {
        return notebook -> cell(notebook, id).setSource(source);
    }

    @Test
    void metadataMustBeThereAndOfTheRightKind() throws Exception {
        assertThat(after(notebook -> lesson(notebook).remove("question")))
                .singleElement()
                .asString()
                .contains("\"question\"", "question mark", "null");
        assertThat(after(notebook -> lesson(notebook).addProperty("question", "Why.")))
                .hasSize(1);
        assertThat(after(notebook -> lesson(notebook).addProperty("minutes", 45)))
                .singleElement()
                .asString()
                .contains("read, run and exercise");
        assertThat(after(notebook -> lesson(notebook).addProperty("seeds", -1))).hasSize(1);
        assertThat(after(notebook -> lesson(notebook).add("objectives", new JsonArray())))
                .hasSize(1);
        assertThat(after(notebook -> lesson(notebook).getAsJsonObject("paper").addProperty("arxiv", "2404")))
                .singleElement()
                .asString()
                .contains("2404.07982");
        assertThat(after(notebook -> lesson(notebook).getAsJsonArray("datasets").add(new JsonPrimitive("a table"))))
                .hasSize(1);
        assertThat(after(notebook -> lesson(notebook).addProperty("objective", "one")))
                .containsExactly("\"objective\" is not part of the lesson contract");
        assertThat(after(notebook -> notebook.json().getAsJsonObject("metadata").remove("tinybabel")))
                .containsExactly("the notebook's metadata has no object \"tinybabel\"");
    }

    @Test
    void sectionsStandInTheirOrder() throws Exception {
        assertThat(after(text("knob", "## Kitchen")))
                .singleElement()
                .asString()
                .contains("a notebook of the first pattern has the sections", "Kitchen");
        assertThat(after(text("knob", "## Limits"))).hasSize(1);
    }

    @Test
    void headingsSkipNoLevelAndThereIsOneTitle() throws Exception {
        assertThat(after(text("c5", "##### Deep"))).containsExactly("cell c5: the heading \"Deep\" skips a level");
        assertThat(after(text("c5", "# Another")))
                .containsExactly("cell c5: a notebook has one title, and \"Another\" is another");
    }

    @Test
    void linesOfCodeFitThePage() throws Exception {
        assertThat(after(text("guess", "var x = 1; // " + "é".repeat(90)))).hasSize(1);
        assertThat(after(text("guess", "var x = 1; // " + "é".repeat(91))))
                .hasSize(2)
                .contains("cell guess: a line of 105 characters; break it, after 104 it is cut off");
    }

    @Test
    void cellsAreShort() throws Exception {
        assertThat(after(text("guess", "var x = 1;\n".repeat(16))))
                .hasSize(2)
                .first()
                .isEqualTo("cell guess: 16 lines; split it, 15 are enough for one idea");
    }

    @Test
    void everyPictureHasWords() throws Exception {
        assertThat(after(text("c5", "![](images/01-in-jupyterlab.png)")))
                .singleElement()
                .asString()
                .contains("needs words that say what it shows");
        assertThat(after(notebook -> cell(notebook, "chart-a").outputs().stream()
                        .filter(output -> output.getAsJsonObject("data").has("image/png"))
                        .forEach(output -> output.getAsJsonObject("data").remove("text/plain"))))
                .containsExactly("cell chart-a: a figure has no words that say what it shows");
    }

    @Test
    void linksLeadSomewhere() throws Exception {
        assertThat(after(text("c5", "See [this](../exercises/99-nothing.ipynb) and [that](https://example.org).")))
                .containsExactly("cell c5: the link leads to ../exercises/99-nothing.ipynb, which does not exist");
        assertThat(after(text("c5", "See [above](#Nowhere-at-all) and [above](#Look-at-the-data).")))
                .containsExactly("cell c5: no heading is called \"Nowhere at all\"");
    }

    @Test
    void wordsForAPictureSayWhatItShows() throws Exception {
        assertThat(after(text("c5", "![a screenshot of the chart plot.png image](images/01-in-jupyterlab.png)")))
                .singleElement()
                .asString()
                .contains("needs words that say what it shows");
        assertThat(after(notebook -> figure(notebook, "chart-a", "Line chart. x axis without a title. y axis: loss.")))
                .containsExactly("cell chart-a: a chart has an axis without a title");
        assertThat(after(notebook -> {
                    figure(notebook, "chart-a", "Line chart: the same words. x axis: step.");
                    figure(notebook, "chart-b", "Line chart: the same words. x axis: step.");
                }))
                .containsExactly(
                        "cell chart-b: its figure has the same words as that of cell chart-a: give them titles that"
                                + " tell them apart");
    }

    private static void figure(Notebook notebook, String id, String words) {
        cell(notebook, id).outputs().stream()
                .filter(output -> output.getAsJsonObject("data").has("image/png"))
                .forEach(output -> output.getAsJsonObject("data").addProperty("text/plain", words));
    }

    @Test
    void theFirstCellSaysHowLongItTakes() throws Exception {
        assertThat(after(notebook -> lesson(notebook).getAsJsonObject("minutes").addProperty("read", 51)))
                .singleElement()
                .asString()
                .startsWith("the first cell must say \"**Time:** 51 minutes to read, ");
    }

    @Test
    void termsAreDefinedAndOccur() throws Exception {
        assertThat(after(notebook -> lesson(notebook).getAsJsonArray("terms").add("perplexity burst")))
                .containsExactly(
                        "the term \"perplexity burst\" is not in the glossary (datasets/tables/glossary.csv)",
                        "the term \"perplexity burst\" does not occur in the text");
        assertThat(after(notebook -> lesson(notebook).getAsJsonArray("terms").add("profile interval")))
                .containsExactly("the term \"profile interval\" does not occur in the text");
    }

    @Test
    void everyRowOfTheGlossaryIsIntroducedByANotebookAndTheyAreSorted() throws Exception {
        var introduced = new TreeSet<String>();
        for (var file : notebooks()) {
            lesson(Notebook.read(file)).getAsJsonArray("terms").forEach(term -> introduced.add(term.getAsString()));
        }
        assertThat(Glossary.terms()).extracting(Glossary.Term::term).containsExactlyInAnyOrderElementsOf(introduced);
        assertThat(Glossary.terms()).extracting(Glossary.Term::term).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        assertThat(Glossary.terms()).noneMatch(term -> term.definition().endsWith("."));
    }

    @Test
    void foreignScriptsAreMarked() throws Exception {
        assertThat(after(text("c5", "The word язык.")))
                .containsExactly("cell c5: words in another script need a span with lang and dir around them");
        assertThat(after(text("c5", "The word <span lang=\"ru\">язык</span>."))).hasSize(1);
        assertThat(after(text("c5", "The word <span lang=\"ru\" dir=\"ltr\">язык</span>, `язык`, $γ$ and γ.")))
                .isEmpty();
    }

    @Test
    void aReaderPredictsAndIsAsked() throws Exception {
        assertThat(after(text("predictions", "// nothing")))
                .contains("no cell asks for a prediction; write predict(); before the data");
        assertThat(after(text("quiz", "quiz(\"01-bigram-subnetworks\");")))
                .contains("no cell asks the questions about the notebook; write quiz(\"02-cloned-languages\");");
        var elsewhere = FOLDER.resolve("31-new.ipynb");
        var notebook = Notebook.read(FILE);
        cell(notebook, "quiz").setSource("quiz(\"31-new\");");
        assertThat(Lint.faults(elsewhere, notebook).stream().map(Lint.Fault::toString))
                .anyMatch(fault -> fault.startsWith("there are no questions about \"31-new\""));
    }

    @Test
    void textNamesNoNumbersThatACellComputes() throws Exception {
        var shown = "1.182"; // the token efficiency that C1 is judged by
        assertThat(after(text("c5", "It was " + shown + " in the end, and 99.77 elsewhere.")))
                .containsExactly("cell c5: the text names numbers that a cell computes: " + shown);
        assertThat(after(text(
                        "c5",
                        "It was $" + shown + "$ or `" + shown + "`.\n\n| | paper |\n|---|---|\n| x | " + shown + " |")))
                .isEmpty();
        assertThat(after(text("c5", "| | here |\n|---|---|\n| x | " + shown + " |")))
                .hasSize(1);
    }

    @Test
    void outputsBelongToTheSourceAboveThem() throws Exception {
        assertThat(after(text("verdicts-code", "verdicts();  // as before")))
                .singleElement()
                .asString()
                .startsWith("cell verdicts-code: from here on, outputs come from other source (")
                .endsWith("run the notebook with tinybabel run --in-place");
        assertThat(after(notebook -> cell(notebook, "chart-a").json().add("metadata", new JsonObject())))
                .containsExactly(
                        "cell chart-a: from here on, outputs come from other source (1 in all): run the notebook with"
                                + " tinybabel run --in-place");
    }
}
