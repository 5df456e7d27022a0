package org.tinybabel.cli.lint;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.tinybabel.kernel.notebook.Cell;
import org.tinybabel.kernel.notebook.Notebook;

/**
 * Checks that a walk-through keeps the lesson contract: what its metadata say, the order of its sections, headings that skip no
 * level, short cells, words for every picture, and links that lead somewhere.
 */
public final class Lint {

    /** The sections of a notebook about a paper, in their order. */
    static final List<String> SECTIONS = List.of(
            "Question",
            "Claims",
            "Predict",
            "Set-up",
            "Look at the data",
            "Train",
            "Measure",
            "Control",
            "Verdicts",
            "Knob",
            "Limits",
            "Where to go next");

    private static final int MOST_LINES = 15;
    private static final int FEWEST_WORDS = 3;

    private final Path file;
    private final Notebook notebook;
    private final LessonText text;
    private final List<Fault> faults = new ArrayList<>();

    /**
     * Something that is not as it must be.
     *
     * @param cell the id of the cell; blank if it is about the whole notebook
     * @param message one sentence
     */
    public record Fault(String cell, String message) {

        @Override
        public String toString() {
            return cell.isBlank() ? message : "cell " + cell + ": " + message;
        }
    }

    private Lint(Path file, Notebook notebook) {
        this.file = file;
        this.notebook = notebook;
        this.text = LessonText.of(notebook);
    }

    /**
     * Checks a walk-through.
     *
     * @param file where it lies; its links are relative to that
     * @param notebook the notebook
     * @return its faults, in the order of the rules; empty if it keeps the contract
     */
    public static List<Fault> faults(Path file, Notebook notebook) {
        var lint = new Lint(file, notebook);
        LessonMetadata.faults(notebook).forEach(message -> lint.fault("", message));
        lint.sections();
        lint.headings();
        lint.cells();
        lint.pictures();
        lint.links();
        return lint.faults;
    }

    private void fault(String cell, String message) {
        faults.add(new Fault(cell, message));
    }

    /** A notebook about no paper, such as the first one, may leave sections out and have others; the order holds all the same. */
    private void sections() {
        var found = text.headings().stream()
                .filter(heading -> heading.level() == 2)
                .map(LessonText.Title::words)
                .toList();
        var known = found.stream().filter(SECTIONS::contains).toList();
        if (!known.equals(SECTIONS.stream().filter(known::contains).toList())) {
            fault("", "the sections must stand once and in the order " + SECTIONS + ", got " + known);
        }
        if (notebook.json().get("metadata") instanceof JsonObject metadata
                && metadata.get("tinybabel") instanceof JsonObject lesson
                && lesson.has("paper")
                && !found.equals(SECTIONS)) {
            fault("", "a notebook about a paper has the sections " + SECTIONS + ", got " + found);
        }
    }

    private void headings() {
        var before = 0;
        for (var heading : text.headings()) {
            if (heading.level() > before + 1) {
                fault(heading.cell(), "the heading \"" + heading.words() + "\" skips a level");
            }
            if (heading.level() == 1 && before > 0) {
                fault(heading.cell(), "a notebook has one title, and \"" + heading.words() + "\" is another");
            }
            before = heading.level();
        }
        if (text.headings().isEmpty() || text.headings().get(0).level() != 1) {
            fault("", "the notebook must begin with a title, a heading of the first level");
        }
    }

    private void cells() {
        var ids = new HashSet<String>();
        for (var cell : notebook.cells()) {
            if (!ids.add(cell.id())) {
                fault(cell.id(), "two cells have this id");
            }
            var lines = cell.source().strip().lines().count();
            if (cell.type() == Cell.Type.CODE && lines > MOST_LINES) {
                fault(cell.id(), lines + " lines; split it, " + MOST_LINES + " are enough for one idea");
            }
        }
    }

    private void pictures() {
        for (var image : text.images()) {
            if (image.alternative().split("\\s+").length < FEWEST_WORDS) {
                fault(
                        image.cell(),
                        "the image " + image.destination() + " needs words that say what it shows, got \""
                                + image.alternative() + "\"");
            }
        }
        for (var cell : notebook.codeCells()) {
            for (var output : cell.outputs()) {
                if (output.get("data") instanceof JsonObject data
                        && data.keySet().stream().anyMatch(type -> type.startsWith("image/"))
                        && (!data.has("text/plain")
                                || Cell.multiline(data.get("text/plain")).split("\\s+").length < FEWEST_WORDS)) {
                    fault(cell.id(), "a figure has no words that say what it shows");
                }
            }
        }
    }

    private void links() {
        for (var link : text.links()) {
            target(link.cell(), link.destination());
        }
        for (var image : text.images()) {
            target(image.cell(), image.destination());
        }
    }

    private void target(String cell, String destination) {
        if (destination.matches("(https?|mailto|attachment|data):.*")) {
            return;
        }
        var path = destination.replaceFirst("#.*$", "");
        if (path.isBlank()) {
            var anchor = destination.substring(1);
            if (text.headings().stream()
                    .noneMatch(heading -> anchor.equals(heading.words().replace(' ', '-')))) {
                fault(cell, "no heading is called \"" + anchor.replace('-', ' ') + "\"");
            }
        } else if (!Files.exists(file.toAbsolutePath().resolveSibling(path))) {
            fault(cell, "the link leads to " + path + ", which does not exist");
        }
    }
}
