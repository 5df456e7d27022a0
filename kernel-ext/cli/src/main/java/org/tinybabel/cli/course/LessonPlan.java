package org.tinybabel.cli.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tinybabel.cli.course.CourseUnit.Section;
import org.tinybabel.cli.lesson.Lesson;
import org.tinybabel.display.Quiz;

/** A lesson about one notebook as a page. */
final class LessonPlan {

    private static final String PREDICT = "Predict";
    private static final String TRAIN = "Train";
    private static final String VERDICTS = "Verdicts";
    private static final String LIMITS = "Limits";
    private static final int QUESTIONS_IN_CLASS = 2;
    private static final int SECONDS_PER_MINUTE = 60;

    private final CourseUnit unit;
    private final Map<String, CourseUnit> others;
    private final int running;
    private final Slots slots;

    /**
     * A lesson plan.
     *
     * @param unit the notebook
     * @param others all notebooks, by number
     */
    LessonPlan(CourseUnit unit, Map<String, CourseUnit> others) {
        this.unit = unit;
        this.others = others;
        var lesson = unit.lesson();
        this.running = Math.max(
                lesson.minutes().run(), (lesson.expectedSeconds() + SECONDS_PER_MINUTE - 1) / SECONDS_PER_MINUTE);
        this.slots = Slots.forRun(running);
    }

    Document document() {
        var lesson = unit.lesson();
        var title = "Lesson plan " + unit.name();
        var text = new MarkdownText()
                .heading(1, title)
                .block(lesson.paper().map(LessonPlan::about).orElse("About no paper.") + " " + slots.total()
                        + " minutes; before class, start the notebook once on the machine that you show it on.")
                .heading(2, "Objectives")
                .list(lesson.objectives());
        timetable(text);
        question(text);
        setUp(text);
        run(text);
        exercise(text);
        verdicts(text);
        quiz(text);
        return new Document("lesson-plan-" + lesson.number(), title, text.toString());
    }

    private static String about(Lesson.Paper paper) {
        return "About " + paper.authors() + " (" + paper.year() + "), arXiv " + paper.arxiv() + ".";
    }

    private void timetable(MarkdownText text) {
        var rows = new ArrayList<List<String>>();
        var from = 0;
        for (var slot : List.of(
                Map.entry("Question and prediction", slots.question()),
                Map.entry("Set-up", slots.setUp()),
                Map.entry("Run and look", slots.run()),
                Map.entry("Exercise", slots.exercise()),
                Map.entry("Verdicts", slots.verdicts()),
                Map.entry("Quiz", slots.quiz()))) {
            rows.add(List.of(
                    from + " to " + (from + slot.getValue()), slot.getValue().toString(), slot.getKey()));
            from += slot.getValue();
        }
        text.heading(2, "Timetable").table(List.of("from minute", "minutes", "what"), List.of(1), rows);
    }

    private void question(MarkdownText text) {
        var items = new ArrayList<String>();
        for (var number : unit.lesson().prerequisites()) {
            var before = others.get(number);
            items.add("Recall " + before.name() + ": "
                    + String.join("; ", before.lesson().keyPoints()) + ".");
        }
        items.add("Read: " + words(sections(0, PREDICT)) + ".");
        items.add("Everybody writes down a prediction before anything runs.");
        text.heading(2, "Question and prediction (" + slots.question() + " min)")
                .block("> " + unit.lesson().question())
                .list(items);
    }

    private void setUp(MarkdownText text) {
        var items = new ArrayList<>(List.of("Read and run: " + words(sections(after(PREDICT), TRAIN)) + "."));
        if (!unit.lesson().terms().isEmpty()) {
            items.add("New terms: " + String.join(", ", unit.lesson().terms()) + ".");
        }
        text.heading(2, "Set-up (" + slots.setUp() + " min)").list(items);
    }

