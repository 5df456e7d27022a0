package org.tinybabel.grader.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tinybabel.kernel.notebook.Cell;
import org.tinybabel.kernel.notebook.Notebook;
import org.tinybabel.kernel.notebook.NotebookFormatException;

final class StudentNotebookTest {

    private static Notebook notebook(String... typesAndSources) {
        var cells = new JsonArray();
        for (var i = 0; i < typesAndSources.length; i += 2) {
            var cell = new JsonObject();
            cell.addProperty("cell_type", typesAndSources[i]);
            cell.addProperty("id", "cell" + i / 2);
            cell.add("metadata", new JsonObject());
            cell.add("source", Cell.lines(typesAndSources[i + 1]));
            cells.add(cell);
        }
        var json = new JsonObject();
        json.addProperty("nbformat", 4);
        json.addProperty("nbformat_minor", 5);
        json.add("metadata", new JsonObject());
        json.add("cells", cells);
        return new Notebook(json);
    }

    @Test
    void aSolutionInAMethodBecomesAStubThatThrows() throws Exception {
        var master = notebook(
                "code", "static int twice(int x) {\n    // BEGIN SOLUTION\n    return 2 * x;\n    // END SOLUTION\n}");

        var cell =
                StudentNotebook.from(master, "m", QuestionPoints.none()).cells().get(0);

        assertThat(cell.source())
                .isEqualTo(
                        "static int twice(int x) {\n    // YOUR CODE HERE\n    throw new NotSolvedYet(\"twice\");\n}");
        assertThat(cell.outputs()).isEmpty();
    }

    @Test
    void aSolutionOutsideAMethodIsLeftOut() throws Exception {
        var master = notebook("code", "// BEGIN SOLUTION\ntwice(4)\n// END SOLUTION");

        assertThat(StudentNotebook.from(master, "m", QuestionPoints.none())
                        .cells()
                        .get(0)
                        .source())
                .isEqualTo("// YOUR CODE HERE");
    }

    @Test
    void hintsAreFoldedBelowTheCell() throws Exception {
        var master = notebook("code", "// HINT 1: look left\n// HINT 2: look right\nint x = 1;");

        var cells = StudentNotebook.from(master, "m", QuestionPoints.none()).cells();

        assertThat(cells.get(0).source()).isEqualTo("int x = 1;");
        assertThat(cells.get(1).type()).isEqualTo(Cell.Type.MARKDOWN);
        assertThat(cells.get(1).id()).isEqualTo("cell0-hints");
        assertThat(cells.get(1).source())
                .contains("<summary>Hint 1</summary>", "look left", "<summary>Hint 2</summary>");
    }

    @Test
    void deletedCellsAndWrittenSolutionsAreLeftOut() throws Exception {
        var master = notebook(
                "code",
                "// DELETE CELL\nsecret()",
                "markdown",
                "Why?\n\n<!-- BEGIN SOLUTION -->Because.<!-- END SOLUTION -->");

        var cells = StudentNotebook.from(master, "m", QuestionPoints.none()).cells();

        assertThat(cells).singleElement().satisfies(cell -> assertThat(cell.source())
                .isEqualTo("Why?\n\n*Your answer here.*"));
    }

    @Test
    void generatingTwiceGivesTheSameText() throws Exception {
        var master =
                notebook("code", "static int x() {\n// HINT 1: h\n// BEGIN SOLUTION\nreturn 1;\n// END SOLUTION\n}");

        assertThat(StudentNotebook.from(master, "m", QuestionPoints.none()).toText())
                .isEqualTo(
                        StudentNotebook.from(master, "m", QuestionPoints.none()).toText());
    }

    @Test
    void whoLearnsAloneFindsTheSolutionsFoldedBelowTheHints() throws Exception {
        var master = notebook(
                "code",
                "static int twice(int x) {\n    // HINT 1: Double it.\n    // BEGIN SOLUTION\n    return 2 * x;\n"
                        + "    // END SOLUTION\n}",
                "code",
                "// DELETE CELL\n// BEGIN SOLUTION\nsecret();\n// END SOLUTION",
                "markdown",
                "Why? <!-- BEGIN SOLUTION -->Because.<!-- END SOLUTION -->");

        var cells = StudentNotebook.withFoldedSolutions(master, "m").cells();

        assertThat(cells)
                .extracting(Cell::id)
                .containsExactly("cell0", "cell0-hints", "cell0-solution", "cell2", "cell2-solution");
        assertThat(cells.get(0).source()).contains("YOUR CODE HERE").doesNotContain("2 * x");
        assertThat(cells.get(2).source())
                .isEqualTo(
                        "<details><summary>Solution</summary>\n\n```java\nstatic int twice(int x) {\n    return 2 * x;\n}\n"
                                + "```\n\n</details>");
        assertThat(cells.get(3).source()).doesNotContain("Because");
        assertThat(cells.get(4).source()).contains("Because.");
    }

