package org.tinybabel.cli.export;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tinybabel.cli.export.CourseContents.Paper;
import org.tinybabel.cli.export.CourseContents.Walkthrough;
import org.tinybabel.cli.export.Frame.Content;
import org.tinybabel.display.Html;

/** One page about a paper: what it is, and what its notebook asks and finds, if there is one. */
final class PaperCard {

    private static final String UP = "../";

    private PaperCard() {}

    static Content of(CourseContents course, Paper paper) {
        var main = "<h1>" + Html.escape(paper.title()) + "</h1>\n" + Markup.facts(bibliography(paper))
                + course.walkthrough(paper.id())
                        .map(walkthrough -> notebook(course, walkthrough))
                        .orElse("<p>Planned: there is no notebook about this paper yet.</p>\n");
        return Content.of(name(paper), main)
                .withBelow(Markup.steps(course.papers(), paper, page -> UP + Site.page(page), PaperCard::name));
    }

    private static Map<String, String> bibliography(Paper paper) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("Number", paper.number());
        facts.put("Authors", Html.escape(paper.authors()));
        facts.put("Published", Html.escape(paper.venue().equals("arXiv") ? paper.year() : paper.venue()));
        facts.put("Text", Markup.arxiv(paper.arxiv()));
        facts.put("Notebook", Html.escape(paper.status()));
        return facts;
    }

    private static String notebook(CourseContents course, Walkthrough walkthrough) {
        var lesson = walkthrough.lesson();
        var facts = LessonFacts.first(course, lesson, UP);
        facts.put("Walk-through", Markup.link(UP + Site.page(walkthrough), walkthrough.name()));
        facts.put(
                "Exercises",
                LessonFacts.exerciseLink(course.exercise(lesson.id()), UP).orElse(""));
        facts.put("Terms", LessonFacts.terms(lesson, UP));
        facts.put("Data", LessonFacts.datasets(lesson));
        return Markup.heading(2, "question", "The question") + "<p>" + Html.escape(lesson.question()) + "</p>\n"
                + Markup.facts(facts) + Markup.heading(2, "verdicts", "The verdicts")
                + "<p>" + LessonFacts.verdicts(walkthrough) + ".</p>\n" + LessonFacts.claims(walkthrough)
                + Markup.heading(2, "key-points", "Key points") + Markup.list(lesson.keyPoints());
    }

    private static String name(Paper paper) {
        return paper.number() + " " + paper.title();
    }
}
