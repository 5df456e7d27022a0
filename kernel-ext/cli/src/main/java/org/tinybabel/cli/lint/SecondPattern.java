package org.tinybabel.cli.lint;

import com.google.gson.JsonObject;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tinybabel.cli.lesson.Lesson;
import org.tinybabel.cli.lint.Lint.Fault;
import org.tinybabel.cli.run.RunTime;
import org.tinybabel.cli.run.StoredFindings;
import org.tinybabel.cli.run.Verdicts;
import org.tinybabel.display.Verdict;
import org.tinybabel.kernel.notebook.Cell;
import org.tinybabel.kernel.notebook.Notebook;

/**
 * The second pattern of walk-throughs: the paper and one example come first; each claim has one section with its prediction, its data,
 * its verdict against a computed control, and a finding; five sentences say what was found; and the whole is short.
 */
final class SecondPattern {

    private static final List<String> BEFORE_THE_CLAIMS =
            List.of("Question", "The paper", "Claims", "One example", "Set-up");
    private static final List<String> AFTER_THE_CLAIMS =
            List.of("Verdicts", "What we found", "Knob", "Limits", "Where to go next");
    private static final Set<String> OPTIONAL = Set.of("Set-up");

    /** What a notebook about no paper need not have. */
    private static final Set<String> OF_A_PAPER = Set.of("The paper");

    private static final Pattern CLAIM_SECTION = Pattern.compile("([A-Z][0-9]+[a-z]?)\\. .+");
    private static final Pattern BARS = Pattern.compile("Bar chart: .*?(\\d+) categories\\.", Pattern.DOTALL);
    private static final Pattern SERIES = Pattern.compile("“[^”]*”: ");

    private static final int MOST_CELLS = 70;
    private static final int MOST_LINES_OF_CODE = 300;
    private static final int MOST_SILENT_CELLS = 3;
    private static final int CELLS_BEFORE_A_FIGURE = 12;
    private static final int MOST_BARS = 12;
    private static final int FEWEST_CLAIMS = 3;
    private static final int MOST_CLAIMS = 5;
    private static final int FEWEST_SEEDS = 5;
    private static final int SENTENCES = 5;
    private static final int MOST_MINUTES_TO_READ = 35;
    private static final int MOST_SECONDS = 60;
    private static final int MOST_MINUTES_OF_EXERCISE = 90;

    private final String name;
    private final Notebook notebook;
    private final boolean aboutAPaper;
    private final JsonObject lesson;

    /** Headings of the second level, each with the cells that stand below it. */
    private final Map<String, List<Cell>> sections = new LinkedHashMap<>();

    private final List<Fault> faults = new ArrayList<>();

    SecondPattern(String name, Notebook notebook, LessonText text) {
        this.name = name;
        this.notebook = notebook;
        this.lesson = notebook.json().get("metadata") instanceof JsonObject metadata
                        && metadata.get("tinybabel") instanceof JsonObject own
                ? own
                : new JsonObject();
        this.aboutAPaper = lesson.has("paper");
        var headings = text.headings().stream()
                .filter(heading -> heading.level() == 2)
                .collect(Collectors.toMap(
                        LessonText.Title::cell, LessonText.Title::words, (first, second) -> first, LinkedHashMap::new));
        List<Cell> current = new ArrayList<>();
        for (var cell : notebook.cells()) {
            if (headings.containsKey(cell.id())) {
                current = new ArrayList<>();
                sections.put(headings.get(cell.id()), current);
            }
            current.add(cell);
        }
    }

    List<Fault> faults() {
        sections();
        size();
        firstFigure();
        diagram();
        findings();
        claims();
        whatWasFound();
        bars();
        time();
        return faults;
    }

    private void fault(String cell, String message) {
        faults.add(new Fault(cell, message));
    }

    private void sections() {
        var found = List.copyOf(sections.keySet());
        var claims = found.stream()
                .filter(section -> CLAIM_SECTION.matcher(section).matches())
                .toList();
        var expected = Stream.of(BEFORE_THE_CLAIMS, claims, AFTER_THE_CLAIMS)
                .flatMap(List::stream)
                .filter(section -> found.contains(section)
                        || !OPTIONAL.contains(section) && (aboutAPaper || !OF_A_PAPER.contains(section)))
                .toList();
        var known =
                aboutAPaper ? found : found.stream().filter(expected::contains).toList();
        if (claims.isEmpty() || !known.equals(expected)) {
            fault(
                    "",
                    "the sections must be " + BEFORE_THE_CLAIMS
                            + ", one for each claim such as \"C1. Is one enough?\", " + AFTER_THE_CLAIMS + "; got "
                            + found);
        }
    }

