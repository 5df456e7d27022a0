package org.tinybabel.grader.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.tinybabel.grader.GradedSubmission;
import org.tinybabel.grader.TestResult;
import org.tinybabel.grader.WrittenAnswer;

/** One result in the form that Gradescope reads as {@code results.json}. */
public final class Gradescope {

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private Gradescope() {}

    /**
     * The result of a submission.
     *
     * @param row the student's row; it must have a result
     * @return JSON; without a grade it has no score, so that nobody takes an error for 0 points. A hidden test shows its
     *     subject and points once grades are published, and never a message.
     */
    public static String json(Sheet.Row row) {
        var result = row.result().orElseThrow();
        var json = new JsonObject();
        var graded = row.status() != Sheet.Status.ERROR;
        if (graded) {
            json.addProperty("score", row.soFar());
        }
        json.addProperty("execution_time", result.costs().wallMillis() / 1000.0);
        json.addProperty("output", output(row, result));
        json.addProperty("visibility", "visible");
        json.addProperty("stdout_visibility", "hidden");
        var tests = new JsonArray();
        if (graded) {
            result.tests().forEach(test -> tests.add(test(test)));
            result.written().forEach(answer -> tests.add(written(row, answer)));
        }
        json.add("tests", tests);
        var more = new JsonObject();
        more.addProperty("isolation", result.circumstances().isolation());
        more.addProperty("seed", result.circumstances().seed());
        json.add("extra_data", more);
        return GSON.toJson(json) + "\n";
    }

    private static String output(Sheet.Row row, GradedSubmission result) {
        return switch (row.status()) {
            case ERROR -> "Not graded: " + result.reason() + "\nThis is not a score of 0: ask your teacher.";
            case NEEDS_REVIEW -> "A human has still to grade the written answers.";
            default -> "Graded.";
        };
    }

    private static JsonObject test(TestResult result) {
        var test = new JsonObject();
        test.addProperty("name", "(" + result.question() + ") " + result.title());
        test.addProperty("score", result.earned());
        test.addProperty("max_score", result.points());
        test.addProperty("status", result.status() == TestResult.Status.PASSED ? "passed" : "failed");
        test.addProperty("output", result.visible() ? result.message() : "");
        test.addProperty("visibility", result.visible() ? "visible" : "after_published");
        return test;
    }

    private static JsonObject written(Sheet.Row row, WrittenAnswer answer) {
        var test = new JsonObject();
        var said = java.util.Optional.ofNullable(row.manual().get(answer.question()));
        var points = java.util.Optional.ofNullable(row.points().get(answer.question()));
        test.addProperty("name", "(" + answer.question() + ") " + answer.heading());
        points.ifPresent(earned -> test.addProperty("score", earned));
        test.addProperty("max_score", answer.points());
        test.addProperty(
                "output",
                points.isPresent() ? said.map(ManualGrade::comment).orElse("") : "Not graded yet: a human reads it.");
        test.addProperty("visibility", "visible");
        return test;
    }
}
