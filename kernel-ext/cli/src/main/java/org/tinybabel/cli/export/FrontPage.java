package org.tinybabel.cli.export;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tinybabel.cli.export.CourseContents.Paper;
import org.tinybabel.cli.export.CourseContents.Walkthrough;
import org.tinybabel.cli.export.Frame.Content;
import org.tinybabel.display.Html;

/** The page that a reader comes to first. */
final class FrontPage {

    private static final String WHAT =
            """
            <h1>TinyBabel</h1>
            <p class="lead">Papers on how language models hold many languages, modules and facts, each re-enacted as a Java notebook that
            runs on a laptop: a question, claims with a criterion written down before the data, a toy experiment, and a verdict for
            each claim. With exercises.</p>
            <p>These pages show the notebooks as they were last run. To run them yourself, get the kit and call
            <code>./tinybabel lab</code>.</p>
            """;

    private FrontPage() {}

    static Content of(CourseContents course) {
        var done = course.papers().stream()
                .filter(paper -> course.walkthrough(paper.id()).isPresent())
                .count();
        var main = WHAT + Markup.heading(2, "notebooks", "Notebooks") + cards(course)
                + Markup.heading(2, "papers", "All papers")
                + "<p>" + done + " of " + course.papers().size()
                + " papers have their notebook; the others are planned.</p>\n"
                + papers(course.papers(), course);
        return Content.of("TinyBabel", main);
    }

    private static String cards(CourseContents course) {
        return course.walkthroughs().stream()
                .map(walkthrough -> card(course, walkthrough))
                .collect(Collectors.joining("\n", "<ul class=\"cards\">\n", "\n</ul>\n"));
    }

    private static String card(CourseContents course, Walkthrough walkthrough) {
        var lesson = walkthrough.lesson();
        var facts = LessonFacts.first(course, lesson, "");
        facts.put("Verdicts", LessonFacts.verdicts(walkthrough));
        facts.put("Also", also(course, lesson.id()));
        return "<li><h3>" + Markup.link(Site.page(walkthrough), walkthrough.name()) + "</h3>\n<p>"
                + Html.escape(lesson.question()) + "</p>\n" + Markup.facts(facts) + "</li>";
    }

    private static String also(CourseContents course, String id) {
        var exercise = course.exercise(id).map(Site::page).map(page -> named(page, "exercises", id));
        var paper = course.paper(id).map(Site::page).map(page -> named(page, "about the paper", id));
        return List.of(exercise, paper).stream().flatMap(Optional::stream).collect(Collectors.joining(", "));
    }

    /** Links of the same words on several cards differ for those who hear only the links. */
    private static String named(String page, String text, String id) {
        return "<a href=\"" + page + "\" aria-label=\"" + Html.escape(text + " " + id.substring(0, 2)) + "\">" + text
                + "</a>";
    }

    private static String papers(List<Paper> papers, CourseContents course) {
        return Markup.table(
                "The papers in reading order",
                List.of("No.", "Paper", "Authors, year", "Notebook"),
                papers.stream().map(paper -> row(paper, course)).toList());
    }

    private static List<String> row(Paper paper, CourseContents course) {
        return List.of(
                paper.number(),
                Markup.link(Site.page(paper), paper.title()),
                Html.escape(paper.authors() + ", " + paper.year()),
                course.walkthrough(paper.id())
                        .map(walkthrough -> Markup.link(
                                Site.page(walkthrough), walkthrough.lesson().title()))
                        .orElse(Html.escape(paper.status())));
    }
}
