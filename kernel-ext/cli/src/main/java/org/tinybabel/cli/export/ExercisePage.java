package org.tinybabel.cli.export;

import java.util.LinkedHashMap;
import java.util.Optional;
import org.tinybabel.cli.export.CourseContents.Exercise;
import org.tinybabel.cli.export.Frame.Content;
import org.tinybabel.cli.page.NotebookBody;

/** The students' notebook of an exercise: questions, stubs and hints, no solutions. */
final class ExercisePage {

    private static final String UP = "../";

    private ExercisePage() {}

    static Content of(CourseContents course, Exercise exercise) {
        var body = NotebookBody.of(exercise.notebook());
        var facts = new LinkedHashMap<String, String>();
        facts.put("Time", exercise.minutes().isBlank() ? "" : exercise.minutes() + " min");
        facts.put("You will", exercise.objectives().isEmpty() ? "" : Markup.list(exercise.objectives()));
        facts.put(
                "Solve it in",
                "<code>exercises/" + exercise.id() + ".ipynb</code> of the kit, which checks your answers");
        var introduction = "<div class=\"about\">\n" + Markup.facts(facts) + "</div>\n";
        return Content.of(exercise.title(), LearnerPage.withIntroduction(body, exercise.title(), introduction))
                .withContents(body.contents())
                .withBelow(Markup.steps(
                        course.walkthrough(exercise.id())
                                .map(page -> Markup.link(UP + Site.page(page), "Walk-through: " + page.name())),
                        next(course, exercise)
                                .map(page -> Markup.link(UP + Site.page(page), "Next: " + page.title()))));
    }

    private static Optional<Exercise> next(CourseContents course, Exercise exercise) {
        var at = course.exercises().indexOf(exercise);
        return at + 1 < course.exercises().size()
                ? Optional.of(course.exercises().get(at + 1))
                : Optional.empty();
    }
}
