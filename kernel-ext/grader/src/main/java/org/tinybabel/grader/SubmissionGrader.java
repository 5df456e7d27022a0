package org.tinybabel.grader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
     * Grades a notebook file.
     *
     * @param student whose it is
     * @param file the notebook
     * @param name what reports call the file
     * @param seed the seed of the order in which tests run
     * @return the result; a file that cannot be read gives one with a {@link GradedSubmission#problem()}
     */
    public GradedSubmission grade(String student, Path file, String name, long seed) {
        try {
            var bytes = Files.readAllBytes(file);
            var notebook = Notebook.parse(new String(bytes, StandardCharsets.UTF_8), name);
            return grade(student, notebook, name, sha256(bytes), seed);
        } catch (java.nio.file.NoSuchFileException e) {
            return GradedSubmission.failed(student, name, tests.id(), "There is no file " + name + ".");
        } catch (IOException e) {
            return GradedSubmission.failed(student, name, tests.id(), e.getMessage());
        }
    }

    /**
     * Grades a notebook that was read before.
     *
     * @param student whose it is
     * @param notebook the notebook
     * @param name what reports call it
     * @param sha256 the hash of the file
     * @param seed the seed of the order in which tests run
     * @return the result
     */
    public GradedSubmission grade(String student, Notebook notebook, String name, String sha256, long seed) {
        try (var run = new NotebookRun(notebook, tests, classPath, limits);
                var answers = new Student(tests.contract(), run::call)) {
            run.ensureStarted();
            var results = TestRun.of(tests.tests(), answers, OptionalLong.of(seed));
            return new GradedSubmission(
                    student, name, tests.id(), sha256, seed, ISOLATION, "", run.problems(), results);
        } catch (InfrastructureFailure e) {
            return GradedSubmission.failed(student, name, tests.id(), e.getMessage());
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
