package org.tinybabel.grader.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
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
