package org.tinybabel.solutions;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.grader.GradedSubmission;
import org.tinybabel.grader.Limits;
import org.tinybabel.grader.Submission;
import org.tinybabel.grader.SubmissionGrader;
import org.tinybabel.grader.authoring.MasterNotebooks;
import org.tinybabel.grader.authoring.Proof;
import org.tinybabel.grader.authoring.StudentNotebook;
import org.tinybabel.kernel.notebook.Cell;
import org.tinybabel.kernel.notebook.Notebook;

/** Proves every exercise: solution 100 %, blank 0 %, each known-wrong answer rejected by each test that names it. */
final class ExerciseProofTest {

    private static final Path MASTERS = Path.of("").toAbsolutePath();
    private static final Path STUDENTS = MASTERS.resolveSibling("exercises");
    private static final long SEED = 20260101;

    static Stream<ExerciseTests> exercises() {
        return Solutions.exercises().stream();
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void isProved(ExerciseTests exercise) throws IOException {
        var grader = new SubmissionGrader(exercise, studentClassPath(), Limits.ofSecondsPerCall(5));
        var file = exercise.id() + ".ipynb";
        var master = Notebook.read(MASTERS.resolve(file));
        var blank = StudentNotebook.from(master, file);
        var wrong = new LinkedHashMap<String, GradedSubmission>();
        for (var answer : wrongAnswers(exercise)) {
            var name = answer.getFileName().toString().replace(".java", "");
            wrong.put(name, grade(grader, name, withAnswer(master, Files.readString(answer))));
        }
        var proof = new Proof(exercise, grade(grader, "solution", master), grade(grader, "blank", blank), wrong);

        System.out.println(exercise.id() + ": solution " + proof.solution().earned() + " of "
                + proof.solution().possible() + ", blank " + proof.blank().earned() + "; tests against wrong answers:");
        System.out.println(proof.matrix());
        assertThat(proof.faults()).isEmpty();
        // Blank stubs must compile: the cells of a blank notebook may throw, but only NotSolvedYet.
        assertThat(proof.blank().cells())
                .allSatisfy(problem -> assertThat(problem.message()).contains("NotSolvedYet"));
    }

    private static GradedSubmission grade(SubmissionGrader grader, String student, Notebook notebook) {
        return grader.grade(Submission.of(student, student + ".ipynb"), notebook, "", SEED);
    }

    private static List<Path> wrongAnswers(ExerciseTests exercise) throws IOException {
        try (var files = Files.list(MASTERS.resolve("wrong").resolve(exercise.id()))) {
            return files.sorted().toList();
        }
    }

    private static Notebook withAnswer(Notebook master, String source) {
        var notebook = master.copy();
        var cell = new JsonObject();
        cell.addProperty("cell_type", "code");
        cell.addProperty("id", "wrong-answer");
        cell.add("metadata", new JsonObject());
        cell.add("outputs", new JsonArray());
        cell.add("source", Cell.lines(source));
        notebook.json().getAsJsonArray("cells").add(cell);
        return notebook;
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
        assertThat(MasterNotebooks.drift(MASTERS, STUDENTS))
                .as("student notebooks that differ from what ./tinybabel assign generates")
                .isEmpty();
    }

    @Test
    void hiddenTestsAreNotOnTheStudentsClassPath() throws IOException {
        var exercise = Solutions.exercise("00-start-here");
        var notebook = Notebook.read(MASTERS.resolve("00-start-here.ipynb"));
        var spying = withAnswer(notebook, "Class.forName(\"" + BigramSubnetworksHiddenTest.class.getName() + "\")");

        var graded =
                grade(new SubmissionGrader(exercise, studentClassPath(), Limits.ofSecondsPerCall(5)), "spy", spying);

        assertThat(graded.earned()).isEqualTo(graded.possible());
        assertThat(graded.cells()).singleElement().satisfies(problem -> assertThat(problem.message())
                .contains("ClassNotFoundException"));
    }

    @Test
    void noSolutionTextAndNoHiddenTestIsInAStudentFile() throws IOException {
        for (var exercise : Solutions.exercises()) {
            var student = Files.readString(STUDENTS.resolve(exercise.id() + ".ipynb"));

            assertThat(student).doesNotContain("HiddenTest", "BEGIN SOLUTION", "END SOLUTION");
        }
    }
}
