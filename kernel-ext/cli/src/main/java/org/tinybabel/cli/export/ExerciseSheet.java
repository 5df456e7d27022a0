package org.tinybabel.cli.export;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;
import org.tinybabel.cli.export.CourseContents.Exercise;
import org.tinybabel.cli.page.NotebookBody;
import org.tinybabel.display.Html;
import org.tinybabel.grader.api.NotSolvedYet;
import org.tinybabel.grader.authoring.StudentNotebook;
import org.tinybabel.kernel.notebook.Cell;

/** One exercise for the printer. */
final class ExerciseSheet {

    private static final int LINES_FOR_A_METHOD = 14;
    private static final int LINES_FOR_AN_EXPRESSION = 4;
    private static final int LINES_FOR_WORDS = 8;

    private static final Pattern CONTRACT = Pattern.compile("(?m)^exercise\\(");

    private ExerciseSheet() {}

    static String of(Exercise exercise, Questions questions) {
        var cells = exercise.notebook().cells().stream()
                .filter(cell -> !isForTheComputer(cell))
                .flatMap(cell -> onPaper(cell).stream())
                .toList();
        var document = PageContent.parse(NotebookBody.of(cells).html());
        document.select("details").remove();
        document.select(".text").stream()
                .filter(text -> text.childrenSize() == 0)
                .toList()
                .forEach(Node::remove);
        document.select("a[href]").unwrap();
        addPoints(document, questions);
        return "<div class=\"sheet\">\n<p class=\"identity\"><span>Name</span> <span>Date</span></p>\n"
                + document.body().html() + "</div>\n";
    }

    /** Cells that load the contract or call the checks. */
    private static boolean isForTheComputer(Cell cell) {
        return cell.type() == Cell.Type.CODE && (CONTRACT.matcher(cell.source()).find() || isMarked(cell, "grade"));
    }

    private static boolean isMarked(Cell cell, String mark) {
        return cell.json().get("metadata") instanceof JsonObject metadata
                && metadata.get("nbgrader") instanceof JsonObject marks
                && marks.get(mark) instanceof JsonPrimitive set
                && set.getAsBoolean();
    }

    /** The cell without outputs; where an answer is expected, what stands around it, and room. */
    private static List<Cell> onPaper(Cell cell) {
        if (!isMarked(cell, "solution")) {
            return List.of(cell.type() == Cell.Type.CODE ? code(cell.source()) : cell);
        }
        if (cell.type() != Cell.Type.CODE) {
            return List.of(room(LINES_FOR_WORDS));
        }
        var lines = cell.source()
                .lines()
                .filter(line -> !line.contains(NotSolvedYet.class.getSimpleName()))
                .toList();
        var before = lines.stream()
                .takeWhile(line -> !line.contains(StudentNotebook.YOUR_CODE))
                .collect(Collectors.joining("\n"));
        var after = lines.stream()
                .dropWhile(line -> !line.contains(StudentNotebook.YOUR_CODE))
                .skip(1)
                .collect(Collectors.joining("\n"));
        var parts = new ArrayList<Cell>();
        if (!before.isBlank()) {
            parts.add(code(before));
        }
        parts.add(room(before.isBlank() ? LINES_FOR_AN_EXPRESSION : LINES_FOR_A_METHOD));
        if (!after.isBlank()) {
            parts.add(code(after));
        }
        return parts;
    }

    private static Cell code(String source) {
        return cell("code", source);
    }

    private static Cell room(int lines) {
        return cell(
                "markdown",
                "<div class=\"answer\"><p class=\"soft\">Your answer:</p><div class=\"room\" style=\"height:"
                        + 2 * lines + "rem\"></div></div>");
    }

    private static Cell cell(String type, String source) {
        var cell = new Cell(new JsonObject());
        cell.json().addProperty("cell_type", type);
        cell.setSource(source);
        return cell;
    }

    /** Below each question's heading; every question but the first begins a new page. */
    private static void addPoints(Document document, Questions questions) {
        var first = true;
        for (var heading : document.select("h2")) {
            var question = Questions.begunBy(heading).filter(questions.names()::contains);
            if (question.isPresent()) {
                heading.attr("class", first ? "" : "new-page");
                heading.after("<p class=\"points\">" + Html.escape(questions.points(question.get())) + "</p>");
                first = false;
            }
        }
    }
}
