package org.tinybabel.grader;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.tinybabel.kernel.notebook.Notebook;

/**
 * Runs a notebook from top to bottom in a new process and tests it, outside of any course: what a student's own check and
 * the proof of an exercise need.
 *
 * @param tests the exercise with the tests to run
 * @param classPath what the notebook's code may use; must not hold hidden tests
 * @param secondsPerCall the processor time of one call of a student's method, in seconds
 */
public record TopToBottom(ExerciseTests tests, List<Path> classPath, int secondsPerCall) {

    /** Any order of the tests will do here, but it must be the same each time. */
    private static final long SEED = 20260101;

    /**
     * Copies the class path.
     *
     * @param tests the exercise with the tests to run
     * @param classPath what the notebook's code may use; must not hold hidden tests
     * @param secondsPerCall the processor time of one call of a student's method, in seconds
     */
    public TopToBottom {
        Objects.requireNonNull(tests, "tests");
        classPath = List.copyOf(classPath);
        if (secondsPerCall < 1) {
            throw new IllegalArgumentException("a call needs at least 1 s of processor time, got " + secondsPerCall);
        }
    }

    /**
     * Runs and tests a notebook.
     *
     * @param notebook the notebook
     * @param name what messages call it
     * @return what the tests found; {@link GradedSubmission#reason()} says why if they could not run
     */
    public GradedSubmission run(Notebook notebook, String name) {
        return grader().grade(Submission.of(name, name), notebook, "", SEED);
    }

    /**
     * Opens a notebook for one more cell at a time, with the same tests in the same order.
     *
     * @param notebook the notebook
     * @return the notebook, to be closed after use
     */
    public OpenNotebook open(Notebook notebook) {
        return grader().open(notebook, SEED);
    }

    private SubmissionGrader grader() {
        return new SubmissionGrader(tests, classPath, Limits.ofSecondsPerCall(secondsPerCall));
    }
}
