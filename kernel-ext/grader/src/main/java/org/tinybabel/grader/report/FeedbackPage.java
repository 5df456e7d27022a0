package org.tinybabel.grader.report;

import static org.tinybabel.display.Html.escape;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tinybabel.grader.GradedSubmission;
import org.tinybabel.grader.TestResult;
import org.tinybabel.grader.TestRun;
import org.tinybabel.grader.WrittenAnswer;

/**
 * One student's feedback as a page that needs nothing else: points, what each visible test found, the teacher's comments, and
 * of each hidden test only its subject and points.
 */
public final class FeedbackPage {

    private static final int MOST_OUTPUT = 2_000;

    private FeedbackPage() {}

    /**
     * Writes the page.
     *
     * @param row the student's row; it must have a result
     * @param outline the exercise's questions
     * @return a complete HTML document
     */
    public static String of(Sheet.Row row, Outline outline) {
        var result = row.result().orElseThrow();
        var title = outline.title() + ": feedback for " + row.addressed();
        var graded = row.status() != Sheet.Status.ERROR;
        return Page.of(
                title,
                "<main>\n<header>\n<h1>" + escape(title) + "</h1>\n" + (graded ? score(row, outline) : ungraded(result))
                        + facts(row) + "</header>\n" + (graded ? graded(row, outline, result) : "") + cells(result)
                        + "</main>\n" + footer(result));
    }

    private static String score(Sheet.Row row, Outline outline) {
        var waiting = row.status() == Sheet.Status.NEEDS_REVIEW
                ? "<p>A human has still to grade the written answers: more points may come.</p>\n"
                : "";
        return "<p class=\"score\">" + Sheet.number(row.soFar()) + " of " + outline.possible() + " points"
                + (waiting.isEmpty() ? "" : " so far") + "</p>\n" + waiting;
    }

    private static String ungraded(GradedSubmission result) {
        return "<p class=\"score\">Not graded.</p>\n<p>" + escape(result.reason())
                + "</p>\n<p>This is not a score of 0: ask your teacher.</p>\n";
    }

    private static String facts(Sheet.Row row) {
        var submission = row.submission();
        return "<dl class=\"facts\">" + fact("File", submission.file())
                + fact("Submitted", Page.time(submission.submitted()))
                + fact("Late", row.late().isBlank() ? "" : row.late() + " (no points are taken off for it)")
                + fact("Attempts", submission.attempts() == 0 ? "" : Integer.toString(submission.attempts()))
                + fact("Remark", submission.note()) + "</dl>\n";
    }

    private static String fact(String name, String value) {
        return value.isBlank() ? "" : "<dt>" + name + "</dt><dd>" + escape(value) + "</dd>\n";
    }

    private static String graded(Sheet.Row row, Outline outline, GradedSubmission result) {
        var html = new StringBuilder(points(row, outline));
        TestRun.byQuestion(result.tests()).forEach((question, tests) -> html.append(question(question, tests)));
        result.written().forEach(answer -> html.append(written(row, answer)));
        return html.toString();
    }

    private static String points(Sheet.Row row, Outline outline) {
        var html = new StringBuilder("<section>\n<table>\n<caption>Points by question</caption>\n<thead><tr>"
                + "<th scope=\"col\">Question</th><th scope=\"col\" class=\"n\">Points</th>"
                + "<th scope=\"col\" class=\"n\">Possible</th><td class=\"wide\"></td></tr></thead>\n<tbody>\n");
        for (var part : outline.parts()) {
            var points = Optional.ofNullable(row.points().get(part.question()));
            html.append("<tr><th scope=\"row\">(")
                    .append(escape(part.question()))
                    .append(") ")
                    .append(escape(part.title()))
                    .append("</th><td class=\"n\">")
                    .append(points.map(Sheet::number).orElse("not yet"))
                    .append("</td><td class=\"n\">")
                    .append(part.possible())
                    .append("</td><td>")
                    .append(meter(points.orElse(BigDecimal.ZERO), part.possible()))
                    .append("</td></tr>\n");
        }
        return html.append("</tbody>\n</table>\n</section>\n").toString();
    }

    /** For the eye only: the numbers stand beside it. */
    private static String meter(BigDecimal points, int possible) {
        var share = possible == 0 ? 0 : Math.round(100 * points.doubleValue() / possible);
        return "<div class=\"meter\" aria-hidden=\"true\"><div style=\"width: " + share + "%\"></div></div>";
    }

