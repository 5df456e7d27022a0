package org.tinybabel.exercises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.reflect.Modifier;
import java.util.Arrays;
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

    /** Notebooks import both, so a name that both have is ambiguous in every cell that says it. */
    @Test
    void noTypeOfAContractIsCalledLikeOneThatNotebooksImport() {
        var types = Exercises.contracts().stream()
                .flatMap(contract -> Arrays.stream(contract.getClasses()))
                .toList();

        assertThat(types).isNotEmpty().noneMatch(type -> isImported(type.getSimpleName()));
        assertThat(isImported("Interval")).isTrue();
    }

    private static boolean isImported(String name) {
        try {
            return Modifier.isPublic(
                    Class.forName("org.tinybabel.display." + name).getModifiers());
        } catch (ClassNotFoundException e) {
            return false;
        }
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
