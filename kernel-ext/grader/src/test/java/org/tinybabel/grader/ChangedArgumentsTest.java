package org.tinybabel.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinybabel.grader.api.Seed;
import org.tinybabel.grader.api.Sorting;
import org.tinybabel.grader.api.Student;

/** An answer that changes what it must not fails, in this process and in another one. */
final class ChangedArgumentsTest {

    private static final ExerciseTests TESTS = ExerciseTests.visible(Sorting.class);

    @ParameterizedTest
    @CsvSource({
        "'Arrays.sort(values); return values;', FAILED",
        "'values = values.clone(); Arrays.sort(values); return values;', PASSED",
        "'Arrays.sort(values); throw new IllegalStateException();', FAILED"
    })
    void inAnotherProcess(String body, TestResult.Status status) {
        var notebook = SubmissionGraderTest.notebook(
                "static double[] sorted(double[] values) { " + body + " }",
                // Of this one the contract does not say that its argument must stay.
                "static double largest(double[] values) { Arrays.sort(values); return values[values.length - 1]; }");
        var classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();

        var graded = new TopToBottom(TESTS, classPath, 2).run(notebook, "answer");

        var results = graded.tests().stream().collect(Collectors.toMap(TestResult::test, result -> result));
        assertThat(results.get("SortingChecks.largest").status()).isEqualTo(TestResult.Status.PASSED);
        assertThat(results.get("SortingChecks.sorts").status()).isEqualTo(status);
        if (status == TestResult.Status.FAILED) {
            assertThat(results.get("SortingChecks.sorts").message())
                    .isEqualTo("sorted changed its argument values, which must stay as it is: change a copy");
        }
    }

    @ParameterizedTest
    @CsvSource({"true, FAILED", "false, PASSED"})
    void inThisProcess(boolean inPlace, TestResult.Status status) {
        Student.Answer answer = (method, arguments) -> {
            var values = (double[]) arguments[0];
            var sorted = inPlace ? values : values.clone();
            Arrays.sort(sorted);
            return sorted;
        };
        var sorts = TESTS.tests().stream()
                .filter(test -> test.method().getName().equals("sorts"))
                .toList();
        try (var student = new Student(Sorting.class, answer)) {
            var results = TestRun.of(sorts, student, TestRun.Order.AS_WRITTEN, new Seed(1));

            assertThat(results).extracting(TestResult::status).isEqualTo(List.of(status));
        }
    }
}
