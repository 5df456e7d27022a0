package org.tinybabel.grader;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.tinybabel.grader.ExerciseTests.TestMethod;
import org.tinybabel.grader.api.Seed;
import org.tinybabel.grader.api.Student;
import org.tinybabel.grader.remote.AgentProgram;
import org.tinybabel.grader.remote.Isolation;
import org.tinybabel.grader.remote.StudentProcessDied;
import org.tinybabel.kernel.notebook.Notebook;

/**
 * Grades one notebook: its cells are compiled here and executed in a process of their own; the tests run here and call the
 * student's methods over there.
 */
public final class SubmissionGrader {

    /** The bytes that a notebook may have; a larger one is never read. */
    public static final int MOST_BYTES = 16 << 20;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final ExerciseTests tests;
    private final AgentProgram program;
    private final Isolation isolation;
    private final Limits limits;
    private final CompilerWatch watch;

    /**
     * A grader of one exercise, for any number of submissions.
     *
     * @param tests the exercise's tests
     * @param program the virtual machine of student code; its class path must not hold hidden tests
     * @param isolation how student code is kept apart
     * @param limits what a submission may use
     * @param watch is told what is compiled
     */
    public SubmissionGrader(
            ExerciseTests tests, AgentProgram program, Isolation isolation, Limits limits, CompilerWatch watch) {
        this.tests = Objects.requireNonNull(tests, "tests");
        this.program = Objects.requireNonNull(program, "program");
        this.isolation = Objects.requireNonNull(isolation, "isolation");
        this.limits = Objects.requireNonNull(limits, "limits");
        this.watch = Objects.requireNonNull(watch, "watch");
    }

    /**
     * A grader for notebooks that one trusts, such as one's own: student code runs in a process of its own, but with this
     * user's rights.
     *
     * @param tests the exercise's tests
     * @param classPath what student code may use; must not hold hidden tests
     * @param limits what a submission may use
     */
    public SubmissionGrader(ExerciseTests tests, List<Path> classPath, Limits limits) {
        this(
                tests,
                new AgentProgram(tests.contract(), classPath, limits.heapMegabytes()),
                Isolation.processOnly(),
                limits,
                CompilerWatch.NONE);
    }

    /**
     * Grades the bytes of a notebook.
     *
     * @param submission whose it is
     * @param notebook the bytes of the file
     * @param seed the seed of the inputs that tests draw, and of the order in which hidden tests run
     * @return the result; bytes that are no notebook give one with a {@link GradedSubmission#problem()}
     */
    public GradedSubmission grade(Submission submission, byte[] notebook, long seed) {
        return grade(submission, notebook, seed, Map.of());
    }

    /**
     * Grades the bytes of a notebook without some of its cells.
     *
     * @param submission whose it is
     * @param notebook the bytes of the file
     * @param seed the seed of the inputs that tests draw, and of the order in which hidden tests run
     * @param leftOut code cells, from 1, that must not be compiled, and why
     * @return the result; bytes that are no notebook give one with a {@link GradedSubmission#problem()}
     */
    public GradedSubmission grade(Submission submission, byte[] notebook, long seed, Map<Integer, String> leftOut) {
        var refusal = refusal(notebook);
        if (refusal.isPresent()) {
            return failed(submission, refusal.get(), seed);
        }
        try {
            var parsed = Notebook.parse(new String(notebook, StandardCharsets.UTF_8), submission.file());
            return grade(submission, parsed, ExerciseVersion.sha256(notebook), seed, leftOut);
        } catch (IOException e) {
            return failed(submission, e.getMessage(), seed);
        } catch (StackOverflowError | IllegalStateException | UnsupportedOperationException | ClassCastException e) {
            return failed(submission, submission.file() + " is damaged: its cells are not those of a notebook.", seed);
        }
    }

    /**
     * Why a file is not even looked at.
     *
     * @param notebook the bytes of the file
     * @return a sentence if it is larger than any notebook that somebody wrote
     */
    public static Optional<String> refusal(byte[] notebook) {
        return notebook.length <= MOST_BYTES
                ? Optional.empty()
                : Optional.of("The notebook has " + notebook.length
                        + " bytes; more than 16 MB are not read. Outputs cleared, it is small enough.");
    }

