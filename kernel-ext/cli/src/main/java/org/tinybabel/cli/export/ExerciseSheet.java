package org.tinybabel.cli.export;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
        return cell.type() == Cell.Type.CODE ? stub(cell.source().lines().toList()) : List.of(room(LINES_FOR_WORDS));
    }

    /** What stands above and below the line for the student's code, with room in its place. */
    private static List<Cell> stub(List<String> lines) {
        var at = lines.stream().map(String::strip).toList().indexOf(StudentNotebook.YOUR_CODE);
        var above = lines.subList(0, Math.max(0, at));
        var below = lines.stream()
                .skip(at + 1L)
                .filter(line -> !line.contains(NotSolvedYet.class.getSimpleName()))
                .toList();
        var room = Stream.of(room(above.isEmpty() ? LINES_FOR_AN_EXPRESSION : LINES_FOR_A_METHOD));
        return Stream.of(code(above), room, code(below))
                .flatMap(Function.identity())
                .toList();
    }

    private static Stream<Cell> code(List<String> lines) {
        return lines.isEmpty() ? Stream.empty() : Stream.of(code(String.join("\n", lines)));
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
                if (!first) {
                    heading.addClass("new-page");
                }
                heading.after("<p class=\"points\">" + Html.escape(questions.points(question.get())) + "</p>");
                first = false;
            }
        }
    }
}
