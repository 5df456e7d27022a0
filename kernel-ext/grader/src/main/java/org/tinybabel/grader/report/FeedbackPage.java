package org.tinybabel.grader.report;

import static org.tinybabel.display.Html.escape;

import java.util.List;
import java.util.stream.Collectors;
import org.tinybabel.grader.GradedSubmission;
import org.tinybabel.grader.TestResult;
import org.tinybabel.grader.TestRun;

/**
 * One student's feedback as a page that needs nothing else: points, what each visible test found, and of each hidden test
 * only its subject and points.
 */
public final class FeedbackPage {

    private static final String STYLE =
            """
            :root { color-scheme: light dark; }
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
            table { border-collapse: collapse; } th, td { padding: .25rem .75rem; border-bottom: 1px solid #8886; text-align: left; }
            td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
            pre { background: #8882; padding: .5rem; white-space: pre-wrap; overflow-wrap: anywhere; }
            .status { font-weight: 600; } dt { font-weight: 600; } dd { margin: 0 0 .5rem 1rem; }
            article { border-left: .25rem solid #8888; padding-left: 1rem; margin: 1rem 0; }
            """;

    private FeedbackPage() {}

    /**
     * Writes the page.
     *
     * @param submission the graded submission
     * @param title the exercise's title
     * @return a complete HTML document
     */
    public static String of(GradedSubmission submission, String title) {
        var heading = escape(title) + ": feedback for " + escape(submission.student());
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + heading
                + "</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n<main>\n<h1>" + heading + "</h1>\n"
                + (submission.graded() ? graded(submission) : ungraded(submission))
                + "<footer><p><small>File " + escape(submission.submission().file()) + ", SHA-256 "
                + escape(submission.sha256().isBlank() ? "unknown" : submission.sha256()) + ". Isolation: "
                + escape(
                        submission.circumstances().isolation().isBlank()
                                ? "not executed"
                                : submission.circumstances().isolation())
                + ".</small></p></footer>\n</main>\n</body>\n</html>\n";
    }

    private static String ungraded(GradedSubmission submission) {
        return "<p class=\"status\">Not graded.</p>\n<p>" + escape(submission.reason())
                + "</p>\n<p>This is not a score of 0: ask your teacher.</p>\n";
    }

    private static String graded(GradedSubmission submission) {
        var html = new StringBuilder(
                "<p class=\"status\">" + submission.earned() + " of " + submission.possible()
                        + " points</p>\n<table>\n<caption>Points by question</caption>\n<thead><tr><th scope=\"col\">Question</th>"
                        + "<th scope=\"col\" class=\"n\">Points</th><th scope=\"col\" class=\"n\">Possible</th></tr></thead>\n<tbody>\n");
        var questions = TestRun.byQuestion(submission.tests());
        questions.forEach((question, results) -> html.append("<tr><th scope=\"row\">(")
                .append(escape(question))
                .append(")</th><td class=\"n\">")
                .append(TestRun.earned(results))
                .append("</td><td class=\"n\">")
                .append(TestRun.possible(results))
                .append("</td></tr>\n"));
        html.append("</tbody>\n</table>\n");
        questions.forEach((question, results) -> html.append(question(question, results)));
        if (!submission.cells().isEmpty()) {
            html.append("<h2>Cells that did not run</h2>\n<p>The other cells were run all the same.</p>\n");
            submission.cells().forEach(cell -> html.append("<h3>Code cell ")
                    .append(cell.cell())
                    .append("</h3>\n<pre>")
                    .append(escape(withoutColours(cell.message())))
                    .append("</pre>\n"));
        }
        return html.toString();
    }

    private static String question(String question, List<TestResult> results) {
        return "<h2>Question (" + escape(question) + ")</h2>\n"
                + results.stream()
                        .map(result -> result.visible() ? visible(result) : hidden(result))
                        .collect(Collectors.joining());
    }

    private static String hidden(TestResult result) {
        return "<article><h3>" + mark(result) + " Hidden test: " + escape(result.title()) + " (" + result.earned() + "/"
                + result.points() + ")</h3></article>\n";
    }

    private static String visible(TestResult result) {
        var html = new StringBuilder("<article><h3>" + mark(result) + " " + escape(result.title()) + " ("
                + result.earned() + "/" + result.points() + ")</h3>\n");
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
        html.append("<dt>Found</dt><dd><pre>").append(escape(result.message())).append("</pre></dd>");
        result.hints().stream().findFirst().ifPresent(hint -> html.append("<dt>Hint</dt><dd>")
                .append(escape(hint))
                .append("</dd>"));
        return html.append("</dl></article>\n").toString();
    }

    private static String mark(TestResult result) {
        return switch (result.status()) {
            case PASSED -> "Passed:";
            case FAILED -> "Failed:";
            case NOT_SOLVED -> "Not solved yet:";
            case ERROR -> "Could not run:";
        };
    }

    private static String withoutColours(String text) {
        return text.replaceAll("\\u001B\\[[0-9;]*m", "");
    }
}