    private static String question(String question, List<TestResult> results) {
        return "<section>\n<h2>Question (" + escape(question) + ")</h2>\n"
                + results.stream()
                        .map(result -> result.visible() ? visible(result) : hidden(result))
                        .collect(Collectors.joining())
                + "</section>\n";
    }

    private static String hidden(TestResult result) {
        return begin(result, "Hidden test: " + result.title()) + "</article>\n";
    }

    private static String begin(TestResult result, String title) {
        var look =
                switch (result.status()) {
                    case PASSED -> "good";
                    case FAILED -> "bad";
                    default -> "open";
                };
        return "<article class=\"" + look + "\"><h3><span class=\"points\">" + result.earned() + "/" + result.points()
                + " points</span><span class=\"mark\">" + mark(result) + "</span> " + escape(title) + "</h3>\n";
    }

    private static String mark(TestResult result) {
        return switch (result.status()) {
            case PASSED -> "✓ Passed:";
            case FAILED -> "✗ Failed:";
            case NOT_SOLVED -> "○ Not solved yet:";
            case ERROR -> "! Could not run:";
        };
    }

    private static String visible(TestResult result) {
        var html = new StringBuilder(begin(result, result.title()));
        if (result.status() == TestResult.Status.PASSED) {
            return html.append("</article>\n").toString();
        }
        html.append("<dl>");
        result.calls().stream().skip(Math.max(0, result.calls().size() - 1)).forEach(call -> html.append(
                        "<dt>Called</dt><dd><code>")
                .append(escape(call.called()))
                .append("</code></dd><dt>Came back</dt><dd><code>")
                .append(escape(call.cameBack()))
                .append("</code></dd>"));
        html.append("<dt>Found</dt><dd><pre>")
                .append(escape(Page.withoutColours(result.message())))
                .append("</pre></dd>");
        result.hints().stream().findFirst().ifPresent(hint -> html.append("<dt>Hint</dt><dd>")
                .append(escape(hint))
                .append("</dd>"));
        return html.append("</dl></article>\n").toString();
    }

    private static String written(Sheet.Row row, WrittenAnswer answer) {
        var points = Optional.ofNullable(row.points().get(answer.question()));
        var comment = Optional.ofNullable(row.manual().get(answer.question()))
                .map(ManualGrade::comment)
                .orElse("");
        return "<section>\n<h2>Question (" + escape(answer.question()) + "): " + escape(answer.heading())
                + "</h2>\n<article><h3><span class=\"points\">"
                + points.map(earned -> Sheet.number(earned) + "/" + answer.points() + " points")
                        .orElse("up to " + answer.points() + " points")
                + "</span><span class=\"mark\">" + (points.isPresent() ? "Graded by a human" : "○ Not graded yet")
                + "</span></h3>\n<dl><dt>Your answer</dt><dd>"
                + (answer.text().isBlank() ? "You have written nothing." : "<pre>" + escape(answer.text()) + "</pre>")
                + "</dd>"
                + (comment.isBlank()
                        ? ""
                        : "<dt>Your teacher's comment</dt><dd class=\"comment\">" + escape(comment) + "</dd>")
                + "</dl></article>\n</section>\n";
    }

    private static String cells(GradedSubmission result) {
        if (result.cells().isEmpty()) {
            return "";
        }
        var html = new StringBuilder(
                "<section>\n<h2>Cells that did not run</h2>\n<p>The other cells were run all the same.</p>\n");
        result.cells().forEach(cell -> html.append("<article><h3>Code cell ")
                .append(cell.cell())
                .append("</h3>\n<pre>")
                .append(escape(shortened(cell.message())))
                .append("</pre>")
                .append(
                        cell.output().isBlank()
                                ? ""
                                : "<dl><dt>It printed</dt><dd><pre>" + escape(shortened(cell.output()))
                                        + "</pre></dd></dl>")
                .append("</article>\n"));
        return html.append("</section>\n").toString();
    }

    private static String shortened(String text) {
        var plain = Page.withoutColours(text).strip();
        return plain.length() <= MOST_OUTPUT ? plain : plain.substring(0, MOST_OUTPUT) + "\n…";
    }

    private static String footer(GradedSubmission result) {
        var circumstances = result.circumstances();
        return "<footer><p><small>SHA-256 of the notebook: <code>"
                + escape(result.sha256().isBlank() ? "unknown" : result.sha256()) + "</code>. Isolation: "
                + escape(circumstances.isolation().isBlank() ? "not executed" : circumstances.isolation())
                + ". Order of tests: seed " + circumstances.seed() + ". TinyBabel " + escape(circumstances.kit())
                + ", Java " + escape(circumstances.java()) + ".</small></p></footer>\n";
    }
}
