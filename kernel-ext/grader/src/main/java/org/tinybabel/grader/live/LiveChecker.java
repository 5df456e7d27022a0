package org.tinybabel.grader.live;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.tinybabel.display.Checker;
import org.tinybabel.display.MimeBundle;
import org.tinybabel.grader.ContractBinding;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.grader.TestResult;
import org.tinybabel.grader.TestRun;
import org.tinybabel.grader.agent.Bindings;
import org.tinybabel.grader.api.Student;
import org.tinybabel.kernel.eval.CellFailedException;
import org.tinybabel.kernel.eval.Evaluator;

/**
 * Runs visible tests against the methods that the running notebook declares at this moment. The result is feedback, never
 * a grade.
 */
public final class LiveChecker implements Checker {

    private Optional<ExerciseTests> exercise = Optional.empty();
    private final Map<String, Integer> failedTries = new HashMap<>();

    /** Made by {@link java.util.ServiceLoader}. */
    public LiveChecker() {}

    @Override
    public void begin(Class<?> contract) {
        exercise = Optional.of(ExerciseTests.visible(contract));
        failedTries.clear();
    }

    @Override
    public MimeBundle check(String question) {
        var tests = exercise.orElseThrow(() -> new IllegalStateException(
                "No exercise was begun: run the cell with exercise(….class) at the top of the notebook first"));
        if (!tests.questions().contains(question)) {
            throw new IllegalArgumentException("There is no question \"" + question + "\" in " + tests.title()
                    + "; its questions are " + String.join(", ", tests.questions()));
        }
        return Evaluator.live()
                .map(notebook -> check(tests, question, notebook))
                .orElseGet(() -> MimeBundle.text("Checks run while the notebook is open."));
    }

    private MimeBundle check(ExerciseTests tests, String question, Evaluator notebook) {
        var visible = tests.tests().stream()
                .filter(test -> test.question().equals(question))
                .toList();
        try (var student = new Student(tests.contract(), (method, arguments) -> call(notebook, method, arguments))) {
            Bindings.clear();
            var results = TestRun.of(visible, student, OptionalLong.empty());
            return feedback(question, results);
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

    private MimeBundle feedback(String question, List<TestResult> results) {
        var tries = failedTries.getOrDefault(question, 0);
        if (results.stream().anyMatch(result -> result.status() == TestResult.Status.FAILED)) {
            failedTries.put(question, tries + 1);
        }
        return CheckFeedback.of(question, results, tries);
    }
}
