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

    /** A call of a student's method. */
    @FunctionalInterface
    public interface Call {

        /**
         * Calls the method.
         *
         * @return what came back
         * @throws Throwable whatever the method throws
         */
        Object value() throws Throwable;
    }

    /**
     * Fails unless a method refuses its input with an {@link IllegalArgumentException}.
     *
     * @param what what is wrong with the input, such as {@code token 3 in a vocabulary of 3 words}
     * @param call the call
     * @throws AssertionError if it returns a value or throws something else; the message says what
     */
    public static void assertRefuses(String what, Call call) {
        assertThrows(what, IllegalArgumentException.class, call);
    }

    /**
     * Fails unless a method throws what its contract says.
     *
     * @param what what the input is, such as {@code no corpus}
     * @param type the exception's type
     * @param call the call
     * @throws AssertionError if it returns a value or throws something else; the message says what
     */
    public static void assertThrows(String what, Class<? extends Throwable> type, Call call) {
        String got;
        try {
            got = Words.of(call.value());
        } catch (AssertionError | NotSolvedYet unusable) {
            throw unusable;
        } catch (Throwable thrown) {
            if (type.isInstance(thrown)) {
                return;
            }
            got = Words.thrown(thrown);
        }
        throw new AssertionError(what + ": expected " + Words.article(type.getSimpleName()) + ", got " + got);
    }

    /**
     * Fails unless an answer has a property.
     *
     * @param what what the answer is, such as {@code the share of b}
     * @param actual the student's answer
     * @param expected the property in words, such as {@code a number from 0 to 1}
     * @param holds whether the answer has it
     * @throws AssertionError if not; the message says what was expected and what the answer is
     */
    public static void assertHolds(String what, Object actual, String expected, boolean holds) {
        if (!holds) {
            throw new AssertionError(what + ": expected " + expected + ", got " + Words.of(actual));
        }
    }

    /**
     * Fails unless there is an answer: for choices that visible tests must not judge.
     *
     * @param what what the answer is, such as {@code the control}
     * @param actual the student's answer
     * @throws AssertionError if it is {@code null}
     */
    public static void assertGiven(String what, Object actual) {
        assertHolds(what, actual, "an answer", actual != null);
    }
}
