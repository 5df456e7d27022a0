package org.tinybabel.exercises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.tinybabel.grader.ExerciseTests;

final class ExercisesTest {

    @Test
    void everyContractIsAnExerciseOfItsOwnName() {
        var exercises =
                Exercises.contracts().stream().map(ExerciseTests::visible).toList();

        assertThat(exercises)
                .extracting(ExerciseTests::id)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(exercises)
                .allSatisfy(exercise -> assertThat(exercise.tests()).isNotEmpty());
    }

    @Test
    void commentsAndBlankLinesSayNothing() {
        assertThat(Exercises.contracts("# first\n\n  org.tinybabel.exercises.StartHere  \n#end"))
                .containsExactly(StartHere.class);
    }

    @Test
    void aNameThatIsNoClassIsNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Exercises.contracts("org.tinybabel.exercises.Nothing"))
                .withMessageContaining("contracts.txt names org.tinybabel.exercises.Nothing");
    }
}