    @Test
    void promptsAreSeenByStudentsOnly() throws Exception {
        var master = notebook(
                "code",
                "static int twice(int x) {\n    // PROMPT Mind large numbers.\n    // BEGIN SOLUTION\n"
                        + "    // PROMPT Try Math.addExact.\n    return 2 * x;\n    // END SOLUTION\n}");

        assertThat(student(master).cells().get(0).source())
                .isEqualTo("static int twice(int x) {\n    // Mind large numbers.\n    // Try Math.addExact.\n"
                        + "    // YOUR CODE HERE\n    throw new NotSolvedYet(\"twice\");\n}");
    }

    @Test
    void aDeclarationMayTakeSeveralLinesAndAFollowingSolutionIsNotItsOwn() throws Exception {
        var master = notebook(
                "code",
                "static int sum(int a,\n        int b) {\n    // BEGIN SOLUTION\n    return a + b;\n    // END SOLUTION\n}\n"
                        + "// BEGIN SOLUTION\nsum(1, 2)\n// END SOLUTION");

        assertThat(student(master).cells().get(0).source())
                .isEqualTo("static int sum(int a,\n        int b) {\n    // YOUR CODE HERE\n"
                        + "    throw new NotSolvedYet(\"sum\");\n}\n// YOUR CODE HERE");
    }

    @Test
    void aCellOfTextCanBeDeletedAndTheMarkOfAWrittenAnswerStays() throws Exception {
        var master = notebook(
                "markdown",
                "<!-- DELETE CELL -->\nFor teachers.",
                "markdown",
                "<!-- ANSWER d -->\n<!-- BEGIN SOLUTION -->Because.<!-- END SOLUTION -->");

        assertThat(student(master).cells()).singleElement().satisfies(cell -> assertThat(cell.source())
                .isEqualTo("<!-- ANSWER d -->\n*Your answer here.*"));
    }

    @Test
    void aMisspeltMarkerIsRefusedBecauseItWouldHandOutTheSolution() {
        for (var misspelt : new String[] {
            "// BEGIN SOLUTION:", "//BEGIN SOLUTION", "// begin solution", "// HINT look left", "int x;\n// DELETE CELL"
        }) {
            assertThatExceptionOfType(NotebookFormatException.class)
                    .as(misspelt)
                    .isThrownBy(() -> student(notebook("code", misspelt)))
                    .withMessageContaining("looks like a marker but is none");
        }
    }

    @Test
    void cellsAreMarkedForNbgraderWithIdsThatStay() throws Exception {
        var master = notebook(
                "code",
                "static double half(double x) {\n// BEGIN SOLUTION\nreturn x / 2;\n// END SOLUTION\n}",
                "code",
                "check(\"a\");",
                "code",
                "%check b",
                "markdown",
                "<!-- ANSWER d -->\n<!-- BEGIN SOLUTION -->Because.<!-- END SOLUTION -->",
                "code",
                "int given = 1;");
        var points = new QuestionPoints(Map.of("a", 3, "b", 2), Map.of("d", 4));

        var cells = StudentNotebook.from(master, "m", points).cells();

        assertThat(nbgrader(cells.get(0)))
                .isEqualTo(JsonParser.parseString("{schema_version: 3, grade_id: cell0, grade: false, solution: true,"
                        + " locked: false, task: false}"));
        assertThat(nbgrader(cells.get(1)))
                .isEqualTo(JsonParser.parseString("{schema_version: 3, grade_id: cell1, grade: true, solution: false,"
                        + " locked: true, task: false, points: 3}"));
        assertThat(nbgrader(cells.get(2)).getAsJsonObject().get("points").getAsInt())
                .isEqualTo(2);
        assertThat(nbgrader(cells.get(3)))
                .isEqualTo(JsonParser.parseString("{schema_version: 3, grade_id: cell3, grade: true, solution: true,"
                        + " locked: false, task: false, points: 4}"));
        assertThat(nbgrader(cells.get(4))).isNull();
    }

    private static JsonElement nbgrader(Cell cell) {
        return cell.json().getAsJsonObject("metadata").get("nbgrader");
    }

    @Test
    void pointsComeFromTheVisibleTestsAndTheWrittenQuestions() {
        assertThat(QuestionPoints.of(MadeExercise.TESTS))
                .isEqualTo(new QuestionPoints(Map.of("a", 3, "b", 0), Map.of("c", 3)));
    }

    private static Notebook student(Notebook master) throws NotebookFormatException {
        return StudentNotebook.from(master, "m", QuestionPoints.none());
    }

    @Test
    void aMarkerWithoutItsPartnerNamesTheCell() {
        assertThatExceptionOfType(NotebookFormatException.class)
                .isThrownBy(() -> StudentNotebook.from(
                        notebook("code", "// BEGIN SOLUTION\nx"), "m.ipynb", QuestionPoints.none()))
                .withMessage("m.ipynb, cell cell0: // BEGIN SOLUTION without // END SOLUTION");
        assertThatExceptionOfType(NotebookFormatException.class)
                .isThrownBy(() -> StudentNotebook.from(
                        notebook("markdown", "<!-- BEGIN SOLUTION -->x"), "m.ipynb", QuestionPoints.none()))
                .withMessageContaining("cell cell0");
    }
}
