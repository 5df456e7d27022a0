package org.tinybabel.cli.lint;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tinybabel.cli.NamedNotebooks;
import org.tinybabel.cli.lesson.Glossary;
import org.tinybabel.cli.lesson.Lesson;
import org.tinybabel.cli.run.Provenance;
import org.tinybabel.display.Html;
import org.tinybabel.display.Quiz;
import org.tinybabel.kernel.notebook.Cell;
import org.tinybabel.kernel.notebook.Notebook;

/**
 * Checks that a walk-through keeps the lesson contract: what its metadata say, the order of its sections, headings that skip no
 * level, short cells, words for every picture that say what it shows, links that lead somewhere, terms that the glossary defines,
 * foreign scripts marked as such, a prediction before the data and five questions after them, no computed numbers typed into the
 * text, and outputs that belong to the source above them.
 */
public final class Lint {

    /** The notebooks of the first pattern that still wait for the second. */
    private static final Set<String> NOT_REWRITTEN = Set.of(
            "01-bigram-subnetworks",
            "02-cloned-languages",
            "03-multilingual-scaling-laws",
            "04-tokenizer-transfer",
            "10-configurable-bricks",
            "21-script-barrier",
            "24-lexical-specialization",
            "26-knowledge-solver",
            "30-cjk-datasets");

