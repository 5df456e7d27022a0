package org.tinybabel.grader.api;

/**
 * Compares a student's answer with the expected one and says where they differ: index, row and column, key, component.
 *
 * <pre>{@code
 * Answers.assertClose("the probabilities", student.probabilities(text), byHand, 1e-12);
 * // the probabilities: row 1, column 2: expected 0.375, got 0.25 (off by 0.125, allowed 1e-12); 3 of 16 entries differ
 * }</pre>
 *
 * <p>Arrays and lists of any depth, maps, sets, records, and Tablesaw's tables and columns are compared entry by entry;
 * numbers by value, whatever their type; NaN equals NaN. A wrong shape is reported before any wrong entry.
 */
public final class Answers {

    private Answers() {}

    /**
     * Fails unless an answer is the expected one.
     *
     * @param what what the answer is, such as {@code the counts of b, a, b}
     * @param actual the student's answer
     * @param expected the right answer
     * @throws AssertionError if they differ; the message says where
     */
    public static void assertEqual(String what, Object actual, Object expected) {
        assertClose(what, actual, expected, 0);
    }

    /**
     * Fails unless an answer is close to the expected one.
     *
     * @param what what the answer is, such as {@code the probability that b follows a}
     * @param actual the student's answer
     * @param expected the right answer
     * @param tolerance how far any number may be off, absolutely; 0 or more
     * @throws AssertionError if they differ by more; the message says where, by how much, and how many entries do
     * @throws IllegalArgumentException if the tolerance is negative or NaN
     */
    public static void assertClose(String what, Object actual, Object expected, double tolerance) {
        if (!(tolerance >= 0)) {
            throw new IllegalArgumentException("a tolerance must be 0 or more, got " + tolerance);
        }
        var comparison = new Comparison(tolerance);
        comparison.compare(Place.WHOLE, actual, expected);
        comparison.message().ifPresent(message -> {
            throw new AssertionError(what + ": " + message);
        });
    }
}
