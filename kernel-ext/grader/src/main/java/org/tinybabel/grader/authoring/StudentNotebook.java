package org.tinybabel.grader.authoring;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tinybabel.kernel.notebook.Cell;
import org.tinybabel.kernel.notebook.Notebook;
import org.tinybabel.kernel.notebook.NotebookFormatException;

/**
 * Makes the notebook that students receive from the master notebook, deterministically.
 *
 * <p>Code between {@code // BEGIN SOLUTION} and {@code // END SOLUTION} becomes a stub, which throws where a method must return; lines
 * {@code // HINT n: …} become folded hints below the cell; a cell that starts with {@code // DELETE CELL} is left out; text
 * between {@code <!-- BEGIN SOLUTION -->} and {@code <!-- END SOLUTION -->} becomes a place for the student's own text.
 */
public final class StudentNotebook {

    private static final String BEGIN = "// BEGIN SOLUTION";
    private static final String END = "// END SOLUTION";
    private static final String DELETE = "// DELETE CELL";
    private static final Pattern HINT = Pattern.compile("\\s*// HINT (\\d+): (.*)");
    private static final Pattern DECLARATION = Pattern.compile("(\\w+)\\s*\\(");
    private static final Pattern WRITTEN =
            Pattern.compile("<!-- BEGIN SOLUTION -->(.*?)<!-- END SOLUTION -->", Pattern.DOTALL);
    private static final String YOUR_TEXT = "*Your answer here.*";

    private StudentNotebook() {}

    /**
     * The student's version of a master notebook.
     *
     * @param master the notebook with solutions
     * @param name what messages call it
     * @return a new notebook without solutions and outputs
     * @throws NotebookFormatException if a marker has no partner; the message names the cell
     */
    public static Notebook from(Notebook master, String name) throws NotebookFormatException {
        var student = master.copy();
        var cells = new JsonArray();
        for (var cell : student.cells()) {
            var source = cell.source();
            if (source.startsWith(DELETE)) {
                continue;
            }
            var where = name + ", cell " + (cell.id().isBlank() ? "without id" : cell.id());
            if (cell.type() == Cell.Type.CODE) {
                var hints = hints(source);
                cell.setSource(blank(source, where));
                cell.setOutputs(List.of(), 0);
                cells.add(cell.json());
                if (!hints.isEmpty()) {
                    cells.add(folded(hints, cell.id()));
                }
            } else {
                cell.setSource(withoutWritten(source, where));
                cells.add(cell.json());
            }
        }
        student.json().add("cells", cells);
        return student;
    }

    private static String blank(String source, String where) throws NotebookFormatException {
        var kept = new ArrayList<String>();
        var method = Optional.<String>empty();
        var inside = false;
        for (var line : source.lines().toList()) {
            var marker = line.strip();
            if (marker.equals(BEGIN)) {
                if (inside) {
                    throw new NotebookFormatException(where + ": " + BEGIN + " inside another one");
                }
                inside = true;
                var indent = line.substring(0, line.indexOf("//"));
                kept.add(indent + "// YOUR CODE HERE");
                method.ifPresent(name -> kept.add(indent + "throw new NotSolvedYet(\"" + name + "\");"));
            } else if (marker.equals(END)) {
                if (!inside) {
                    throw new NotebookFormatException(where + ": " + END + " without " + BEGIN);
                }
                inside = false;
            } else if (!inside && !HINT.matcher(line).matches()) {
                kept.add(line);
                var declaration = DECLARATION.matcher(line);
                if (marker.endsWith("{") && line.startsWith("static") && declaration.find()) {
                    method = Optional.of(declaration.group(1));
                }
            }
        }
        if (inside) {
            throw new NotebookFormatException(where + ": " + BEGIN + " without " + END);
        }
        return String.join("\n", kept);
    }

    private static List<String> hints(String source) {
        return source.lines()
                .map(HINT::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(hint ->
                        "<details><summary>Hint " + hint.group(1) + "</summary>\n\n" + hint.group(2) + "\n\n</details>")
                .toList();
    }

    private static JsonObject folded(List<String> hints, String ofCell) {
        var cell = new JsonObject();
        cell.addProperty("cell_type", "markdown");
        cell.addProperty("id", ofCell + "-hints");
        cell.add("metadata", new JsonObject());
        cell.add("source", Cell.lines(hints.stream().collect(Collectors.joining("\n\n"))));
        return cell;
    }

    private static String withoutWritten(String source, String where) throws NotebookFormatException {
        var text = WRITTEN.matcher(source).replaceAll(YOUR_TEXT);
        if (text.contains("<!-- BEGIN SOLUTION -->") || text.contains("<!-- END SOLUTION -->")) {
            throw new NotebookFormatException(where + ": a SOLUTION marker without its partner");
        }
        return text;
    }
}
