package org.tinybabel.cli.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.tinybabel.kernel.notebook.Cell;
import org.tinybabel.kernel.notebook.Notebook;

/** What the second pattern refuses, each shown by one change of a notebook that keeps it. */
class SecondPatternTest {

    private static final Path FILE = Path.of("..", "..", "notebooks", "09-duo-llm.ipynb");
    private static final String VERDICTS = "application/vnd.tinybabel.verdicts+json";

    private static List<String> after(Consumer<Notebook> change) throws Exception {
        var notebook = Notebook.read(FILE);
        change.accept(notebook);
        return Lint.faults(FILE, notebook).stream()
                .map(Lint.Fault::toString)
                .filter(fault -> !fault.contains("outputs come from other source"))
                .toList();
    }

    private static Cell cell(Notebook notebook, String id) {
        return notebook.cells().stream()
                .filter(cell -> cell.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonObject lesson(Notebook notebook) {
        return notebook.json().getAsJsonObject("metadata").getAsJsonObject("tinybabel");
    }

    private static JsonObject claim(Notebook notebook, int index) {
        for (var output : cell(notebook, "verdicts-code").outputs()) {
            if (output.getAsJsonObject("data").has(VERDICTS)) {
                return output.getAsJsonObject("data")
                        .getAsJsonObject(VERDICTS)
                        .getAsJsonArray("verdicts")
                        .get(index)
                        .getAsJsonObject();
            }
        }
        throw new IllegalStateException("no verdicts");
    }

    private static void remove(Notebook notebook, String id) {
        notebook.json().getAsJsonArray("cells").remove(cell(notebook, id).json());
    }

    private static void copies(Notebook notebook, String id, int count, String source) {
        var cells = notebook.json().getAsJsonArray("cells");
        var at = cells.asList().indexOf(cell(notebook, id).json());
        for (var i = 0; i < count; i++) {
            var copy = new JsonObject();
            copy.addProperty("cell_type", "code");
            copy.addProperty("id", "copy-" + i);
            copy.add("metadata", new JsonObject());
            copy.add("outputs", new JsonArray());
            copy.addProperty("source", source);
            cells.asList().add(at + 1, copy);
        }
    }

    private static Consumer<Notebook> source(String id, String source) {
        return notebook -> cell(notebook, id).setSource(source);
    }

    private static Consumer<Notebook> without(String id) {
        return notebook -> cell(notebook, id).setOutputs(List.of(), 1);
    }

    @Test
    void theNotebookKeepsIt() throws Exception {
        assertThat(after(notebook -> {})).isEmpty();
    }

    @Test
    void sectionsStandInTheNewOrder() throws Exception {
        assertThat(after(source("paper", "## Kitchen")))
                .anyMatch(fault -> fault.contains("one for each claim such as") && fault.contains("Kitchen"));
        assertThat(after(source("found", "## Limits"))).isNotEmpty();
    }

    @Test
    void onlyNotebooksThatWaitMayKeepTheOldRules() throws Exception {
        assertThat(after(notebook -> lesson(notebook).addProperty("pattern", 1)))
                .contains("\"pattern\": 1 is for notebooks from before the second pattern; leave it out");
    }

    @Test
    void aClaimWithoutAComputedControlIsRefused() throws Exception {
        assertThat(after(notebook -> claim(notebook, 0).remove("computed_control")))
                .singleElement()
                .asString()
                .startsWith("C1 has no computed control: verdict(id, measured,");
        assertThat(after(notebook -> {
                    claim(notebook, 0).remove("computed_control");
                    claim(notebook, 0).addProperty("no_control", "a count of a fixed table");
                }))
                .isEmpty();
        assertThat(after(notebook -> claim(notebook, 1).remove("verdict"))).containsExactly("C2 has no verdict");
        assertThat(after(notebook -> claim(notebook, 1).remove("author")))
                .singleElement()
                .asString()
                .startsWith("C2 does not say whose claim it is");
    }

    @Test
    void fewSeedsNeedAReason() throws Exception {
        Consumer<Notebook> few = notebook -> claim(notebook, 2)
                .getAsJsonObject("computed_control")
                .getAsJsonArray("parts")
                .get(0)
                .getAsJsonObject()
                .addProperty("seeds", 4);
        assertThat(after(few)).singleElement().asString().startsWith("C3 is judged on 4 seeds; take at least 5");
        var reason = new JsonObject();
        reason.addProperty("C3", "one run takes a minute");
        assertThat(after(few.andThen(notebook -> lesson(notebook).add("few_seeds", reason))))
                .isEmpty();
        var unknown = new JsonObject();
        unknown.addProperty("C9", "no such claim");
        assertThat(after(notebook -> lesson(notebook).add("few_seeds", unknown)))
                .containsExactly("\"few_seeds\" speaks of C9, and there is no such claim");
        assertThat(after(notebook -> lesson(notebook).add("few_seeds", new JsonPrimitive("no"))))
                .hasSize(1);
    }

    @Test
    void everyChartAndVerdictHasItsFinding() throws Exception {
        assertThat(after(notebook -> dropFinding(notebook, "chart-c1")))
                .containsExactly(
                        "cell chart-c1: say what the chart shows, with finding(\"… {} …\", value), before the next one");
        assertThat(after(notebook -> dropFinding(notebook, "verdict-c2")))
                .singleElement()
                .asString()
                .startsWith("cell verdict-c2: say what the verdict shows");
    }

    private static void dropFinding(Notebook notebook, String id) {
        var cell = cell(notebook, id);
        cell.setOutputs(
                cell.outputs().stream()
                        .filter(output -> !(output.get("data") instanceof JsonObject data)
                                || !data.has("application/vnd.tinybabel.finding+json"))
                        .toList(),
                1);
    }

    @Test
    void aClaimIsPredictedShownAndJudgedInItsSection() throws Exception {
        assertThat(after(source("predict-c1", "// nothing")))
                .contains("the section of C1 must ask predict(\"C1\") and later judge verdict(\"C1\", …)");
        assertThat(after(notebook -> {
                    claim(notebook, 3).addProperty("id", "C5");
                }))
                .contains("the sections judge the claims [C1, C2, C3, C4], and verdicts() shows [C1, C2, C3, C5]");
    }

    @Test
    void itIsShortAndShowsSomethingSoonAndOften() throws Exception {
        assertThat(after(notebook -> copies(notebook, "quiz", 20, "var x = 1;")))
                .anyMatch(fault -> fault.endsWith("cells; 70 are enough for one lesson"))
                .anyMatch(fault -> fault.endsWith("more than 3 code cells in a row show nothing"));
        assertThat(after(notebook -> copies(notebook, "quiz", 1, "var x = 1;\n".repeat(9))))
                .anyMatch(fault -> fault.endsWith("lines of code; fewer than 300 can be read in one lesson"));
        assertThat(after(without("one-sentence")))
                .contains("none of the first 12 cells shows a figure: begin with one example");
        assertThat(after(notebook -> remove(notebook, "mechanism")))
                .anyMatch(fault -> fault.startsWith("no cell has the tag \"diagram\""));
    }

    @Test
    void fiveSentencesSayWhatWasFound() throws Exception {
        assertThat(after(source("found", "## What we found\n\nOne sentence.")))
                .singleElement()
                .asString()
                .startsWith("\"What we found\" has 4 sentences; 5 say");
    }

    @Test
    void aChartHasTwelveBarsAtMost() throws Exception {
        assertThat(after(notebook -> cell(notebook, "chart-c1").outputs().stream()
                        .filter(output -> output.getAsJsonObject("data").has("image/png"))
                        .forEach(output -> output.getAsJsonObject("data")
                                .addProperty(
                                        "text/plain",
                                        "Bar chart: x. x axis: k, 7 categories. y axis: g. “a”: A 1. “b”: A 2."))))
                .containsExactly("cell chart-c1: 14 bars; more than 12 cannot be compared at a glance");
    }

    @Test
    void theTimeStatedIsNotBelowThatOfTheStoredRun() throws Exception {
        assertThat(after(notebook -> notebook.json()
                        .getAsJsonObject("metadata")
                        .getAsJsonObject("tinybabel_run")
                        .addProperty("seconds", 61)))
                .containsExactly("\"expected_seconds\" says 60, and the stored run took 61");
        assertThat(after(notebook -> notebook.json().getAsJsonObject("metadata").remove("tinybabel_run")))
                .singleElement()
                .asString()
                .startsWith("it does not say how long its stored run took");
    }
}