    private void size() {
        if (notebook.cells().size() > MOST_CELLS) {
            fault("", notebook.cells().size() + " cells; " + MOST_CELLS + " are enough for one lesson");
        }
        var lines = notebook.codeCells().stream()
                .flatMap(cell -> cell.source().lines())
                .filter(line -> !line.isBlank() && !line.startsWith("import "))
                .count();
        if (lines >= MOST_LINES_OF_CODE) {
            fault("", lines + " lines of code; fewer than " + MOST_LINES_OF_CODE + " can be read in one lesson");
        }
        var silent = 0;
        for (var cell : notebook.codeCells()) {
            silent = cell.outputs().isEmpty() ? silent + 1 : 0;
            if (silent == MOST_SILENT_CELLS + 1) {
                fault(cell.id(), "more than " + MOST_SILENT_CELLS + " code cells in a row show nothing");
            }
        }
    }

    private void firstFigure() {
        var first = notebook.cells().stream()
                .limit(CELLS_BEFORE_A_FIGURE)
                .anyMatch(cell -> isChart(cell) && !isDiagram(cell));
        if (!first) {
            fault("", "none of the first " + CELLS_BEFORE_A_FIGURE + " cells shows a figure: begin with one example");
        }
    }

    private void diagram() {
        if (notebook.cells().stream().noneMatch(SecondPattern::isDiagram)) {
            fault("", "no cell has the tag \"diagram\" and a drawing: show the mechanism as boxes and arrows");
        }
    }

    private static boolean isDiagram(Cell cell) {
        var drawn = cell.type() == Cell.Type.CODE
                ? outputs(cell)
                        .anyMatch(data -> Cell.multiline(data.get("text/html")).contains("<svg") || isPicture(data))
                : cell.source().contains("![");
        return cell.tags().contains("diagram") && drawn;
    }

