package org.tinybabel.grader.authoring;

import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tinybabel.kernel.notebook.Cell;

/**
 * Marks cells as nbgrader does (its metadata schema 3), so that a course which collects notebooks with nbgrader can use
 * ours: the student's cells are solutions, check cells are locked tests, written answers are graded by a person.
 */
final class NbgraderCell {

    private static final String KEY = "nbgrader";
    private static final int SCHEMA = 3;
    private static final Pattern CHECK =
            Pattern.compile("(?m)^\\s*(?:check\\s*\\(\\s*\"(\\w+)\"\\s*\\)|%check\\s+(\\w+)\\s*$)");
    private static final Pattern ANSWER = Pattern.compile("<!--\\s*ANSWER\\s+(\\S+)\\s*-->");

    private NbgraderCell() {}

    /**
     * Marks a cell of a student notebook, unless its author has done so.
     *
     * @param cell the cell
     * @param master the same cell's text in the master notebook
     * @param number the number of the cell in the master notebook, for notebooks without cell ids
     * @param points what the questions are worth
     */
    static void mark(Cell cell, String master, int number, QuestionPoints points) {
        var metadata = cell.json().getAsJsonObject("metadata");
        if (metadata == null || metadata.has(KEY)) {
            return;
        }
        var id = cell.id().isBlank() ? "cell-" + number : cell.id();
        if (StudentNotebook.isAnswered(master)) {
            var written = cell.type() == Cell.Type.MARKDOWN;
            var marks = marks(id, written, true);
            if (written) {
                marks.addProperty(
                        "points",
                        question(ANSWER, master)
                                .map(question -> points.written().getOrDefault(question, 0))
                                .orElse(0));
            }
            metadata.add(KEY, marks);
        } else if (cell.type() == Cell.Type.CODE) {
            question(CHECK, master).ifPresent(question -> {
                var marks = marks(id, true, false);
                marks.addProperty("points", points.checked().getOrDefault(question, 0));
                metadata.add(KEY, marks);
            });
        }
    }

    private static JsonObject marks(String id, boolean grade, boolean solution) {
        var marks = new JsonObject();
        marks.addProperty("schema_version", SCHEMA);
        marks.addProperty("grade_id", id);
        marks.addProperty("grade", grade);
        marks.addProperty("solution", solution);
        marks.addProperty("locked", !solution);
        marks.addProperty("task", false);
        return marks;
    }

    private static Optional<String> question(Pattern pattern, String source) {
        return pattern.matcher(source)
                .results()
                .findFirst()
                .map(found -> found.group(1) != null ? found.group(1) : found.group(found.groupCount()));
    }
}
