package org.tinybabel.solutions;

import static org.tinybabel.grader.api.Answers.assertClose;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tinybabel.exercises.StartHere;
import org.tinybabel.grader.api.GeneratedInputs;
import org.tinybabel.grader.api.Question;
import org.tinybabel.grader.api.Rejects;
import org.tinybabel.grader.api.Seed;
import org.tinybabel.grader.api.TestsOf;
import org.tinybabel.grader.api.Validation;

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

    @Test
    @Question("a")
    @DisplayName("generated numbers")
    @Rejects({"a-sum", "a-integer-division"})
    void generatedNumbers(StartHere student, Seed seed) {
        numbers(student, seed).compareValues();
    }

    @Test
    @Question("a")
    @Validation
    @DisplayName("bad input")
    @Rejects({"a-nan-when-empty", "a-no-validation"})
    void refusesNoNumbers(StartHere student, Seed seed) {
        numbers(student, seed).compareRefusals();
    }

    private static GeneratedInputs.Comparing numbers(StartHere student, Seed seed) {
        return GeneratedInputs.of(student, new StartHereSolution.Answers(), seed)
                .method("mean", random -> new Object[] {
                    random.doubles(1 + random.nextInt(5), -9, 9).toArray()
                });
    }
}
