package org.tinybabel.grader;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.UndeclaredThrowableException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.tinybabel.grader.ExerciseTests.TestMethod;
import org.tinybabel.grader.api.Hint;
import org.tinybabel.grader.api.NotSolvedYet;
import org.tinybabel.grader.api.Seed;
import org.tinybabel.grader.api.Student;
import org.tinybabel.grader.remote.StudentException;

/** Runs tests of an exercise against one student's answers, with JUnit, in this virtual machine. */
public final class TestRun {

    private static final int CALLS_KEPT = 3;

    /** JUnit would remark, among a student's output, that another order ignores the tests' own. */
    private static final Logger JUNIT = Logger.getLogger("org.junit.platform.launcher");

    static {
        JUNIT.setLevel(Level.WARNING);
    }

    /** The order of tests. */
    public enum Order {
        /** That of the test class. */
        AS_WRITTEN,
        /** One that the seed decides. */
        RANDOM
    }

    private TestRun() {}

    /**
     * Runs tests.
     *
     * @param tests which tests; all of them on one contract
     * @param student the answers
     * @param order the order of the tests
     * @param seed decides a random order, and what tests that ask for it make of it
     * @return one result for each test, in the order given
     */
    public static List<TestResult> of(List<TestMethod> tests, Student student, Order order, Seed seed) {
        return of(tests, student, order, seed, (test, calls) -> {});
    }

    /**
     * Runs tests.
     *
     * @param tests which tests; all of them on one contract
     * @param student the answers
     * @param order the order of the tests
     * @param seed decides a random order, and what tests that ask for it make of it
     * @param told is told the name of each test and all of its calls
     * @return one result for each test, in the order given
     */
    static List<TestResult> of(
            List<TestMethod> tests,
            Student student,
            Order order,
            Seed seed,
            BiConsumer<String, List<Student.Call>> told) {
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(tests.stream()
                        .map(test -> selectMethod(test.method().getDeclaringClass(), test.method()))
                        .toList())
                .configurationParameter(Student.PARAMETER, student.key())
                .configurationParameter(Seed.PARAMETER, Long.toString(seed.value()));
        if (order == Order.RANDOM) {
            request.configurationParameter(
                            "junit.jupiter.testmethod.order.default", MethodOrderer.Random.class.getName())
                    .configurationParameter(
                            MethodOrderer.Random.RANDOM_SEED_PROPERTY_NAME, Long.toString(seed.value()));
        }
        var listener = new Listener(tests, student, told);
        LauncherFactory.create().execute(request.build(), listener);
        return tests.stream().map(listener::result).toList();
    }

    private static final class Listener implements TestExecutionListener {

        private final Map<String, TestMethod> tests;
        private final Student student;
        private final BiConsumer<String, List<Student.Call>> told;
        private final Map<String, TestResult> results = new LinkedHashMap<>();
        private Optional<Throwable> classFailure = Optional.empty();
        private long begin = System.nanoTime();

        Listener(List<TestMethod> tests, Student student, BiConsumer<String, List<Student.Call>> told) {
            this.tests = tests.stream().collect(Collectors.toMap(TestMethod::id, test -> test));
            this.student = student;
            this.told = told;
        }

        @Override
        public void executionStarted(TestIdentifier identifier) {
            begin = System.nanoTime();
        }

        @Override
        public void executionFinished(TestIdentifier identifier, TestExecutionResult execution) {
            if (!identifier.isTest()) {
                classFailure = classFailure.or(execution::getThrowable);
                return;
            }
            var source = (MethodSource) identifier.getSource().orElseThrow();
            var id = source.getJavaClass().getSimpleName() + "." + source.getMethodName();
            var calls = student.calls();
            told.accept(id, calls);
            results.put(
                    id,
                    describe(
                            tests.get(id),
                            execution.getThrowable(),
                            calls.subList(Math.max(0, calls.size() - CALLS_KEPT), calls.size()),
                            (System.nanoTime() - begin) / 1_000_000));
        }

        TestResult result(TestMethod test) {
            return Optional.ofNullable(results.get(test.id()))
                    .orElseGet(() -> describe(
                            test,
                            // Says nothing about the answer, which no test has seen.
                            Optional.of(new InfrastructureFailure(
                                    "JUnit did not run this test.", classFailure.orElse(null))),
                            List.of(),
                            0));
        }

        private TestResult describe(
                TestMethod test, Optional<Throwable> failure, List<Student.Call> calls, long milliseconds) {
            return new TestResult(
                    test.id(),
                    test.question(),
                    title(test),
                    test.visible(),
                    test.points(),
                    failure.map(Listener::status).orElse(TestResult.Status.PASSED),
                    failure.map(this::message).orElse(""),
                    failure.isPresent() ? calls : List.of(),
                    Optional.ofNullable(test.method().getAnnotation(Hint.class))
                            .map(hint -> List.of(hint.value()))
                            .orElse(List.of()),
                    milliseconds);
        }

        private static String title(TestMethod test) {
            return Optional.ofNullable(test.method().getAnnotation(DisplayName.class))
                    .map(DisplayName::value)
                    .orElseGet(() -> test.method()
                            .getName()
                            .replaceAll("([a-z])([A-Z])", "$1 $2")
                            .toLowerCase(java.util.Locale.ROOT));
        }

        private static TestResult.Status status(Throwable failure) {
            if (failure instanceof NotSolvedYet) {
                return TestResult.Status.NOT_SOLVED;
            }
            return failure instanceof InfrastructureFailure ? TestResult.Status.ERROR : TestResult.Status.FAILED;
        }

        private String message(Throwable failed) {
            var failure = failed instanceof UndeclaredThrowableException ? failed.getCause() : failed;
            var message = Optional.ofNullable(failure.getMessage()).orElse("").strip();
            if (failure instanceof AssertionError
                    || failure instanceof NotSolvedYet
                    || failure instanceof InfrastructureFailure) {
                return withoutFinePrint(message);
            }
            if (failure instanceof StudentException) {
                return "Your code threw " + message;
            }
            var words = failure.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message);
            return student.threw(failure)
                    ? "Your code threw " + words
                    : "The check could not go on with what came back"
                            + (cameBackNull() ? ": null" : " (" + words + ")");
        }

        private boolean cameBackNull() {
            var calls = student.calls();
            return !calls.isEmpty() && calls.get(calls.size() - 1).cameBack().equals("null");
        }
    }

    /** AssertJ explains after each tolerance whether its end belongs to it; that helps no student. */
    private static String withoutFinePrint(String message) {
        return message.lines()
                .filter(line -> !line.startsWith("(a difference of exactly"))
                .collect(Collectors.joining("\n"));
    }

    /**
     * The points of results.
     *
     * @param results any results
     * @return the sum of the points earned
     */
    public static int earned(List<TestResult> results) {
        return results.stream().mapToInt(TestResult::earned).sum();
    }

    /**
     * The points that could be earned.
     *
     * @param results any results
     * @return the sum of the points of all tests
     */
    public static int possible(List<TestResult> results) {
        return results.stream().mapToInt(TestResult::points).sum();
    }

    /**
     * Results by question.
     *
     * @param results any results
     * @return the results of each question, questions in order
     */
    public static Map<String, List<TestResult>> byQuestion(List<TestResult> results) {
        return results.stream()
                .sorted(Comparator.comparing(TestResult::question))
                .collect(Collectors.groupingBy(
                        TestResult::question, LinkedHashMap::new, Collectors.toCollection(ArrayList::new)));
    }
}
