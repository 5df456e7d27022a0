package org.tinybabel.grader.authoring;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tinybabel.kernel.notebook.Cell;
import org.tinybabel.kernel.notebook.Notebook;
import org.tinybabel.kernel.notebook.NotebookFormatException;

/**
 * Makes the notebook that students receive from the master notebook, deterministically.
 *
 * <p>In code, lines between {@code // BEGIN SOLUTION} and {@code // END SOLUTION} become a stub, which throws where a method
 * must return; lines {@code // HINT n: …} become folded hints below the cell; {@code // PROMPT …} becomes a comment that only
 * students see. In text, what stands between {@code <!-- BEGIN SOLUTION -->} and {@code <!-- END SOLUTION -->} becomes a place
 * for the student's own words. A cell that starts with {@code // DELETE CELL} or {@code <!-- DELETE CELL -->} is left out.
 */
public final class StudentNotebook {

    /** The line that stands where students write code. */
    public static final String YOUR_CODE = "// YOUR CODE HERE";

    private static final String BEGIN = "// BEGIN SOLUTION";
    private static final String END = "// END SOLUTION";
    private static final String DELETE = "// DELETE CELL";
    private static final String DELETE_TEXT = "<!-- DELETE CELL -->";
    private static final String BEGIN_TEXT = "<!-- BEGIN SOLUTION -->";
    private static final String END_TEXT = "<!-- END SOLUTION -->";
    private static final String HINTS = "-hints";
    private static final String YOUR_TEXT = "*Your answer here.*";

    private static final Pattern HINT = Pattern.compile("\\s*// HINT (\\d+): (.*)");
    private static final Pattern PROMPT = Pattern.compile("(\\s*)// PROMPT (.*)");
    /** What an author may have meant as a marker; a typing error must not hand out a solution. */
    private static final Pattern NEARLY =
            Pattern.compile("\\s*(//|<!--)\\s*((?i:(BEGIN|END)\\s*SOLUTION|DELETE\\s*CELL)|HINT\\b|PROMPT\\b).*");

    private static final Pattern DECLARATION = Pattern.compile("(\\w+)\\s*\\(");
    private static final Pattern WRITTEN =
            Pattern.compile(Pattern.quote(BEGIN_TEXT) + "(.*?)" + Pattern.quote(END_TEXT), Pattern.DOTALL);

    private StudentNotebook() {}

    /**
     * The student's version of a master notebook.
     *
     * @param master the notebook with solutions
     * @param name what messages call it
     * @param points what its questions are worth, for courses that collect notebooks with nbgrader
     * @return a new notebook without solutions and outputs
     * @throws NotebookFormatException if a marker has no partner or is misspelt; the message names the cell
     */
    public static Notebook from(Notebook master, String name, QuestionPoints points) throws NotebookFormatException {
        var student = master.copy();
        var cells = new JsonArray();
        var number = 0;
        for (var cell : student.cells()) {
            number++;
            var source = cell.source();
            if (isDeleted(source)) {
                continue;
            }
            var where = name + ", cell " + (cell.id().isBlank() ? number : cell.id());
            refuseMisspelt(source, where);
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
            NbgraderCell.mark(cell, source, number, points);
        }
        student.json().add("cells", cells);
        return student;
    }

    /**
     * The student's version of a master notebook with the solutions folded below the cells to answer, for those who learn alone.
     *
     * @param master the notebook with solutions
     * @param name what messages call it
     * @return a new notebook without outputs
     * @throws NotebookFormatException if a marker has no partner or is misspelt; the message names the cell
     */
    public static Notebook withFoldedSolutions(Notebook master, String name) throws NotebookFormatException {
        var student = from(master, name, QuestionPoints.none());
        var answered = master.cells().stream()
                .filter(cell -> !isDeleted(cell.source()) && isAnswered(cell.source()))
                .collect(Collectors.toMap(Cell::id, StudentNotebook::solution));
        var cells = new JsonArray();
        var waiting = Optional.<JsonObject>empty();
        for (var cell : student.cells()) {
            if (!cell.id().endsWith(HINTS)) {
                waiting.ifPresent(cells::add);
                waiting = Optional.ofNullable(answered.get(cell.id()));
            }
            cells.add(cell.json());
        }
        waiting.ifPresent(cells::add);
        student.json().add("cells", cells);
        return student;
    }

    private static JsonObject solution(Cell cell) {
        var text = cell.type() == Cell.Type.CODE
                ? solutionLines(cell).stream().collect(Collectors.joining("\n", "```java\n", "\n```"))
                : WRITTEN.matcher(cell.source())
                        .results()
                        .map(written -> written.group(1).strip())
                        .collect(Collectors.joining("\n\n"));
        return text("<details><summary>Solution</summary>\n\n" + text + "\n\n</details>", cell.id() + "-solution");
    }

