package org.tinybabel.cli.export;

import java.util.ArrayList;
import java.util.Optional;
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
        return Content.of(walkthrough.name(), main).withContents(contents).withBelow(ways(course, walkthrough));
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
                FrontPage.exerciseLink(course.exercise(lesson.id()), UP).orElse(""));
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

    private static String ways(CourseContents course, Walkthrough walkthrough) {
        var all = course.walkthroughs();
        var at = all.indexOf(walkthrough);
        return ways(
                at > 0 ? Optional.of(all.get(at - 1)) : Optional.empty(),
                at + 1 < all.size() ? Optional.of(all.get(at + 1)) : Optional.empty());
    }

    private static String ways(Optional<Walkthrough> before, Optional<Walkthrough> next) {
        return steps(
                before.map(page -> Markup.link(UP + Site.page(page), "Previous: " + page.name())),
                next.map(page -> Markup.link(UP + Site.page(page), "Next: " + page.name())));
    }

    /** The way back and the way on. */
    static String steps(Optional<String> before, Optional<String> next) {
        return "<nav class=\"steps\" aria-label=\"Previous and next page\"><ul>\n"
                + before.map(link -> "<li>" + link + "</li>\n").orElse("")
                + next.map(link -> "<li class=\"next\">" + link + "</li>\n").orElse("")
                + "</ul></nav>\n";
    }
}
