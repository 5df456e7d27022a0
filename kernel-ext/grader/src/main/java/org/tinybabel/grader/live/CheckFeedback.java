package org.tinybabel.grader.live;

import static org.tinybabel.display.Html.escape;

import java.util.List;
import java.util.function.ToIntFunction;
import org.tinybabel.display.MimeBundle;
import org.tinybabel.grader.TestResult;
import org.tinybabel.grader.TestRun;
import org.tinybabel.grader.api.Student;

/** What a check tells the student: what was called, what came back, what was expected, and the next hint. */
public final class CheckFeedback {

    static final String REMINDER =
            "These are the visible checks. Hidden tests look at more cases when the notebook is graded.";

    private CheckFeedback() {}

    /**
     * Feedback on one question.
     *
     * @param question the question's name
     * @param results the results of its visible tests
     * @param hiddenPoints what the question's hidden tests are worth
     * @param hints how many hints to open for a test that failed
     * @return HTML and text
     */
    public static MimeBundle of(
            String question, List<TestResult> results, int hiddenPoints, ToIntFunction<TestResult> hints) {
        var html = new StringBuilder("<section aria-label=\"Check of question " + escape(question) + "\">");
        var text = new StringBuilder();
        var headline = headline(question, results, hiddenPoints);
        html.append("<p><strong>").append(escape(headline)).append("</strong></p><ul>");
        text.append(headline).append('\n');
        for (var result : results) {
            html.append("<li>").append(html(result, opened(result, hints))).append("</li>");
            text.append(text(result, opened(result, hints)));
        }
        html.append("</ul><p><small>").append(REMINDER).append("</small></p></section>");
        text.append(REMINDER);
        return MimeBundle.html(html.toString(), text.toString());
    }

    private static String headline(String question, List<TestResult> results, int hiddenPoints) {
        var hidden = hiddenPoints == 0
                ? ""
                : " Hidden tests are worth " + hiddenPoints + (hiddenPoints == 1 ? " point" : " points") + " more.";
        var passed = results.stream()
                .filter(result -> result.status() == TestResult.Status.PASSED)
                .count();
        if (results.stream().allMatch(result -> result.status() == TestResult.Status.NOT_SOLVED)) {
            return "Question (" + question + ") is not solved yet." + hidden;
        }
        return "Question (" + question + "): " + passed + " of " + results.size() + " visible checks pass, "
                + TestRun.earned(results) + " of " + TestRun.possible(results) + " points." + hidden;
    }

    private static String mark(TestResult result) {
        return switch (result.status()) {
            case PASSED -> "✓ passed: ";
            case FAILED -> "✗ failed: ";
            case NOT_SOLVED -> "○ not solved yet: ";
            case ERROR -> "! could not run: ";
        };
    }

    private static String html(TestResult result, List<String> hints) {
        var html = new StringBuilder(mark(result) + escape(result.title()));
        if (result.status() == TestResult.Status.FAILED || result.status() == TestResult.Status.ERROR) {
            lastCall(result).forEach(call -> html.append("<br>called: <code>")
                    .append(escape(call.called()))
                    .append("</code><br>came back: <code>")
                    .append(escape(call.cameBack()))
                    .append("</code>"));
            html.append("<br>found:<pre style=\"margin:0 0 0 1em;white-space:pre-wrap\">")
                    .append(escape(result.message()))
                    .append("</pre>");
            for (var i = 0; i < hints.size(); i++) {
                html.append("<br>hint ").append(i + 1).append(": ").append(escape(hints.get(i)));
            }
        }
        return html.toString();
    }

    private static String text(TestResult result, List<String> hints) {
        var text = new StringBuilder("  " + mark(result) + result.title() + "\n");
        if (result.status() == TestResult.Status.FAILED || result.status() == TestResult.Status.ERROR) {
            lastCall(result).forEach(call -> text.append("      called: ")
                    .append(call.called())
                    .append("\n      came back: ")
                    .append(call.cameBack())
                    .append('\n'));
            text.append("      found: ")
                    .append(result.message().replace("\n", "\n             "))
                    .append('\n');
            for (var i = 0; i < hints.size(); i++) {
                text.append("      hint ")
                        .append(i + 1)
                        .append(": ")
                        .append(hints.get(i))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static List<Student.Call> lastCall(TestResult result) {
        var calls = result.calls();
        return calls.subList(Math.max(0, calls.size() - 1), calls.size());
    }

    private static List<String> opened(TestResult result, ToIntFunction<TestResult> hints) {
        var all = result.hints();
        return all.subList(0, Math.max(0, Math.min(all.size(), hints.applyAsInt(result))));
    }

    /**
     * Several pieces of feedback as one, with the remark on hidden tests at the end only.
     *
     * @param parts the pieces, at least one
     * @return HTML and text
     */
    static MimeBundle joined(List<MimeBundle> parts) {
        var reminder = "<p><small>" + REMINDER + "</small></p>";
        var html = new StringBuilder();
        var text = new StringBuilder();
        for (var part : parts) {
            html.append(((String) part.data().get(MimeBundle.HTML)).replace(reminder, ""));
            text.append(((String) part.data().get(MimeBundle.TEXT)).replace(REMINDER, ""));
        }
        return MimeBundle.html(html + reminder, text + REMINDER);
    }
}
