package org.tinybabel.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinybabel.grader.api.Seed;
import org.tinybabel.grader.api.Sorting;
import org.tinybabel.grader.api.Student;

/** What a student reads when a test fails: what came back or was thrown, and by whom. */
final class TestRunTest {

    private static final ExerciseTests TESTS = ExerciseTests.visible(Sorting.class);

    static List<Arguments> answers() {
        return List.of(
                Arguments.of(
                        (Student.Answer) (method, arguments) -> null,
                        "The check could not go on with what came back: null"),
                Arguments.of(
                        (Student.Answer) (method, arguments) -> new double[0],
                        "The check could not go on with what came back (ArrayIndexOutOfBoundsException: Index 0 out of bounds"
                                + " for length 0)"),
                Arguments.of(
                        (Student.Answer) (method, arguments) -> {
                            throw new ArithmeticException("by zero");
                        },
                        "Your code threw ArithmeticException: by zero"),
                Arguments.of(
                        (Student.Answer) (method, arguments) -> {
                            throw new java.io.IOException("no file");
                        },
                        "Your code threw IOException: no file"),
                Arguments.of(
                        (Student.Answer) (method, arguments) -> new double[] {5},
                        "the first: expected 1, got 5.0 (off by 4)"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void tellsStudentsWhoThrew(Student.Answer answer, String message) {
        var first = TESTS.tests().stream()
                .filter(test -> test.method().getName().equals("first"))
                .toList();
        try (var student = new Student(Sorting.class, answer)) {
            assertThat(TestRun.of(first, student, TestRun.Order.AS_WRITTEN, new Seed(1)))
                    .extracting(TestResult::message)
                    .isEqualTo(List.of(message));
        }
    }
}
