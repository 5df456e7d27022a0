package org.tinybabel.grader.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LeaksTest {

    @TempDir
    private Path folder;

    private MadeExercise made;

    @BeforeEach
    void makeAGoodExercise() throws IOException {
        made = MadeExercise.in(folder);
    }

    private List<String> faults() throws IOException {
        return Leaks.faults(MadeExercise.TESTS, made.masters(), made.students());
    }

    @Test
    void aGeneratedNotebookGivesNothingAway() throws IOException {
        assertThat(faults()).isEmpty();
    }

    @Test
    void aLineOfTheSolutionIsNoticedWhereverItStands() throws IOException {
        made.master(MadeExercise.SOLUTION, "# The rule\n\n`throw new IllegalArgumentException(\"x is NaN\");` is it.");

        assertThat(faults())
                .containsExactly("The student notebook 98-halving.ipynb holds a line of the solution:"
                        + " throw new IllegalArgumentException(\"x is NaN\");");
    }

    @Test
    void aLineThatStudentsAreGivenIsNoSecret() throws IOException {
        var given = "static void refuse() {\n    throw new IllegalArgumentException(\"x is NaN\");\n}";
        made.master(given, MadeExercise.SOLUTION);

        assertThat(faults()).isEmpty();
    }

    @Test
    void deletedCellsAndWrittenAnswersAreSecretToo() throws IOException {
        made.master(
                MadeExercise.SOLUTION,
                "// DELETE CELL\nvar teachersOwn = 1;",
                "<!-- BEGIN SOLUTION -->Because it is half.<!-- END SOLUTION -->");
        var student = made.students().resolve("98-halving.ipynb");
        Files.writeString(
                student,
                Files.readString(student).replace("Your answer here.", "Because it is half. var teachersOwn = 1;"));

        assertThat(faults()).hasSize(2).allMatch(fault -> fault.contains("holds a line of the solution"));
    }

    @Test
    void namesOfHiddenTestsAndWrongAnswersAreNoticed() throws IOException {
        made.master(
                MadeExercise.SOLUTION,
                "# See HalvingHiddenChecks\n\nIts halfOfMinusThree rejects a-absolute, but not a-absolutely.");

        assertThat(faults())
                .containsExactly(
                        "The student notebook 98-halving.ipynb names the hidden test HalvingHiddenChecks",
                        "The student notebook 98-halving.ipynb names the hidden test halfOfMinusThree",
                        "The student notebook 98-halving.ipynb names the wrong answer a-absolute");
    }

    @Test
    void aHiddenTestInTheStudentsSourcesIsNoticed() throws IOException {
        Files.writeString(made.students().resolve("src/HalvingHiddenChecks.java"), "class HalvingHiddenChecks {}");

        assertThat(faults())
                .containsExactly(
                        "The students' file HalvingHiddenChecks.java names the hidden tests HalvingHiddenChecks");
    }
}
