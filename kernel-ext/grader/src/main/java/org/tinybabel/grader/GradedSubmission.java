package org.tinybabel.grader;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Objects;

/**
 * Everything that grading found out about one submission. All reports derive from it.
 *
 * @param format the version of this record as JSON; {@link #FORMAT} for results of this kit
 * @param submission whose notebook it is and how it came in
 * @param exercise the exercise's name
 * @param sha256 the hash of the notebook's bytes; blank if it could not be read
 * @param circumstances what one needs to get the same result again
 * @param problem why there is no grade; blank if there is one
 * @param cells the cells that did not end well
 * @param tests the result of each test; empty if there is no grade
 * @param written the answers that a human grades
 * @param costs what grading cost
 */
public record GradedSubmission(
        int format,
        Submission submission,
        String exercise,
        String sha256,
        Circumstances circumstances,
        String problem,
        List<CellProblem> cells,
        List<TestResult> tests,
        List<WrittenAnswer> written,
        Costs costs) {

    /** The version of the JSON that this kit writes. */
    public static final int FORMAT = 1;

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    /**
     * Copies the lists.
     *
     * @param format the version of this record as JSON
     * @param submission whose notebook it is and how it came in
     * @param exercise the exercise's name
     * @param sha256 the hash of the notebook's bytes; blank if it could not be read
     * @param circumstances what one needs to get the same result again
     * @param problem why there is no grade; blank if there is one
     * @param cells the cells that did not end well
     * @param tests the result of each test; empty if there is no grade
     * @param written the answers that a human grades
     * @param costs what grading cost
     */
    public GradedSubmission {
        Objects.requireNonNull(submission, "submission");
        Objects.requireNonNull(exercise, "exercise");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(circumstances, "circumstances");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(costs, "costs");
        cells = List.copyOf(cells);
        tests = List.copyOf(tests);
        written = List.copyOf(written);
    }

    /**
     * A cell that did not end well; the others were run all the same.
     *
     * @param cell the number of the code cell, from 1
     * @param message what happened, as the student would have seen it
     * @param output what the cell printed; may be blank
     */
    public record CellProblem(int cell, String message, String output) {}

    /**
     * A submission that could not be graded.
     *
     * @param submission whose it is
     * @param exercise the exercise's name
     * @param circumstances under which grading was tried
     * @param problem why, in a sentence
     * @return a result without tests, which is not the same as no points
     */
    public static GradedSubmission failed(
            Submission submission, String exercise, Circumstances circumstances, String problem) {
        // Without a reason it would count as graded.
        var reason = problem == null || problem.isBlank() ? "It is not known why grading failed." : problem;
        return new GradedSubmission(
                FORMAT, submission, exercise, "", circumstances, reason, List.of(), List.of(), List.of(), Costs.NONE);
    }

    /**
     * Whose it is.
     *
     * @return the student's id
     */
    public String student() {
        return submission.student();
    }

    /**
     * The same result of a notebook that came in otherwise, such as under another name.
     *
     * @param other whose notebook it is and how it came in
     * @return a copy
     */
    public GradedSubmission with(Submission other) {
        return new GradedSubmission(
                format, other, exercise, sha256, circumstances, problem, cells, tests, written, costs);
    }

    /**
     * Whether there is a grade.
     *
     * @return false if the submission could not be read or the grader failed
     */
    public boolean graded() {
        return problem.isBlank() && tests.stream().noneMatch(test -> test.status() == TestResult.Status.ERROR);
    }

    /**
     * Whether the grader itself could not do its work, so that trying again may help.
     *
     * @return false if there is a grade, or the submission is the reason why there is none
     */
    public boolean graderFailed() {
        return problem.startsWith(InfrastructureFailure.PREFIX)
                || tests.stream().anyMatch(test -> test.status() == TestResult.Status.ERROR);
    }

    /**
     * Why there is no grade, also where only a test could not run.
     *
     * @return a sentence; blank if there is a grade
     */
    public String reason() {
        return problem.isBlank()
                ? tests.stream()
                        .filter(test -> test.status() == TestResult.Status.ERROR)
                        .map(test -> "The test " + test.test() + " could not run: " + test.message())
                        .findFirst()
                        .orElse("")
                : problem;
    }

    /**
     * The points earned in tests.
     *
     * @return the sum over all tests
     */
    public int earned() {
        return TestRun.earned(tests);
    }

    /**
     * The points that could be earned in tests.
     *
     * @return the sum over all tests
     */
    public int possible() {
        return TestRun.possible(tests);
    }

    /**
     * This result as text.
     *
     * @return JSON, the same for the same result, that ends with a line feed
     */
    public String toJson() {
        return GSON.toJson(this) + "\n";
    }

    /**
     * Reads a result.
     *
     * @param json what {@link #toJson()} returned
     * @return the result
     * @throws IllegalArgumentException if the text is something else; the message says what
     */
    public static GradedSubmission fromJson(String json) {
        JsonObject object;
        try {
            object = JsonParser.parseString(json) instanceof JsonObject parsed ? parsed : new JsonObject();
        } catch (JsonParseException e) {
            throw new IllegalArgumentException("it is not JSON", e);
        }
        if (!(object.get("format") instanceof JsonPrimitive format) || !format.isNumber()) {
            throw new IllegalArgumentException("it is not a result of grading: it has no field format");
        }
        if (format.getAsInt() != FORMAT) {
            throw new IllegalArgumentException(
                    "it has format " + format.getAsString() + ", and this version of the kit reads " + FORMAT);
        }
        try {
            return GSON.fromJson(object, GradedSubmission.class);
        } catch (RuntimeException e) {
            // Gson wraps what the records' constructors refuse in exceptions of several kinds.
            throw new IllegalArgumentException("a field is missing or has another type", e);
        }
    }
}
