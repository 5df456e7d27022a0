package org.tinybabel.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tinybabel.grader.Circumstances;
import org.tinybabel.grader.Costs;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.grader.GradedSubmission;
import org.tinybabel.grader.Submission;
import org.tinybabel.grader.TestResult;
import org.tinybabel.grader.WrittenAnswer;
import org.tinybabel.grader.api.Exercise;
import org.tinybabel.grader.api.Points;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Student;
import org.tinybabel.grader.api.TestsOf;
import org.tinybabel.grader.api.Written;

/** An exercise with a question of each kind, and results of it. */
@Exercise(id = "97-mixed", title = "Mixed & more", visibleTests = Mixed.Checks.class)
@Written(question = "w", title = "Why?", points = 3)
public interface Mixed {

    /** The exercise with its tests. */
    ExerciseTests TESTS = ExerciseTests.visible(Mixed.class).withHidden(Hidden.class);

    @Question("a")
    int twice(int x);

    @Question("b")
    int half(int x);

    /** Run by the grader, not by the build. */
    @TestsOf(Mixed.class)
    final class Checks {

        @Test
        @Question("a")
        @Points(2)
        void twiceThree(Mixed student) {
            assertThat(student.twice(3)).isEqualTo(6);
        }

        @Test
        @Question("b")
        void halfOfTwo(Mixed student) {
            assertThat(student.half(2)).isEqualTo(1);
        }
    }

    /** Run by the grader, not by the build. */
    @TestsOf(Mixed.class)
    final class Hidden {

        @Test
        @Question("b")
        void halfOfNothing(Mixed student) {
            assertThat(student.half(0)).isZero();
        }
    }

    /** A result whose visible tests earn what is said: 0 to 3 points, and one more for the hidden test. */
    static GradedSubmission graded(Submission submission, int points, String answer) {
        var a = points >= 2;
        var b = points == 1 || points >= 3;
        var tests = new ArrayList<TestResult>();
        tests.add(result("Checks.twiceThree", "a", true, 2, a ? TestResult.Status.PASSED : TestResult.Status.FAILED));
        tests.add(
                result("Checks.halfOfTwo", "b", true, 1, b ? TestResult.Status.PASSED : TestResult.Status.NOT_SOLVED));
        tests.add(
                result("Hidden.halfOfNothing", "b", false, 1, b ? TestResult.Status.PASSED : TestResult.Status.FAILED));
        return new GradedSubmission(
                GradedSubmission.FORMAT,
                submission,
                "97-mixed",
                "5ha",
                Circumstances.here(TESTS, 1, "sandbox"),
                "",
                List.of(),
                tests,
                List.of(new WrittenAnswer("w", "Why?", 3, answer)),
                new Costs(10, 20, 40 + points, 1));
    }

    private static TestResult result(
            String test, String question, boolean visible, int points, TestResult.Status status) {
        var passed = status == TestResult.Status.PASSED;
        return new TestResult(
                test,
                question,
                test.replaceFirst(".*\\.", ""),
                visible,
                points,
                status,
                passed ? "" : "expected: 6 <secret>\nbut was: 3",
                List.of(new Student.Call("twice(3)", "3")),
                List.of("Add it to itself."),
                7);
    }

    /** A result without points. */
    static GradedSubmission failed(Submission submission, String problem) {
        return GradedSubmission.failed(submission, "97-mixed", Circumstances.here(TESTS, 1, ""), problem);
    }
}
