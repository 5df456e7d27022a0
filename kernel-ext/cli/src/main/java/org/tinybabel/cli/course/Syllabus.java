package org.tinybabel.cli.course;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tinybabel.cli.course.WeekPlan.Block;

/** A course of some weeks as a page. */
final class Syllabus {

    private final WeekPlan plan;
    private final List<CourseUnit> units;
    private final int papers;

    /**
     * A syllabus.
     *
     * @param plan which notebook is read in which week
     * @param units all notebooks there are
     * @param papers how many papers the kit is to have notebooks of
     */
    Syllabus(WeekPlan plan, List<CourseUnit> units, int papers) {
        this.plan = plan;
        this.units = units;
        this.papers = papers;
    }

    Document document() {
        var title = "Syllabus for " + plan.weeks() + " weeks";
        var text = new MarkdownText()
                .heading(1, title)
                .block(
                        "Made from what the notebooks say about themselves: their prerequisites give the order, their minutes the"
                                + " weeks. Minutes are a student's whole work, in class and at home: reading, waiting for the"
                                + " experiment, solving the exercise.")
                .list(List.of(done(), limit()));
        overview(text);
        for (var week = 1; week <= plan.taught().size(); week++) {
            week(text, week, plan.taught().get(week - 1));
        }
        free(text);
        leftOut(text);
        needs(text);
        return new Document("syllabus-" + plan.weeks() + "-weeks", title, text.toString());
    }

    private String done() {
        var read = plan.read().size();
        return withPaper() + " of the " + papers + " papers have a notebook so far; with introductions there are "
                + units.size() + " notebooks. This course reads "
                + (read == units.size() ? "all of them." : read + " of them.");
    }

    private long withPaper() {
        return units.stream().filter(unit -> unit.lesson().paper().isPresent()).count();
    }

    private String limit() {
        var workload = plan.workload();
        return "A week asks for at most " + workload.total() + " minutes: " + workload.inClass()
                + " in class and up to " + workload.atHome() + " at home. The fullest week of this course takes "
                + plan.heaviest() + ".";
    }

    private void overview(MarkdownText text) {
        var rows = new ArrayList<List<String>>();
        for (var week = 1; week <= plan.weeks(); week++) {
            var blocks = week <= plan.taught().size() ? plan.taught().get(week - 1) : List.<Block>of();
            rows.add(List.of(
                    Integer.toString(week),
                    blocks.isEmpty()
                            ? "free"
                            : blocks.stream().map(Syllabus::words).collect(Collectors.joining("; ")),
                    WeekPlan.due(blocks).stream().map(ExercisePoints::id).collect(Collectors.joining(", ")),
                    blocks.isEmpty() ? "" : Integer.toString(WeekPlan.minutes(blocks))));
        }
        text.heading(2, "Overview").table(List.of("week", "notebooks", "hand in", "minutes"), List.of(0, 3), rows);
    }

    private static String words(Block block) {
        return block.unit().name()
                + switch (block.part()) {
                    case WHOLE -> "";
                    case WALK_THROUGH -> " (walk-through)";
                    case EXERCISE -> " (exercise)";
                };
    }

    private static void week(MarkdownText text, int number, List<Block> blocks) {
        text.heading(2, "Week " + number);
        for (var block : blocks) {
            var lesson = block.unit().lesson();
            text.block("**" + words(block) + "**, " + block.minutes() + " minutes");
            var items = new ArrayList<String>();
            if (block.part() == WeekPlan.Part.EXERCISE) {
                items.add("In class: difficulties with the exercise, and once more: "
                        + lesson.discussion().get(0));
            } else {
                items.add("Question: " + lesson.question());
                items.add("In class: lesson plan " + lesson.number() + ", which also begins the exercise");
                lesson.objectives().forEach(objective -> items.add("Objective: " + objective));
            }
            WeekPlan.due(List.of(block))
                    .forEach(exercise ->
                            items.add("Hand in: exercise " + exercise.id() + ", " + exercise.total() + " points"));
            text.list(items);
        }
    }

    private void free(MarkdownText text) {
        var first = plan.taught().size() + 1;
        if (first > plan.weeks()) {
            return;
        }
        text.heading(2, first == plan.weeks() ? "Week " + first : "Weeks " + first + " to " + plan.weeks())
                .block("Free: all notebooks that there are have been read"
                        + (withPaper() < papers
                                ? ", and those of the other " + (papers - withPaper())
                                        + " papers are planned and not done."
                                : ".")
                        + " Use the time for experiments of the students' own, with the knobs and the \"vary me\" cells of the"
                        + " notebooks above, and for presentations of what came out.");
    }

    private void leftOut(MarkdownText text) {
        if (plan.leftOut().isEmpty()) {
            return;
        }
        text.heading(2, "Left out")
                .block(
                        "Notebooks were taken in the order of their numbers and prerequisites as long as no week got too full."
                                + " These found no room:")
                .list(plan.leftOut().stream().map(Syllabus::reason).toList());
    }

    private static String reason(WeekPlan.LeftOut one) {
        return one.unit().name()
                + one.needs()
                        .map(other -> ": needs " + other.name() + ", which is left out")
                        .orElse(", " + one.unit().lesson().minutes().total() + " minutes");
    }

    private void needs(MarkdownText text) {
        var rows = plan.read().stream()
                .map(CourseUnit::lesson)
                .map(lesson -> List.of(
                        lesson.number() + " " + lesson.title(),
                        lesson.prerequisites().isEmpty() ? "nothing" : String.join(", ", lesson.prerequisites()),
                        Integer.toString(lesson.minutes().read()),
                        Integer.toString(lesson.minutes().run()),
                        Integer.toString(lesson.minutes().exercise()),
                        Integer.toString(lesson.minutes().total())))
                .toList();
        text.heading(2, "What each notebook needs")
                .table(
                        List.of("notebook", "read before", "read", "run", "exercise", "minutes in all"),
                        List.of(2, 3, 4, 5),
                        rows);
    }
}
