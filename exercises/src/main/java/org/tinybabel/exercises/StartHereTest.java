package org.tinybabel.exercises;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.tinybabel.grader.api.Answers;
import org.tinybabel.grader.api.Hint;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Rejects;
import org.tinybabel.grader.api.TestsOf;
import org.tinybabel.grader.api.Validation;

/** The checks of the warm-up. */
@TestsOf(StartHere.class)
public final class StartHereTest {

    @Test
    @Question("a")
    @Order(1)
    @DisplayName("gives the mean of three numbers")
    @Hint({"Add the values up, then divide.", "Divide by values.length, not by a fixed number."})
    @Rejects({"a-sum", "a-integer-division"})
    void threeNumbers(StartHere student) {
        Answers.assertClose("the mean of 1, 2 and 4.5", student.mean(new double[] {1, 2, 4.5}), 2.5, 1e-12);
    }

    @Test
    @Question("a")
    @Validation
    @Order(2)
    @DisplayName("refuses an empty array")
    @Hint("Throw new IllegalArgumentException(\"…\") when there are no values.")
    @Rejects({"a-nan-when-empty", "a-no-validation"})
    void noNumbers(StartHere student) {
        Answers.assertRefuses("no values", () -> student.mean(new double[0]));
    }
}
