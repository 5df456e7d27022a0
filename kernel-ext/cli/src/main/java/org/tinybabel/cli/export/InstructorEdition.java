package org.tinybabel.cli.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tinybabel.cli.UserError;
import org.tinybabel.cli.course.Document;
import org.tinybabel.cli.export.CourseContents.Walkthrough;
import org.tinybabel.cli.export.Frame.Content;
import org.tinybabel.cli.export.Frame.Place;
import org.tinybabel.cli.page.NotebookBody;
import org.tinybabel.display.Html;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.grader.authoring.EditedAnswer;
import org.tinybabel.grader.authoring.EditedAnswers;

/** What an instructor wants to know about each notebook, and texts on the course as a whole. Not for students. */
public final class InstructorEdition {

    private static final String NAME = "TinyBabel for instructors";
    private static final Frame FRAME = new Frame(NAME, List.of(new Place("index.html", "All notebooks")));

    private InstructorEdition() {}

    /**
     * Makes the edition.
     *
     * @param course what it is about
     * @param tests the exercises with all of their tests
     * @param solutions the folder with the known-wrong answers
     * @param documents texts on the course, in the order of the index
     * @return its files: an index, a page for each notebook, a page for each text
     * @throws UserError if the folder is missing
     */
    public static ExportedFiles of(
            CourseContents course, List<ExerciseTests> tests, Path solutions, List<Document> documents) {
        if (!Files.isDirectory(solutions.resolve("wrong"))) {
            throw new UserError("The instructor edition needs the known-wrong answers in " + solutions.resolve("wrong")
                    + ", which this copy of the kit does not have.");
        }
        var files = new ExportedFiles();
        files.add("index.html", FRAME.page("index.html", index(course, tests, documents)));
        for (var walkthrough : course.walkthroughs()) {
            var path = path(walkthrough);
            var content = InstructorPage.of(
                    course,
                    walkthrough,
                    questions(walkthrough, tests),
                    wrongAnswers(solutions, walkthrough.lesson().id()));
            files.add(path, FRAME.page(path, content));
        }
        for (var document : documents) {
            files.add(path(document), FRAME.page(path(document), content(document)));
        }
        return files;
    }

    static String path(Walkthrough walkthrough) {
        return "notebooks/" + walkthrough.lesson().id() + ".html";
    }

    private static List<EditedAnswer> wrongAnswers(Path solutions, String exercise) {
        try {
            var wrong = EditedAnswers.of(EditedAnswers.Kind.WRONG, solutions, exercise);
            if (!wrong.faults().isEmpty()) {
                throw new UserError("The instructor edition shows the known-wrong answers, and one does not apply: "
                        + wrong.faults().get(0) + ".");
            }
            return wrong.answers();
        } catch (IOException e) {
            throw new UserError("Cannot read the wrong answers in " + solutions + ": " + e);
        }
    }

    private static String path(Document document) {
        return "course/" + document.name() + ".html";
    }

    private static Optional<Questions> questions(Walkthrough walkthrough, List<ExerciseTests> tests) {
        return tests.stream()
                .filter(exercise -> exercise.id().equals(walkthrough.lesson().id()))
                .map(Questions::new)
                .findFirst();
    }

    private static Content content(Document document) {
        var body = NotebookBody.of(document.markdown());
        var title = body.titled() ? "" : "<h1>" + Html.escape(document.title()) + "</h1>\n";
        return Content.of(document.title(), title + body.html()).withContents(body.contents());
    }

    private static Content index(CourseContents course, List<ExerciseTests> tests, List<Document> documents) {
        var rows = course.walkthroughs().stream().map(page -> row(page, tests)).toList();
        var header = List.of(
                "Notebook",
                "Minutes to read",
                "Minutes to run",
                "Minutes for exercises",
                "Read before",
                "Points",
                "Verdicts");
        var main = "<h1>" + NAME
                + "</h1>\n<p>Timings, discussion, fidelity, tests, hints and typical wrong answers for each notebook."
                + " These pages hold what students should find out themselves.</p>\n"
                + (documents.isEmpty() ? "" : Markup.heading(2, "course", "The course") + links(documents))
                + Markup.heading(2, "notebooks", "The notebooks")
                + Markup.table("Time and points", header, rows);
        return Content.of(NAME, main);
    }

    private static String links(List<Document> documents) {
        return Markup.items(documents.stream()
                .map(document -> Markup.link(path(document), document.title()))
                .toList());
    }

    private static List<String> row(Walkthrough walkthrough, List<ExerciseTests> tests) {
        var lesson = walkthrough.lesson();
        var row = new ArrayList<String>();
        row.add(Markup.link(path(walkthrough), walkthrough.name()));
        row.add(String.valueOf(lesson.minutes().read()));
        row.add(String.valueOf(lesson.minutes().run()));
        row.add(String.valueOf(lesson.minutes().exercise()));
        row.add(lesson.prerequisites().isEmpty() ? "nothing" : String.join(", ", lesson.prerequisites()));
        row.add(questions(walkthrough, tests)
                .map(Questions::points)
                .map(String::valueOf)
                .orElse("none"));
        row.add(LessonFacts.verdicts(walkthrough));
        return row;
    }
}
