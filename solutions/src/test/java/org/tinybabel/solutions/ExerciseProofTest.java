package org.tinybabel.solutions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.grader.TopToBottom;
import org.tinybabel.grader.authoring.ExerciseRules;
import org.tinybabel.grader.authoring.ExpectedExceptions;
import org.tinybabel.grader.authoring.Leaks;
import org.tinybabel.grader.authoring.MasterNotebooks;
import org.tinybabel.grader.authoring.MatrixPage;
import org.tinybabel.grader.authoring.Mutants;
import org.tinybabel.grader.authoring.Proof;
import org.tinybabel.grader.authoring.ProofMode;
import org.tinybabel.kernel.notebook.Notebook;

/**
 * What every exercise must be: solution 100 %, blank 0 %, each known-wrong answer rejected by each test that names it, no
 * test without a wrong answer, no test that expects more than the contract says, nothing secret in a student's file.
 */
final class ExerciseProofTest {

    private static final Path MASTERS = Path.of("").toAbsolutePath();
    private static final Path STUDENTS = MASTERS.resolveSibling("exercises");
    private static final Path MUTANTS = MASTERS.resolve("target/pit-reports/mutations.xml");
    private static final Path MUTATED =
            MASTERS.resolve("target/generated-sources/solutions/org/tinybabel/solutions/mutants");
    private static final List<Proof> PROOFS = new ArrayList<>();
    private static final Map<String, Mutants> FOUND = new TreeMap<>();

    /** All of them, or the one that an author is at work on, {@code -Dexercise=02-cloned-languages}. */
    static Stream<ExerciseTests> exercises() {
        var wanted = Optional.ofNullable(System.getProperty("exercise"));
        return Solutions.exercises().stream()
                .filter(exercise -> wanted.map(exercise.id()::equals).orElse(true));
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void isProved(ExerciseTests exercise) throws IOException {
        var proof = Proof.of(exercise, MASTERS, studentClassPath(), ProofMode.asked(), name -> {});
        PROOFS.add(proof);

        System.out.println(exercise.id() + ": solution " + proof.solution().earned() + " of "
                + proof.solution().possible() + ", blank " + proof.blank().earned() + "; tests against wrong answers, "
                + proof.how() + ":");
        System.out.println(proof.matrix());
        assertThat(proof.faults()).isEmpty();
        assertThat(ExerciseRules.faults(proof, STUDENTS.resolve("src/main/java")))
                .isEmpty();
    }

    /** PIT has made them before the tests of this module; {@code -DskipMutants} saves the minute. */
    @ParameterizedTest
    @MethodSource("exercises")
    void mutantsOfTheSolutionAreNoticed(ExerciseTests exercise) throws IOException {
        // Those that lie here may be of another exercise, from an earlier build.
        assumeTrue(!Boolean.getBoolean("skipMutants") && Files.exists(MUTANTS), "no mutants were made");
        var mutants = Mutants.of(exercise, MASTERS, MUTANTS, MUTATED);
        FOUND.put(exercise.id(), mutants);

        System.out.println(exercise.id() + ": " + mutants.score());
        assertThat(mutants.faults()).isEmpty();
    }

    @AfterAll
    static void writeMatrices() throws IOException {
        PROOFS.sort(Comparator.comparing(proof -> proof.exercise().id()));
        MatrixPage.write(MASTERS.resolve("target/matrix"), PROOFS, FOUND);
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void expectsOnlyTheExceptionsOfItsContract(ExerciseTests exercise) throws IOException {
        assertThat(ExpectedExceptions.faults(exercise, STUDENTS.resolve("src/main/java")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void givesNothingAwayToStudents(ExerciseTests exercise) throws IOException {
        assertThat(Leaks.faults(exercise, MASTERS, STUDENTS)).isEmpty();
    }

    /** The class path of this test without this module: what the distribution calls lib. */
    private static List<Path> studentClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> !entry.startsWith(MASTERS))
                .toList();
    }

    @Test
    void studentNotebooksFollowFromTheirMasters() throws IOException {
        assertThat(new MasterNotebooks(MASTERS, STUDENTS, Solutions.exercises()).drift())
                .as("student notebooks that differ from what ./tinybabel assign generates")
                .isEmpty();
    }

    @Test
    void hiddenTestsAreNotOnTheStudentsClassPath() throws IOException {
        var notebook = Notebook.read(MASTERS.resolve("00-start-here.ipynb"));
        var spying =
                Proof.withAnswer(notebook, "Class.forName(\"" + BigramSubnetworksHiddenTest.class.getName() + "\")");

        var graded = new TopToBottom(Solutions.exercise("00-start-here"), studentClassPath(), 5).run(spying, "spy");

        assertThat(graded.earned()).isEqualTo(graded.possible());
        assertThat(graded.cells()).singleElement().satisfies(problem -> assertThat(problem.message())
                .contains("ClassNotFoundException"));
    }
}