    /** The sections of a notebook of the first pattern, in their order. */
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
    private static final int MOST_COLUMNS = 104; // what JupyterLab shows on a screen of a laptop beside its margins
    private static final int FEWEST_WORDS = 3;
    private static final String EMPTY_WORDS =
            "(an?|the|of|in|with|image|picture|figure|chart|plot|graph|screenshot|photo|diagram|.*\\.(png|svg|jpe?g|gif))";
    private static final int QUESTIONS = 5;

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
        if (lint.firstPattern()) {
            lint.sections();
        } else if (lint.lesson().isPresent()) {
            lint.faults.addAll(new SecondPattern(NamedNotebooks.name(file), notebook, lint.text).faults());
        }
        lint.headings();
        lint.cells();
        lint.pictures();
        lint.links();
        lint.time();
        lint.terms();
        lint.scripts();
        lint.teaching();
        lint.numbers();
        lint.outputs();
        return lint.faults;
    }

    private void fault(String cell, String message) {
        faults.add(new Fault(cell, message));
    }

    /** Whether the notebook keeps the rules from before its rewriting; new notebooks cannot. */
    private boolean firstPattern() {
        return lesson().filter(lesson -> lesson.has("pattern")).isPresent();
    }

    private void sections() {
        var found = text.headings().stream()
                .filter(heading -> heading.level() == 2)
                .map(LessonText.Title::words)
                .toList();
        if (!NOT_REWRITTEN.contains(NamedNotebooks.name(file))) {
            fault("", "\"pattern\": 1 is for notebooks from before the second pattern; leave it out");
        }
        if (!found.equals(SECTIONS)) {
            fault("", "a notebook of the first pattern has the sections " + SECTIONS + ", got " + found);
        }
    }

    private Optional<JsonObject> lesson() {
        return notebook.json().get("metadata") instanceof JsonObject metadata
                        && metadata.get("tinybabel") instanceof JsonObject lesson
                ? Optional.of(lesson)
                : Optional.empty();
    }

    private boolean aboutAPaper() {
        return lesson().filter(lesson -> lesson.has("paper")).isPresent();
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
            var columns = cell.source()
                    .lines()
                    .mapToInt(line -> line.codePointCount(0, line.length()))
                    .max()
                    .orElse(0);
            if (cell.type() == Cell.Type.CODE && columns > MOST_COLUMNS) {
                fault(
                        cell.id(),
                        "a line of " + columns + " characters; break it, after " + MOST_COLUMNS + " it is cut off");
            }
        }
    }

    private void pictures() {
        for (var image : text.images()) {
            if (unspecific(image.alternative())) {
                fault(
                        image.cell(),
                        "the image " + image.destination() + " needs words that say what it shows, got \""
                                + image.alternative() + "\"");
            }
        }
        var known = new HashMap<String, String>();
        for (var cell : notebook.codeCells()) {
            for (var output : cell.outputs()) {
                if (output.get("data") instanceof JsonObject data
                        && data.keySet().stream().anyMatch(type -> type.startsWith("image/"))) {
                    figure(cell.id(), Cell.multiline(data.get("text/plain")), known);
                }
            }
        }
    }

    /** The words of a chart are made from its title, its axes and its numbers: they are as good as these. */
    private void figure(String cell, String words, Map<String, String> known) {
        if (unspecific(words)) {
            fault(cell, "a figure has no words that say what it shows");
        } else if (words.contains("axis without a title")) {
            fault(cell, "a chart has an axis without a title");
        }
        var before = known.putIfAbsent(words, cell);
        if (before != null) {
            fault(
                    cell,
                    "its figure has the same words as that of cell " + before
                            + ": give them titles that tell them apart");
        }
    }

    private static boolean unspecific(String words) {
        var telling = Arrays.stream(words.strip().split("\\s+"))
                .filter(word -> !word.toLowerCase(Locale.ROOT).matches(EMPTY_WORDS))
                .count();
        return telling < FEWEST_WORDS;
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

    /** A reader of the notebook does not see its metadata, so the first cell says how long it takes. */
    private void time() {
        try {
            var lesson = Lesson.of("", notebook);
            var minutes = lesson.minutes();
            var sentence = "**Time:** " + minutes.read() + " minutes to read, " + lesson.expectedSeconds()
                    + " seconds to run on two cores, " + minutes.exercise() + " minutes for the exercises.";
            var first = notebook.cells().stream().findFirst().map(Cell::source).orElse("");
            if (!first.contains(sentence)) {
                fault("", "the first cell must say \"" + sentence + "\", as the metadata do");
            }
        } catch (IllegalArgumentException e) {
            // What is missing has been said.
        }
    }

    private void terms() {
        var prose = notebook.cells().stream()
                .filter(cell -> cell.type() == Cell.Type.MARKDOWN)
                .map(cell -> cell.source().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("\n"));
        var defined = Glossary.terms().stream().map(Glossary.Term::term).toList();
        for (var term : listed("terms")) {
            if (!defined.contains(term)) {
                fault("", "the term \"" + term + "\" is not in the glossary (datasets/tables/glossary.csv)");
            }
            if (!prose.contains(term.toLowerCase(Locale.ROOT))) {
                fault("", "the term \"" + term + "\" does not occur in the text");
            }
        }
    }

    private List<String> listed(String key) {
        return lesson().map(lesson -> lesson.get(key))
                .filter(JsonArray.class::isInstance)
                .map(list -> list.getAsJsonArray().asList().stream()
                        .filter(JsonElement::isJsonPrimitive)
                        .map(JsonElement::getAsString)
                        .toList())
                .orElse(List.of());
    }

    /** Text in another script needs its language and direction, for screen readers, fonts and line breaking. */
    private void scripts() {
        for (var cell : notebook.cells()) {
            if (cell.type() == Cell.Type.MARKDOWN) {
                var outside = cell.source()
                        .replaceAll("(?s)<span(?=[^>]*\\slang=)(?=[^>]*\\sdir=)[^>]*>.*?</span>", "")
                        .replaceAll("(?s)`[^`]*`|\\$[^$]*\\$", "");
                if (!Html.text(outside).equals(Html.escape(outside))) {
                    fault(cell.id(), "words in another script need a span with lang and dir around them");
                }
            }
        }
    }

    private void teaching() {
        if (!aboutAPaper()) {
            return;
        }
        var name = NamedNotebooks.name(file);
        if (notebook.codeCells().stream().noneMatch(cell -> cell.source().contains("predict("))) {
            fault("", "no cell asks for a prediction; write predict(); before the data");
        }
        if (notebook.codeCells().stream().noneMatch(cell -> cell.source().contains("quiz(\"" + name + "\")"))) {
            fault("", "no cell asks the questions about the notebook; write quiz(\"" + name + "\");");
            return;
        }
        try {
            var questions = Quiz.of(name).questions().size();
            if (questions != QUESTIONS) {
                fault("", "a notebook has " + QUESTIONS + " questions, and this one " + questions);
            }
        } catch (IllegalArgumentException e) {
            fault("", e.getMessage());
        }
    }

    private void numbers() {
        for (var cell : notebook.cells()) {
            if (cell.type() == Cell.Type.MARKDOWN) {
                var computed = ProseNumbers.computed(cell, notebook);
                if (!computed.isEmpty()) {
                    fault(cell.id(), "the text names numbers that a cell computes: " + String.join(", ", computed));
                }
            }
        }
    }

    private void outputs() {
        var stale = Provenance.stale(notebook);
        if (!stale.isEmpty()) {
            fault(
                    stale.get(0).id(),
                    "from here on, outputs come from other source (" + stale.size()
                            + " in all): run the notebook with tinybabel run --in-place");
        }
    }
}
