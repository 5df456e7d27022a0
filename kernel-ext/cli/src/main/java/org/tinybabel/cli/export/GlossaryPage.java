package org.tinybabel.cli.export;

import java.util.stream.Collectors;
import org.tinybabel.cli.export.Frame.Content;
import org.tinybabel.cli.lesson.Glossary.Term;
import org.tinybabel.display.Html;

/** All terms with their definitions and the notebooks that introduce them. */
final class GlossaryPage {

    private GlossaryPage() {}

    static Content of(CourseContents course) {
        var main = course.glossary().stream()
                .map(term -> entry(course, term))
                .collect(Collectors.joining("\n", "<h1>Glossary</h1>\n<dl class=\"glossary\">\n", "\n</dl>\n"));
        return Content.of("Glossary", main);
    }

    private static String entry(CourseContents course, Term term) {
        var notebooks = course.introducing(term).stream()
                .map(page -> Markup.link(Site.page(page), page.name()))
                .collect(Collectors.joining(", "));
        return "<div><dt id=\"" + LessonFacts.anchor(term) + "\">" + Html.escape(term.term()) + "</dt>\n<dd>"
                + Html.escape(term.definition()) + (term.also().isBlank() ? "" : ". Also: " + Html.escape(term.also()))
                + (notebooks.isBlank() ? "" : "<br><span class=\"soft\">Introduced in " + notebooks + "</span>")
                + "</dd></div>";
    }
}
