package org.tinybabel.grader.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An exercise that is proved, and breaks each of the rules that hold besides. */
final class ExerciseRulesTest {

    private static final Path SOURCES = Path.of("src/test/java").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void eachRuleThatIsBrokenIsNamed() throws IOException {
        var made = MadeExercise.in(folder);
        made.wrong(
                MadeExercise.DOUBLES,
                MadeExercise.ACCEPTS_NAN,
                MadeExercise.ABSOLUTE,
                MadeExercise.ACCEPTS_NAN.replace("a-accepts-nan", "a-no-validation"));
        var proof = made.prove(MadeExercise.TESTS);

        assertThat(ExerciseRules.faults(proof, SOURCES))
                .contains(
                        "No test compares half with the solution on generated inputs",
                        "No test compares read with the solution on generated inputs",
                        "Question (a) documents exceptions, and no test compares them with the solution's on generated inputs",
                        "Question (b) documents exceptions, and no wrong answer b-no-validation leaves them out",
                        "HalvingChecks.refusesNaN takes points from a-no-validation:"
                                + " validation is a point of its own, in tests that are annotated @Validation",
                        "No right answer of another kind to question (a) is tried: right/98-halving.edits")
                .anySatisfy(fault -> assertThat(fault)
                        .startsWith("HalvingChecks uses org.assertj.core.api.")
                        .contains("not made for students"))
                .noneMatch(fault -> fault.startsWith("Judgement"));
    }

    @Test
    void aRightAnswerThatATestRefusesIsAFault() throws IOException {
        var made = MadeExercise.in(folder);
        made.right(
                MadeExercise.returning("a-other-way", "0.5 * x"),
                MadeExercise.returning("a-is-not-right", "x / 2 + 1e-3"));

        assertThat(made.prove(MadeExercise.TESTS).faults())
                .singleElement()
                .asString()
                .startsWith("The right answer a-is-not-right fails HalvingChecks.halfOfTwo with seed 1: ");
    }
}
