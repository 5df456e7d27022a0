package org.tinybabel.grader.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A good exercise passes the gates, and each way to break it is noticed. */
final class ProofTest {

    @TempDir
    private Path folder;

    private MadeExercise made;

    @BeforeEach
    void makeAGoodExercise() throws IOException {
        made = MadeExercise.in(folder);
    }

    @Test
    void aGoodExerciseIsProvedAndItsMatrixSaysWhichTestAloneCatchesAnAnswer() throws IOException {
        var proof = made.prove(MadeExercise.TESTS);

        assertThat(proof.faults()).isEmpty();
        assertThat(proof.solution().earned()).isEqualTo(4);
        assertThat(proof.blank().earned()).isZero();
        assertThat(proof.matrix())
                .contains(
                        "  1   HalvingChecks.halfOfTwo\n",
                        "  2 ! HalvingChecks.refusesNaN  (alone catches a-accepts-nan)",
                        "a-absolute     .  .  x",
                        "a-doubles      x  .  o");
    }

    @Test
    void aSolutionThatFailsATestIsNoticed() throws IOException {
        made.forgetWrongAnswers();
        made.master(MadeExercise.SOLUTION.replace("x / 2", "x / 3"), MadeExercise.READ);

        assertThat(made.prove(MadeExercise.TESTS).faults())
                .anySatisfy(fault -> assertThat(fault).startsWith("The solution fails HalvingChecks.halfOfTwo"));
    }

    @Test
    void aSolutionThatDoesNotCompileIsNoticed() throws IOException {
        made.forgetWrongAnswers();
        made.master(MadeExercise.SOLUTION, MadeExercise.READ, "int count = \"none\";");

        assertThat(made.prove(MadeExercise.TESTS).faults())
                .anySatisfy(fault -> assertThat(fault).startsWith("The solution notebook does not run: code cell 3"));
    }

    @Test
    void aMasterWithoutMarkersGivesTheSolutionAwayAndIsNoticed() throws IOException {
        made.forgetWrongAnswers();
        made.master(MadeExercise.SOLUTION.replaceAll("// (BEGIN|END) SOLUTION", ""), MadeExercise.READ);

        assertThat(made.prove(MadeExercise.TESTS).faults()).anySatisfy(fault -> assertThat(fault)
                .startsWith("The blank notebook earns 2 points in HalvingChecks.halfOfTwo"));
    }

    @Test
    void aBlankNotebookThatDoesNotCompileIsNoticed() throws IOException {
        made.forgetWrongAnswers();
        made.master(
                MadeExercise.SOLUTION, MadeExercise.READ, "// BEGIN SOLUTION\nint k = 3;\n// END SOLUTION", "k + 1");

        assertThat(made.prove(MadeExercise.TESTS).faults()).anySatisfy(fault -> assertThat(fault)
                .startsWith("The blank notebook does not compile and run from top to bottom: code cell 4"));
    }

    @Test
    void aBlankNotebookMayFailWhereItUsesABlankAnswer() throws IOException {
        made.forgetWrongAnswers();
        made.master(MadeExercise.SOLUTION, MadeExercise.READ, "half(8)");

        assertThat(made.prove(MadeExercise.TESTS).faults()).noneMatch(fault -> fault.contains("blank"));
    }

    @Test
    void aTestThatNeverCallsTheStudentIsNoticed() throws IOException {
        var faults = made.prove(MadeExercise.TESTS.withHidden(HalvingIdleChecks.class))
                .faults();

        assertThat(faults)
                .contains(
                        "The blank notebook earns 1 points in HalvingIdleChecks.neverCallsTheStudent:"
                                + " does the test call the student's method?",
                        "HalvingIdleChecks.neverCallsTheStudent does not reject the wrong answer a-doubles");
    }

    @Test
    void aTestThatNoWrongAnswerNeedsIsNoticed() throws IOException {
        assertThat(made.prove(MadeExercise.TESTS.withHidden(HalvingIdleChecks.class))
                        .faults())
                .contains(
                        "HalvingIdleChecks.namesNoAnswer names no wrong answer that it rejects:"
                                + " no wrong answer needs this test",
                        "HalvingIdleChecks.namesAnEmptyList names no wrong answer that it rejects:"
                                + " no wrong answer needs this test");
    }

    @Test
    void aWrongAnswerThatIsRightIsNoticed() throws IOException {
        made.wrong(MadeExercise.returning("a-doubles", "x / 2 + 0"), MadeExercise.ACCEPTS_NAN, MadeExercise.ABSOLUTE);

        assertThat(made.prove(MadeExercise.TESTS).faults())
                .containsExactly("HalvingChecks.halfOfTwo does not reject the wrong answer a-doubles");
    }

    @Test
    void missingAndUnnamedWrongAnswersAreNoticed() throws IOException {
        made.wrong(
                MadeExercise.DOUBLES, MadeExercise.ACCEPTS_NAN, MadeExercise.ABSOLUTE.replace("a-absolute", "a-other"));

        assertThat(made.prove(MadeExercise.TESTS).faults())
                .containsExactly(
                        "HalvingHiddenChecks.halfOfMinusThree names the wrong answer a-absolute, which does not exist",
                        "No test names the wrong answer a-other");
    }

    @Test
    void aWrongAnswerThatDoesNotCompileIsNoticed() throws IOException {
        made.wrong(MadeExercise.returning("a-doubles", "twice(x)"));

        assertThat(made.prove(MadeExercise.TESTS).faults())
                .anySatisfy(fault -> assertThat(fault).startsWith("The wrong answer a-doubles must compile and run"));
    }

    @Test
    void anEditThatNoLongerAppliesIsNoticed() throws IOException {
        made.wrong(MadeExercise.DOUBLES.replace("x / 2", "x / 3"), MadeExercise.ACCEPTS_NAN, MadeExercise.ABSOLUTE);

        assertThat(made.prove(MadeExercise.TESTS).faults())
                .containsExactly(
                        "wrong/98-halving.edits, line 1: a-doubles does not apply to the solution:"
                                + " it has no line \"    return x / 3;\"",
                        "HalvingChecks.halfOfTwo names the wrong answer a-doubles, which does not exist");
    }
}
