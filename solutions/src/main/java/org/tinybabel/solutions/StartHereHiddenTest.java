package org.tinybabel.solutions;

import static org.tinybabel.grader.api.Answers.assertClose;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tinybabel.exercises.StartHere;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Rejects;
import org.tinybabel.grader.api.Seed;
import org.tinybabel.grader.api.TestsOf;

/** A case of the warm-up that its visible checks do not show. */
@TestsOf(StartHere.class)
public final class StartHereHiddenTest {

    @Test
    @Question("a")
    @DisplayName("many numbers")
    @Rejects("a-single-precision")
    void manyNumbers(StartHere student, Seed seed) {
        var values = seed.random().doubles(100_000, 1000, 1001).toArray();
        var mean = Arrays.stream(values).sum() / values.length;
        assertClose("the mean of 100,000 numbers", student.mean(values), mean, 1e-9);
    }
}
