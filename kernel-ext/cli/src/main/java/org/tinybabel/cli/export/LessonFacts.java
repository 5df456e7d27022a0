package org.tinybabel.cli.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tinybabel.cli.export.CourseContents.Exercise;
import org.tinybabel.cli.export.CourseContents.Walkthrough;
import org.tinybabel.cli.lesson.Glossary.Term;
import org.tinybabel.cli.lesson.Lesson;
import org.tinybabel.cli.run.Verdicts;
import org.tinybabel.display.Html;
import org.tinybabel.display.Interval;
import org.tinybabel.display.Verdict;

/** What several pages say about a walk-through, as HTML. */
final class LessonFacts {

    private LessonFacts() {}

    static String minutes(Lesson lesson) {
        var minutes = lesson.minutes();
        return "read " + minutes.read() + " min, run " + minutes.run() + " min, exercises " + minutes.exercise()
                + " min";
    }

    /** How many claims came out how, in words. */
    static String verdicts(Walkthrough walkthrough) {
        var counts = new ArrayList<String>();
        for (var verdict : Verdict.values()) {
            var count = walkthrough.verdicts().byClaim().values().stream()
                    .filter(entry -> entry.verdict().equals(verdict.words()))
                    .count();
            if (count > 0) {
                counts.add(count + " " + verdict.words());
            }
        }
        return String.join(", ", counts);
    }

    /** Each claim with its number and verdict. */
    static String claims(Walkthrough walkthrough) {
        var rows = walkthrough.verdicts().byClaim().entrySet().stream()
                .map(claim -> List.of(
                        Html.escape(claim.getKey()),
                        Html.escape(claim.getValue().claim()),
                        measured(claim.getValue()),
                        Html.escape(claim.getValue().verdict())))
                .toList();
        return rows.isEmpty()
                ? ""
                : Markup.table(
                        "Claims and what the notebook finds", List.of("Id", "Claim", "Measured", "Verdict"), rows);
    }

    private static String measured(Verdicts.Entry entry) {
        return entry.mean()
                .map(mean -> new Interval(
                                mean, entry.low().orElse(mean), entry.high().orElse(mean))
                        .toString())
                .map(Html::escape)
                .orElse("no number");
    }

    /** Links to the walk-throughs to read before. */
    static String prerequisites(CourseContents course, Lesson lesson, String up) {
        var links = course.prerequisites(lesson).stream()
                .map(before -> Markup.link(up + Site.page(before), before.name()))
                .collect(Collectors.joining(", "));
        return links.isBlank() ? "nothing" : links;
    }

    /** A link to an exercise. */
    static Optional<String> exerciseLink(Optional<Exercise> exercise, String up) {
        return exercise.map(found -> Markup.link(up + Site.page(found), found.title()));
    }

    /** Links to the terms that a walk-through introduces. */
    static String terms(Lesson lesson, String up) {
        return lesson.terms().stream()
                .map(term -> Markup.link(up + "glossary.html#" + anchor(term), term))
                .collect(Collectors.joining(", "));
    }

    static String anchor(Term term) {
        return anchor(term.term());
    }

    private static String anchor(String term) {
        return "term-" + Markup.slug(term);
    }

    static String datasets(Lesson lesson) {
        return lesson.datasets().stream()
                .map(data -> Html.escape(data.name() + " (" + data.licence() + ")"))
                .collect(Collectors.joining(", "));
    }

    /** Time and what comes before: what a reader wants to know first. */
    static Map<String, String> first(CourseContents course, Lesson lesson, String up) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("Time", minutes(lesson));
        facts.put("Read before", prerequisites(course, lesson, up));
        return facts;
    }
}
