package org.tinybabel.grader;

import java.util.List;
import org.tinybabel.grader.api.Student;

/**
 * What one test found.
 *
 * @param test class and method of the test
 * @param question the question it is about
 * @param title what it checks, in words
 * @param visible whether the student may see it
 * @param points what it earns when passed
 * @param status how it ended
 * @param message why it did not pass, in words; blank if it did
 * @param calls the calls of the student's methods, the last ones if there were many; none if the test passed
 * @param hints the test's ladder of hints
 * @param milliseconds how long the test took, in milliseconds; differs from run to run
 */
public record TestResult(
        String test,
        String question,
        String title,
        boolean visible,
        int points,
        Status status,
        String message,
        List<Student.Call> calls,
        List<String> hints,
        long milliseconds) {

    /** How a test ended. */
    public enum Status {
        /** The answer is right as far as this test sees. */
        PASSED,
        /** The answer is wrong. */
        FAILED,
        /** The answer is still blank. */
        NOT_SOLVED,
        /** The test itself could not run; says nothing about the answer. */
        ERROR
    }

    /**
     * Copies the lists.
     *
     * @param test class and method of the test
     * @param question the question it is about
     * @param title what it checks, in words
     * @param visible whether the student may see it
     * @param points what it earns when passed
     * @param status how it ended
     * @param message why it did not pass, in words; blank if it did
     * @param calls the calls of the student's methods, the last ones if there were many; none if the test passed
     * @param hints the test's ladder of hints
     * @param milliseconds how long the test took, in milliseconds
     */
    public TestResult {
        // The same for every student: thousands of results must not hold thousands of copies.
        test = test.intern();
        question = question.intern();
        title = title.intern();
        calls = List.copyOf(calls);
        hints = hints.stream().map(String::intern).toList();
    }

    /**
     * The points earned.
     *
     * @return all of the test's points, or none
     */
    public int earned() {
        return status == Status.PASSED ? points : 0;
    }
}
