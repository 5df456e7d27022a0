package org.tinybabel.grader.live;

import static org.tinybabel.display.Html.escape;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tinybabel.display.MimeBundle;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.grader.GradedSubmission;
import org.tinybabel.grader.TestResult;
import org.tinybabel.grader.TestRun;
import org.tinybabel.grader.TopToBottom;
import org.tinybabel.kernel.notebook.Notebook;

/** The notebook from top to bottom in a new process, compared with the notebook as it stands. */
final class FreshCheck {

    private static final int SECONDS_PER_CALL = 10;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private FreshCheck() {}

    /**
     * Runs the file and compares.
     *
     * @param tests the exercise
     * @param questions the questions to look at
     * @param file the notebook as saved
     * @param classPath what the notebook's code may use
     * @param live what the visible tests of each question found in the live notebook
     * @return the feedback to show
     */
    static MimeBundle of(
            ExerciseTests tests,
            List<String> questions,
            Path file,
            List<Path> classPath,
            Map<String, List<TestResult>> live) {
        GradedSubmission graded;
        String saved;
        try {
            saved = TIME.format(Files.getLastModifiedTime(file).toInstant().atZone(ZoneId.systemDefault()));
            graded = new TopToBottom(tests.visibleOnly(), classPath, SECONDS_PER_CALL)
                    .run(Notebook.read(file), file.getFileName().toString());
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        var headline = file.getFileName() + " as saved at " + saved + ", run from top to bottom in a new process:";
        if (!graded.graded()) {
            return MimeBundle.text(headline + " it could not be checked. " + graded.reason());
        }
        var fresh = TestRun.byQuestion(graded.tests());
        var bundles = new ArrayList<MimeBundle>();
        bundles.add(summary(headline, lines(questions, fresh, live), cells(graded)));
        questions.stream()
                .filter(question -> !passes(fresh.get(question)) && !isBlank(fresh.get(question)))
                .forEach(question -> bundles.add(
                        CheckFeedback.of(question, fresh.get(question), tests.hiddenPoints(question), result -> 1)));
        return CheckFeedback.joined(bundles);
    }

    private static List<String> lines(
            List<String> questions, Map<String, List<TestResult>> fresh, Map<String, List<TestResult>> live) {
        return questions.stream()
                .map(question -> line(question, fresh.get(question), live.get(question)))
                .toList();
    }

    private static String line(String question, List<TestResult> fresh, List<TestResult> live) {
        var count = passed(fresh) + " of " + fresh.size() + " visible checks pass";
        if (passes(fresh) && passes(live)) {
            return "✓ (" + question + ") passes here and top to bottom: " + count + ".";
        }
        if (passes(fresh)) {
            return "! (" + question + ") fails here, passes top to bottom: " + count
                    + " in the saved notebook. Run its cells again from the top.";
        }
        if (passes(live)) {
            return "! (" + question + ") passes here, fails top to bottom: " + count
                    + " in the saved notebook. Cell order: does a cell use what stands below it or was deleted?"
                    + " Or was the notebook not saved?";
        }
        return isBlank(fresh)
                ? "○ (" + question + ") is not solved yet."
                : "✗ (" + question + ") fails here and top to bottom: " + count + ".";
    }

    private static boolean passes(List<TestResult> results) {
        return passed(results) == results.size();
    }

    private static long passed(List<TestResult> results) {
        return results.stream()
                .filter(result -> result.status() == TestResult.Status.PASSED)
                .count();
    }

    private static boolean isBlank(List<TestResult> results) {
        return results.stream().allMatch(result -> result.status() == TestResult.Status.NOT_SOLVED);
    }

    /** Blank answers stop the cells that use them; that is no news. */
    private static List<String> cells(GradedSubmission graded) {
        return graded.cells().stream()
                .filter(cell -> !cell.message().contains("NotSolvedYet"))
                .map(cell -> "! code cell " + cell.cell() + " did not run: "
                        + cell.message().lines().findFirst().orElse(""))
                .toList();
    }

    private static MimeBundle summary(String headline, List<String> lines, List<String> cells) {
        var all = new ArrayList<>(lines);
        all.addAll(cells);
        var html = new StringBuilder("<p><strong>" + escape(headline) + "</strong></p><ul>");
        all.forEach(line -> html.append("<li>").append(escape(line)).append("</li>"));
        html.append("</ul><p><small>").append(CheckFeedback.REMINDER).append("</small></p>");
        return MimeBundle.html(
                html.toString(), headline + "\n  " + String.join("\n  ", all) + "\n" + CheckFeedback.REMINDER);
    }
}
