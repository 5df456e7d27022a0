package org.tinybabel.grader.live;

import java.io.File;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tinybabel.display.Checker;
import org.tinybabel.display.Hosts;
import org.tinybabel.display.MimeBundle;
import org.tinybabel.grader.ContractBinding;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.grader.TestResult;
import org.tinybabel.grader.TestRun;
import org.tinybabel.grader.agent.Bindings;
import org.tinybabel.grader.api.Seed;
import org.tinybabel.grader.api.Student;
import org.tinybabel.kernel.eval.CellFailedException;
import org.tinybabel.kernel.eval.Evaluator;

/**
 * Runs visible tests against the methods that the running notebook declares at this moment. The result is feedback, never
 * a grade.
 */
public final class LiveChecker implements Checker {

    /** Set by nbgrader while it validates or grades; there a check cell earns its points unless it fails. */
    private static final String NBGRADER = "NBGRADER_EXECUTION";

    private final Map<String, String> environment;
    private Optional<ExerciseTests> exercise = Optional.empty();
    private final Map<String, Integer> failedTries = new HashMap<>();

    /** Made by {@link java.util.ServiceLoader}. */
    public LiveChecker() {
        this(System.getenv());
    }

    LiveChecker(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public void begin(Class<?> contract) {
        exercise = Optional.of(ExerciseTests.visible(contract));
        failedTries.clear();
    }

    @Override
    public MimeBundle check(String question) {
        var tests = begun();
        requireQuestions(tests, List.of(question));
        return live(notebook -> feedback(tests, List.of(question), notebook));
    }

    @Override
    public MimeBundle checkAll() {
        var tests = begun();
        return live(notebook -> feedback(tests, tests.questions(), notebook));
    }

    @Override
    public MimeBundle checkFresh(List<String> questions, Optional<Path> given) {
        var tests = begun();
        requireQuestions(tests, questions);
        var file = new NotebookFile(environment, Path.of("")).find(tests.id(), given);
        var asked = questions.isEmpty() ? tests.questions() : questions;
        return live(notebook -> {
            var results = new HashMap<String, List<TestResult>>();
            asked.forEach(question -> results.put(question, results(tests, question, notebook)));
            return FreshCheck.of(tests, asked, file, classPath(), results);
        });
    }

    private ExerciseTests begun() {
        return exercise.orElseThrow(() -> new IllegalStateException(
                "No exercise was begun: run the cell with exercise(….class) at the top of the notebook first"));
    }

    private static void requireQuestions(ExerciseTests tests, List<String> questions) {
        questions.stream()
                .filter(question -> !tests.questions().contains(question))
                .findFirst()
                .ifPresent(question -> {
                    throw new IllegalArgumentException("There is no question \"" + question + "\" in " + tests.title()
                            + "; its questions are " + String.join(", ", tests.questions()));
                });
    }

    private static MimeBundle live(Function<Evaluator, MimeBundle> check) {
        return Evaluator.live().map(check).orElseGet(() -> MimeBundle.text("Checks run while the notebook is open."));
    }

    /** What students' code may see: in a kernel that is everything on the class path. */
    private static List<Path> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    private MimeBundle feedback(ExerciseTests tests, List<String> questions, Evaluator notebook) {
        var bundles = questions.stream()
                .map(question -> {
                    var results = results(tests, question, notebook);
                    var feedback = CheckFeedback.of(question, results, tests.hiddenPoints(question), this::hintsOpened);
                    countFailures(results);
                    failIfGraded(question, results, feedback);
                    return feedback;
                })
                .toList();
        return CheckFeedback.joined(bundles);
    }

    private static List<TestResult> results(ExerciseTests tests, String question, Evaluator notebook) {
        var visible = tests.tests().stream()
                .filter(test -> test.question().equals(question))
                .toList();
        try (var student = new Student(tests.contract(), (method, arguments) -> call(notebook, method, arguments))) {
            Bindings.clear();
            return TestRun.of(visible, student, TestRun.Order.AS_WRITTEN, new Seed(1));
        }
    }

    private static Object call(Evaluator notebook, Method method, Object[] arguments) throws Throwable {
        var signature = Bindings.signature(method);
        if (Bindings.find(signature).isEmpty()) {
            bind(notebook, method);
        }
        return Bindings.find(signature).orElseThrow().call(arguments);
    }

    private static void bind(Evaluator notebook, Method method) {
        try {
            notebook.eval(ContractBinding.snippet(method));
        } catch (CellFailedException e) {
            throw new AssertionError(
                    "The notebook has no method that fits: " + ContractBinding.declaration(method)
                            + ". Run the cell that declares it, and keep its first line as it was.",
                    e);
        }
    }

    /** The first failure opens a hint, and every further failure of the same test one more. */
    private int hintsOpened(TestResult result) {
        return 1 + failedTries.getOrDefault(result.test(), 0);
    }

    private void countFailures(List<TestResult> results) {
        results.stream()
                .filter(result -> result.status() == TestResult.Status.FAILED)
                .forEach(result -> failedTries.merge(result.test(), 1, Integer::sum));
    }

    private void failIfGraded(String question, List<TestResult> results, MimeBundle feedback) {
        if (environment.containsKey(NBGRADER) && TestRun.earned(results) < TestRun.possible(results)) {
            Hosts.current().display(feedback, "");
            throw new AssertionError("Question (" + question + ") earns " + TestRun.earned(results) + " of "
                    + TestRun.possible(results) + " visible points.");
        }
    }
}