    private void run(MarkdownText text) {
        var lesson = unit.lesson();
        var items = new ArrayList<>(List.of(
                "Run live: " + words(sections(first(TRAIN), VERDICTS)) + ".",
                "The whole notebook takes " + lesson.expectedSeconds() + " s on two cores; seeds: " + lesson.seeds()
                        + "."));
        if (!slots.hasTimeFor(running)) {
            items.add(
                    "That is more than this lesson has time for: let it run before class, and show the stored outputs.");
        }
        text.heading(2, "Run and look (" + slots.run() + " min)").list(items);
    }

    private void exercise(MarkdownText text) {
        text.heading(2, "Exercise (" + slots.exercise() + " min)");
        if (unit.exercise().isEmpty()) {
            text.block("There is no exercise: let groups vary a knob, predict what happens, and report.");
            return;
        }
        var all = unit.exercise().get();
        var inClass = all.questions().stream().limit(QUESTIONS_IN_CLASS).toList();
        var atHome = all.questions().stream().skip(QUESTIONS_IN_CLASS).toList();
        text.block("In class, in pairs, from `exercises/" + all.id() + ".ipynb`:")
                .list(inClass.stream().map(LessonPlan::words).toList());
        if (!atHome.isEmpty()) {
            text.block("At home, with what was not finished; all of it gives " + all.total() + " points:")
                    .list(atHome.stream().map(LessonPlan::words).toList());
        }
    }

    private static String words(ExercisePoints.Part part) {
        return "(" + part.question() + ") " + part.about() + ", " + points(part.total())
                + (part.written() > 0 ? ", in words" : "");
    }

    private static String points(int points) {
        return points == 1 ? "1 point" : points + " points";
    }

    private void verdicts(MarkdownText text) {
        var after = sections(first(VERDICTS), "");
        var shown = after.stream()
                .filter(section ->
                        section.heading().equals(VERDICTS) || section.heading().equals(LIMITS))
                .toList();
        text.heading(2, "Verdicts (" + slots.verdicts() + " min)")
                .block("Compare with the predictions; read: " + words(shown) + ". Then talk about:")
                .list(unit.lesson().discussion());
        var more = after.stream()
                .filter(section -> !shown.contains(section) && section.codeCells() > 0)
                .toList();
        if (!more.isEmpty()) {
            text.block("If time is left: " + words(more) + ".");
        }
    }

    private void quiz(MarkdownText text) {
        text.heading(2, "Quiz (" + slots.quiz() + " min)");
        Quiz.find(unit.lesson().id()).ifPresent(quiz -> {
            text.block("The notebook's own questions, from memory, by a show of hands; then open the answers:");
            text.list(quiz.questions().stream().map(Quiz.Question::text).toList());
        });
        if (!unit.lesson().terms().isEmpty()) {
            text.block("If time is left, one sentence each: what is meant by "
                    + String.join(", ", unit.lesson().terms()) + "?");
        }
        text.block("To close, the key points:").list(unit.lesson().keyPoints());
    }

    /** Where the first section begins whose heading starts with a word; the end if there is none. */
    private int first(String word) {
        var all = unit.sections();
        for (var i = 0; i < all.size(); i++) {
            if (all.get(i).heading().startsWith(word)) {
                return i;
            }
        }
        return all.size();
    }

    private int after(String word) {
        return Math.min(first(word) + 1, unit.sections().size());
    }

    /** The sections from a place up to that of a word: including {@link #PREDICT}, excluding all others. */
    private List<Section> sections(int from, String upTo) {
        var end = upTo.isEmpty() ? unit.sections().size() : upTo.equals(PREDICT) ? after(upTo) : first(upTo);
        return unit.sections().subList(Math.min(from, end), end);
    }

    private static String words(List<Section> sections) {
        return sections.isEmpty()
                ? "nothing"
                : sections.stream().map(LessonPlan::words).collect(Collectors.joining("; "));
    }

    private static String words(Section section) {
        var cells = section.codeCells() == 0
                ? ""
                : section.codeCells() == 1 ? " (1 cell)" : " (" + section.codeCells() + " cells)";
        return "*" + section.heading() + "*" + cells
                + (section.parts().isEmpty() ? "" : ", with " + String.join(" / ", section.parts()));
    }
}