    /** The lines of a master's code cell as somebody would have written them who solved it. */
    static List<String> solutionLines(Cell cell) {
        return cell.source()
                .lines()
                .filter(line -> !isAside(line)
                        && !line.strip().equals(BEGIN)
                        && !line.strip().equals(END))
                .toList();
    }

    static boolean isDeleted(String source) {
        return source.startsWith(DELETE) || source.startsWith(DELETE_TEXT);
    }

    /** Whether a master's cell has a place for the student's code or words. */
    static boolean isAnswered(String source) {
        return source.contains(BEGIN) || source.contains(BEGIN_TEXT);
    }

    /** The lines of a master's cell that students must not see. */
    static List<String> secretLines(Cell cell) {
        var source = cell.source();
        if (isDeleted(source)) {
            return source.lines().skip(1).toList();
        }
        if (cell.type() != Cell.Type.CODE) {
            return WRITTEN.matcher(source)
                    .results()
                    .flatMap(match -> match.group(1).lines())
                    .toList();
        }
        var secret = new ArrayList<String>();
        var inside = false;
        for (var line : source.lines().toList()) {
            var marker = line.strip();
            if (marker.equals(BEGIN) || marker.equals(END)) {
                inside = marker.equals(BEGIN);
            } else if (inside && !isAside(line)) {
                secret.add(line);
            }
        }
        return secret;
    }

    /** Whether a line inside a solution goes to students in another form. */
    private static boolean isAside(String line) {
        return HINT.matcher(line).matches() || PROMPT.matcher(line).matches();
    }

    private static void refuseMisspelt(String source, String where) throws NotebookFormatException {
        for (var line : source.lines().toList()) {
            var marker = line.strip();
            var known = marker.equals(BEGIN) || marker.equals(END) || isAside(line);
            if (!known && NEARLY.matcher(line).matches() && !line.contains(BEGIN_TEXT) && !line.contains(END_TEXT)) {
                throw new NotebookFormatException(where + ": \"" + marker + "\" looks like a marker but is none; write "
                        + BEGIN + ", " + END + ", // HINT 1: …, // PROMPT …, or " + DELETE + " in the first line");
            }
        }
    }

    private static String blank(String source, String where) throws NotebookFormatException {
        var kept = new ArrayList<String>();
        var declared = Optional.<String>empty();
        var stub = 0;
        var inside = false;
        for (var line : source.lines().toList()) {
            var marker = line.strip();
            var prompt = PROMPT.matcher(line);
            if (marker.equals(BEGIN)) {
                if (inside) {
                    throw new NotebookFormatException(where + ": " + BEGIN + " inside another one");
                }
                inside = true;
                var indent = line.substring(0, line.indexOf("//"));
                stub = kept.size();
                kept.add(indent + YOUR_CODE);
                declared.ifPresent(name -> kept.add(indent + "throw new NotSolvedYet(\"" + name + "\");"));
            } else if (marker.equals(END)) {
                if (!inside) {
                    throw new NotebookFormatException(where + ": " + END + " without " + BEGIN);
                }
                inside = false;
            } else if (prompt.matches()) {
                kept.add(inside ? stub++ : kept.size(), prompt.group(1) + "// " + prompt.group(2));
            } else if (!inside && !HINT.matcher(line).matches()) {
                kept.add(line);
                if (line.startsWith("static") && DECLARATION.matcher(line).find()) {
                    declared = DECLARATION.matcher(line).results().findFirst().map(found -> found.group(1));
                } else if (line.equals("}")) {
                    declared = Optional.empty();
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
                .filter(Matcher::matches)
                .map(hint ->
                        "<details><summary>Hint " + hint.group(1) + "</summary>\n\n" + hint.group(2) + "\n\n</details>")
                .toList();
    }

    private static JsonObject folded(List<String> hints, String ofCell) {
        return text(hints.stream().collect(Collectors.joining("\n\n")), ofCell + HINTS);
    }

    private static JsonObject text(String markdown, String id) {
        var cell = new JsonObject();
        cell.addProperty("cell_type", "markdown");
        cell.addProperty("id", id);
        cell.add("metadata", new JsonObject());
        cell.add("source", Cell.lines(markdown));
        return cell;
    }

    private static String withoutWritten(String source, String where) throws NotebookFormatException {
        var text = WRITTEN.matcher(source).replaceAll(YOUR_TEXT);
        if (text.contains(BEGIN_TEXT) || text.contains(END_TEXT)) {
            throw new NotebookFormatException(where + ": a SOLUTION marker without its partner");
        }
        return text;
    }
}