    private static Stream<JsonObject> outputs(Cell cell) {
        return cell.outputs().stream()
                .map(output -> output.get("data"))
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast);
    }

    private static boolean isPicture(JsonObject data) {
        return data.keySet().stream().anyMatch(type -> type.startsWith("image/"))
                || Cell.multiline(data.get("text/html")).contains("<figure");
    }

    private static boolean isChart(Cell cell) {
        return cell.type() == Cell.Type.CODE && outputs(cell).anyMatch(SecondPattern::isPicture);
    }

    /** A chart that a knob redraws changes what there is to say. */
    private static boolean hasAKnob(Cell cell) {
        return cell.source().contains("live(");
    }

    private static boolean judges(Cell cell) {
        return cell.type() == Cell.Type.CODE && cell.source().matches("(?s).*\\bverdict\\(.*");
    }

    /** After each chart and each verdict, before the next one, a computed sentence says what it shows. */
    private void findings() {
        Optional<Cell> waiting = Optional.empty();
        for (var cell : notebook.codeCells()) {
            if (isChart(cell) && !isDiagram(cell) && !hasAKnob(cell) || judges(cell)) {
                waiting.ifPresent(this::missingFinding);
                waiting = Optional.of(cell);
            }
            if (StoredFindings.of(cell).findAny().isPresent()) {
                waiting = Optional.empty();
            }
        }
        waiting.ifPresent(this::missingFinding);
    }

    private void missingFinding(Cell cell) {
        fault(
                cell.id(),
                "say what " + (judges(cell) ? "the verdict" : "the chart")
                        + " shows, with finding(\"… {} …\", value), before the next one");
    }

    private void claims() {
        Map<String, Verdicts.Entry> verdicts;
        try {
            verdicts = Verdicts.of(notebook).byClaim();
        } catch (IllegalArgumentException e) {
            fault("", e.getMessage());
            return;
        }
        if (aboutAPaper && (verdicts.size() < FEWEST_CLAIMS || verdicts.size() > MOST_CLAIMS)) {
            fault("", verdicts.size() + " claims; a lesson has " + FEWEST_CLAIMS + " to " + MOST_CLAIMS);
        }
        var judged = new LinkedHashSet<String>();
        sections.forEach((section, cells) -> {
            var claim = CLAIM_SECTION.matcher(section);
            if (claim.matches()) {
                judged.add(claim.group(1));
                claimSection(claim.group(1), cells);
            }
        });
        if (!judged.equals(verdicts.keySet())) {
            fault("", "the sections judge the claims " + judged + ", and verdicts() shows " + verdicts.keySet());
        }
        verdicts.forEach(this::claim);
        if (lesson.get("few_seeds") instanceof JsonObject reasons) {
            reasons.keySet().stream()
                    .filter(id -> !verdicts.containsKey(id))
                    .forEach(id -> fault("", "\"few_seeds\" speaks of " + id + ", and there is no such claim"));
        }
    }

    /** Prediction, data, verdict and finding of a claim stand in one place, in this order. */
    private void claimSection(String id, List<Cell> cells) {
        var code = cells.stream().filter(cell -> cell.type() == Cell.Type.CODE).toList();
        var predicted = first(code, "predict(\"" + id + "\"");
        var judged = Math.max(first(code, "verdict(\"" + id + "\""), first(code, "outOfScope(\"" + id + "\""));
        if (predicted < 0 || judged < 0 || judged <= predicted) {
            fault(
                    "",
                    "the section of " + id + " must ask predict(\"" + id + "\") and later judge verdict(\"" + id
                            + "\", …)");
            return;
        }
        var shown = code.subList(predicted + 1, judged + 1).stream()
                .anyMatch(cell -> isChart(cell) || cell.source().contains("show("));
        if (!shown) {
            fault("", "the section of " + id + " shows no chart and no table between prediction and verdict");
        }
    }

    private static int first(List<Cell> cells, String source) {
        for (var i = 0; i < cells.size(); i++) {
            if (cells.get(i).source().contains(source)) {
                return i;
            }
        }
        return -1;
    }

    private void claim(String id, Verdicts.Entry found) {
        if (found.author().isBlank()) {
            fault(
                    "",
                    id
                            + " does not say whose claim it is: claim(id, paper(…) or ours(…), measure(…), criterion, control)");
        }
        if (found.verdict().isBlank()) {
            fault("", id + " has no verdict");
        } else if (!found.verdict().equals(Verdict.OUT_OF_SCOPE.words())) {
            if (!found.controlled()) {
                fault(
                        "",
                        id + " has no computed control: verdict(id, measured, measured.above(…), control.above(…)), "
                                + "or noControl(\"why\")");
            } else if (found.fewestSeeds().orElse(0) < FEWEST_SEEDS && !hasReason(id)) {
                fault(
                        "",
                        id + " is judged on " + found.fewestSeeds().orElse(0) + " seeds; take at least " + FEWEST_SEEDS
                                + ", or say why not in the metadata: \"few_seeds\": {\"" + id + "\": \"…\"}");
            }
        }
    }

    private boolean hasReason(String id) {
        return lesson.get("few_seeds") instanceof JsonObject reasons && reasons.has(id);
    }

    private void whatWasFound() {
        var cells = sections.getOrDefault("What we found", List.of());
        var prose = cells.stream()
                .flatMap(cell -> cell.type() == Cell.Type.MARKDOWN
                        ? cell.source().lines().filter(line -> !line.startsWith("#"))
                        : StoredFindings.of(cell).map(StoredFindings.Sentence::text))
                .collect(Collectors.joining(" "));
        var count = sentences(prose.strip());
        if (!cells.isEmpty() && count != SENTENCES) {
            fault(
                    "",
                    "\"What we found\" has " + count + " sentences; " + SENTENCES
                            + " say what the paper found, what we found, and why they differ");
        }
    }

    private static int sentences(String prose) {
        var sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        sentences.setText(prose);
        var count = 0;
        while (sentences.next() != BreakIterator.DONE) {
            count++;
        }
        return prose.isBlank() ? 0 : count;
    }

    private void bars() {
        for (var cell : notebook.codeCells()) {
            outputs(cell).map(data -> Cell.multiline(data.get("text/plain"))).forEach(words -> {
                var categories = BARS.matcher(words);
                if (categories.find()) {
                    var bars = Integer.parseInt(categories.group(1))
                            * Math.max(1, SERIES.matcher(words).results().count());
                    if (bars > MOST_BARS) {
                        fault(cell.id(), bars + " bars; more than " + MOST_BARS + " cannot be compared at a glance");
                    }
                }
            });
        }
    }

    private void time() {
        Lesson known;
        try {
            known = Lesson.of(name, notebook);
        } catch (IllegalArgumentException e) {
            // What is missing has been said.
            return;
        }
        var stored = RunTime.of(notebook);
        if (stored.isEmpty()) {
            fault("", "it does not say how long its stored run took: run it with tinybabel run --in-place");
        } else if (stored.getAsInt() > known.expectedSeconds()) {
            fault(
                    "",
                    "\"expected_seconds\" says " + known.expectedSeconds() + ", and the stored run took "
                            + stored.getAsInt());
        }
        atMost("expected_seconds", known.expectedSeconds(), MOST_SECONDS);
        atMost("minutes.read", known.minutes().read(), MOST_MINUTES_TO_READ);
        atMost("minutes.exercise", known.minutes().exercise(), MOST_MINUTES_OF_EXERCISE);
    }

    private void atMost(String key, int value, int most) {
        if (value > most) {
            fault("", "\"" + key + "\" is " + value + ", and may be " + most + " at most");
        }
    }
}
