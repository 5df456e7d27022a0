package org.tinybabel.cli.export;

import java.util.List;
import java.util.stream.Collectors;
import org.tinybabel.cli.export.CourseContents.Exercise;
import org.tinybabel.cli.export.Frame.Content;
import org.tinybabel.cli.export.Frame.Place;
import org.tinybabel.display.Html;
import org.tinybabel.grader.ExerciseTests;

/** The exercises for the printer: questions, stubs, points, and room to write; neither hints nor solutions. */
public final class Handout {

    private static final Frame FRAME =
            new Frame("TinyBabel exercises", List.of(new Place("index.html", "All exercises")));

    private Handout() {}

    /**
     * Makes the handout.
     *
     * @param course what it is about
     * @param tests the exercises with all of their tests, for the points
     * @return its files: an index and one page for each exercise
     */
    public static ExportedFiles of(CourseContents course, List<ExerciseTests> tests) {
        var files = new ExportedFiles();
        files.add("index.html", FRAME.page("index.html", index(course, tests)));
        for (var exercise : course.exercises()) {
            var path = exercise.id() + ".html";
            var sheet = ExerciseSheet.of(exercise, questions(exercise, tests));
            files.add(path, FRAME.page(path, Content.of(exercise.title(), sheet)));
        }
        return files;
    }

    private static Questions questions(Exercise exercise, List<ExerciseTests> tests) {
        return tests.stream()
                .filter(known -> known.id().equals(exercise.id()))
                .map(Questions::new)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no tests for the exercise " + exercise.id()));
    }

    private static Content index(CourseContents course, List<ExerciseTests> tests) {
        var rows = course.exercises().stream()
                .map(exercise -> List.of(
                        exercise.id().substring(0, 2),
                        Markup.link(exercise.id() + ".html", exercise.title()),
                        Html.escape(exercise.minutes()),
                        String.valueOf(questions(exercise, tests).points())))
                .toList();
        var objectives = course.exercises().stream()
                .filter(exercise -> !exercise.objectives().isEmpty())
                .map(exercise ->
                        "<h2>" + Html.escape(exercise.title()) + "</h2>\n" + Markup.list(exercise.objectives()))
                .collect(Collectors.joining());
        return Content.of(
                "TinyBabel exercises",
                "<h1>TinyBabel exercises</h1>\n<p>One sheet for each exercise, made for the printer.</p>\n"
                        + Markup.table("The exercises", List.of("No.", "Exercise", "Minutes", "Points"), rows)
                        + objectives);
    }
}
