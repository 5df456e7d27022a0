package org.tinybabel.grader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tinybabel.grader.GradedSubmission.CellProblem;
import org.tinybabel.grader.api.Student;

final class GradedSubmissionTest {

    private static final ExerciseTests TESTS = ExerciseTests.visible(Small.class);

    private static GradedSubmission graded() {
        return new GradedSubmission(
                GradedSubmission.FORMAT,
                new Submission("7", "Ada <L>", "ada.ipynb", "2026-03-01T12:00:00Z", 2, "late"),
                TESTS.id(),
                "abc",
                Circumstances.here(TESTS, 5, "none"),
                "",
                List.of(new CellProblem(3, "threw", "printed")),
                List.of(new TestResult(
                        "SmallChecks.twiceThree",
                        "a",
                        "twice three",
                        true,
                        2,
                        TestResult.Status.PASSED,
                        "",
                        List.of(new Student.Call("twice(3)", "6")),
                        List.of("add"),
                        12)),
                List.of(new WrittenAnswer("d", "Why?", 3, "because")),
                new Costs(1, 2, 3, 4));
    }

    @Test
    void aResultSurvivesBeingWrittenAndRead() {
        var json = graded().toJson();

        assertThat(GradedSubmission.fromJson(json)).isEqualTo(graded());
        assertThat(GradedSubmission.fromJson(json).toJson()).isEqualTo(json).endsWith("}\n");
    }

    @Test
    void aFileThatIsNoResultIsSaidToBeNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GradedSubmission.fromJson("{"))
                .withMessageContaining("not JSON");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GradedSubmission.fromJson("{\"seed\": 1}"))
                .withMessageContaining("no field format");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GradedSubmission.fromJson("{\"format\": 9}"))
                .withMessageContaining("format 9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GradedSubmission.fromJson("{\"format\": 1, \"exercise\": \"x\"}"))
                .withMessageContaining("field is missing");
    }

    @Test
    void theVersionOfAnExerciseIsTheHashOfItsClasses() {
        var version = ExerciseVersion.of(TESTS);

        assertThat(version).matches("[0-9a-f]{64}").isEqualTo(ExerciseVersion.of(ExerciseTests.visible(Small.class)));
        assertThat(ExerciseVersion.of(TESTS.withHidden(SmallChecks.class))).isNotEqualTo(version);
    }

    @Test
    void aNotebookOfMoreThan16MegabytesIsRefusedUnread() {
        var grader = new SubmissionGrader(TESTS, List.of(), Limits.ofSecondsPerCall(1));

        var result = grader.grade(Submission.of("eve", "eve.ipynb"), new byte[(16 << 20) + 1], 1);

        assertThat(result.graded()).isFalse();
        assertThat(result.reason()).contains("16 MB");
    }
}
