package org.tinybabel.grader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.tinybabel.grader.api.Student;
import org.tinybabel.kernel.notebook.Notebook;

/**
 * Grades one notebook: its cells are compiled here and executed in a process of their own; the tests run here and call the
 * student's methods over there.
 */
public final class SubmissionGrader {

    /** How a student's code is kept apart: a process, a private folder and budgets, but the teacher's own rights. */
    public static final String ISOLATION = "own process, class path without hidden tests, time and memory budgets;"
            + " no sandbox: student code ran with your rights";

    private static final int MOST_BYTES = 16 << 20;

    private final ExerciseTests tests;
    private final List<Path> classPath;
    private final Limits limits;

    /**
     * A grader of one exercise, for any number of submissions.
     *
     * @param tests the exercise's tests
     * @param classPath what student code may use; must not hold hidden tests
     * @param limits what a submission may use
     */
    public SubmissionGrader(ExerciseTests tests, List<Path> classPath, Limits limits) {
        this.tests = Objects.requireNonNull(tests, "tests");
        this.classPath = List.copyOf(classPath);
        this.limits = Objects.requireNonNull(limits, "limits");
    }

    /**
     * Grades the bytes of a notebook.
     *
     * @param submission whose it is
     * @param notebook the bytes of the file
     * @param seed the seed of the order in which tests run
     * @return the result; bytes that are no notebook give one with a {@link GradedSubmission#problem()}
     */
    public GradedSubmission grade(Submission submission, byte[] notebook, long seed) {
        if (notebook.length > MOST_BYTES) {
            return failed(
                    submission,
                    "The notebook has " + notebook.length
                            + " bytes; more than 16 MB are not read. Outputs cleared, it is" + " small enough.",
                    seed);
        }
        try {
            var parsed = Notebook.parse(new String(notebook, StandardCharsets.UTF_8), submission.file());
            return grade(submission, parsed, ExerciseVersion.sha256(notebook), seed);
        } catch (IOException e) {
            return failed(submission, e.getMessage(), seed);
        }
    }

    /**
     * Grades a notebook that was read before.
     *
     * @param submission whose it is
     * @param notebook the notebook
     * @param sha256 the hash of the file; blank if it is not known
     * @param seed the seed of the order in which tests run
     * @return the result
     */
    public GradedSubmission grade(Submission submission, Notebook notebook, String sha256, long seed) {
        var begin = System.nanoTime();
        try (var run = new NotebookRun(notebook, tests, classPath, limits);
                var answers = new Student(tests.contract(), run::call)) {
            run.ensureStarted();
            var results = TestRun.of(tests.tests(), answers, OptionalLong.of(seed));
            return new GradedSubmission(
                    GradedSubmission.FORMAT,
                    submission,
                    tests.id(),
                    sha256,
                    Circumstances.here(tests, seed, ISOLATION),
                    "",
                    run.problems(),
                    results,
                    WrittenAnswers.in(notebook, tests.contract()),
                    new Costs(0, 0, (System.nanoTime() - begin) / 1_000_000, 0));
        } catch (InfrastructureFailure e) {
            return failed(submission, e.getMessage(), seed);
        }
    }

    /**
     * A submission that could not be graded.
     *
     * @param submission whose it is
     * @param problem why, in a sentence
     * @param seed the seed that would have been used
     * @return a result without points
     */
    public GradedSubmission failed(Submission submission, String problem, long seed) {
        return GradedSubmission.failed(submission, tests.id(), Circumstances.here(tests, seed, ""), problem);
    }
}