    /**
     * Grades a notebook that was read before.
     *
     * @param submission whose it is
     * @param notebook the notebook
     * @param sha256 the hash of the file; blank if it is not known
     * @param seed the seed of the inputs that tests draw, and of the order in which hidden tests run
     * @return the result
     */
    public GradedSubmission grade(Submission submission, Notebook notebook, String sha256, long seed) {
        return grade(submission, notebook, sha256, seed, Map.of());
    }

    private GradedSubmission grade(
            Submission submission, Notebook notebook, String sha256, long seed, Map<Integer, String> leftOut) {
        var cells = notebook.codeCells().size();
        if (cells > Limits.MOST_CELLS) {
            return failed(
                    submission,
                    "The notebook has " + cells + " code cells; more than " + Limits.MOST_CELLS + " are not run.",
                    seed);
        }
        var skipped =
                leftOut.entrySet().stream().collect(Collectors.toMap(entry -> entry.getKey() - 1, Map.Entry::getValue));
        try (var run = new NotebookRun(notebook, tests, program, isolation, limits, watch, skipped)) {
            return grade(submission, notebook, sha256, seed, run, Map.of(), (test, calls) -> {});
        } catch (InfrastructureFailure e) {
            return failed(submission, InfrastructureFailure.PREFIX + e.getMessage(), seed);
        }
    }

    private GradedSubmission grade(
            Submission submission,
            Notebook notebook,
            String sha256,
            long seed,
            NotebookRun run,
            Map<String, TestResult> known,
            BiConsumer<String, List<Student.Call>> told) {
        var begin = System.nanoTime();
        var beginCpu = THREADS.getCurrentThreadCpuTime();
        try (var answers = new Student(tests.contract(), run)) {
            var results = results(run, answers, seed, known, told);
            return new GradedSubmission(
                    GradedSubmission.FORMAT,
                    submission,
                    tests.id(),
                    sha256,
                    Circumstances.here(tests, seed, isolation.level().words()),
                    "",
                    run.problems(),
                    results,
                    WrittenAnswers.in(notebook, tests.contract()),
                    new Costs(
                            (THREADS.getCurrentThreadCpuTime() - beginCpu) / 1_000_000,
                            run.studentTime().toMillis(),
                            (System.nanoTime() - begin) / 1_000_000,
                            run.processes(),
                            run.stages()));
        }
    }

    /**
     * Opens a notebook for one more cell at a time: what the others declare is there for each, and is compiled and run once.
     *
     * @param notebook the notebook
     * @param seed the seed of the inputs that tests draw, and of the order in which hidden tests run
     * @return the notebook, to be closed after use
     */
    public OpenNotebook open(Notebook notebook, long seed) {
        var run = new NotebookRun(notebook, tests, program, isolation, limits, watch, Map.of());
        return new OpenNotebook(
                run,
                (name, each, known, told) -> grade(Submission.of(name, name), notebook, "", each, run, known, told),
                seed,
                tests.tests().stream()
                        .filter(TestMethod::asksForSeed)
                        .map(TestMethod::id)
                        .collect(Collectors.toSet()));
    }

    /**
     * Visible tests come first: what student code does there cannot tell what it has seen in hidden ones. Hidden tests run
     * in an order that the seed decides, so that no answer can rely on one.
     */
    private List<TestResult> results(
            NotebookRun run,
            Student answers,
            long seed,
            Map<String, TestResult> known,
            BiConsumer<String, List<Student.Call>> told) {
        try {
            run.ensureStarted();
        } catch (StudentProcessDied e) {
            // Each test says so when it calls.
        }
        watch.testing();
        var parts = tests.tests().stream()
                .filter(test -> !known.containsKey(test.id()))
                .collect(Collectors.partitioningBy(TestMethod::visible));
        var results = new HashMap<>(known);
        for (var visible : List.of(true, false)) {
            var order = visible ? TestRun.Order.AS_WRITTEN : TestRun.Order.RANDOM;
            TestRun.of(parts.get(visible), answers, order, new Seed(seed), told)
                    .forEach(result -> results.put(result.test(), result));
            run.dropOutput();
        }
        return tests.tests().stream().map(test -> results.get(test.id())).toList();
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
