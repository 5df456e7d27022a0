package org.tinybabel.cli.export;

import java.util.ArrayList;
import org.tinybabel.cli.export.CourseContents.Walkthrough;
import org.tinybabel.cli.export.Frame.Content;
import org.tinybabel.cli.page.NotebookBody;
import org.tinybabel.cli.page.Section;
import org.tinybabel.display.Html;

/** A walk-through with its outputs, what it says about itself, and the ways on. */
final class LearnerPage {

    private static final String UP = "../";

    private LearnerPage() {}

    static Content of(CourseContents course, Walkthrough walkthrough) {
        var body = NotebookBody.of(walkthrough.notebook());
        var sections = new ArrayList<>(body.sections());
        sections.add(new Section("lesson-key-points", "Key points"));
        var contents = new NotebookBody("", sections, true).contents();
        var main =
                withIntroduction(body, walkthrough.name(), introduction(course, walkthrough)) + conclusion(walkthrough);
        return Content.of(walkthrough.name(), main)
                .withContents(contents)
                .withBelow(Markup.steps(
                        course.walkthroughs(), walkthrough, page -> UP + Site.page(page), Walkthrough::name));
    }

    /** Puts HTML below the first heading. */
    static String withIntroduction(NotebookBody body, String title, String introduction) {
        if (!body.titled()) {
            return "<h1>" + Html.escape(title) + "</h1>\n" + introduction + body.html();
        }
        var document = PageContent.parse(body.html());
        document.selectFirst("h1").after(introduction);
        return document.body().html();
    }

    private static String introduction(CourseContents course, Walkthrough walkthrough) {
        var lesson = walkthrough.lesson();
        var facts = LessonFacts.first(course, lesson, UP);
        facts.put("You will", Markup.list(lesson.objectives()));
        facts.put(
                "Paper",
                course.paper(lesson.id())
                        .map(paper -> Markup.link(UP + Site.page(paper), paper.title()))
                        .orElse(""));
        facts.put(
                "Exercises",
                LessonFacts.exerciseLink(course.exercise(lesson.id()), UP).orElse(""));
        return "<div class=\"about\">\n" + Markup.facts(facts) + "</div>\n";
    }

    private static String conclusion(Walkthrough walkthrough) {
        var lesson = walkthrough.lesson();
        var terms = LessonFacts.terms(lesson, UP);
        var datasets = LessonFacts.datasets(lesson);
        return Markup.heading(2, "lesson-key-points", "Key points")
                + Markup.list(lesson.keyPoints())
                + (terms.isBlank() ? "" : "<p>Terms introduced here: " + terms + ".</p>\n")
                + (datasets.isBlank() ? "" : "<p>Data: " + datasets + ".</p>\n");
    }
}
