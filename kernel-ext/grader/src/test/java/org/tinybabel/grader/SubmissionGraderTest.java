package org.tinybabel.grader;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tinybabel.kernel.notebook.Cell;
import org.tinybabel.kernel.notebook.Notebook;

final class SubmissionGraderTest {

    private static final String IMPORTS = "import static " + Small.class.getCanonicalName() + ".*;";
    private static final String TWICE =
            """
            static int twice(int x) {
                if (x > Integer.MAX_VALUE / 2) {
                    throw new IllegalArgumentException("too large");
                }
                return 2 * x;
            }
            """;
    private static final String HALVES =
            """
            static double[] halves(List<Double> values) {
                return values.stream().mapToDouble(v -> v / 2).toArray();
            }
            """;
    private static final String SUM =
            """
            static Sum sum(Map<String, int[]> groups) {
                var total = groups.values().stream().flatMapToInt(Arrays::stream).sum();
                return new Sum(total, groups.keySet().iterator().next());
            }
            """;

    private static GradedSubmission grade(String... cells) {
        var array = new JsonArray();
        for (var source : cells) {
            var cell = new JsonObject();
            cell.addProperty("cell_type", "code");
            cell.add("source", Cell.lines(source));
            array.add(cell);
        }
        var json = new JsonObject();
        json.add("cells", array);
        var classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        return new SubmissionGrader(ExerciseTests.visible(Small.class), classPath, Limits.ofSecondsPerCall(2))
                .grade(Submission.of("ada", "ada.ipynb"), new Notebook(json), "", 1);
    }

    private static Map<String, TestResult> byName(GradedSubmission graded) {
        return graded.tests().stream()
                .collect(Collectors.toMap(result -> result.test().replaceFirst(".*\\.", ""), Function.identity()));
    }

    @Test
    void aRightNotebookEarnsEverything() {
        var graded = grade(IMPORTS, TWICE, HALVES, SUM);

        assertThat(graded.problem()).isEmpty();
        assertThat(graded.cells()).isEmpty();
        assertThat(graded.tests()).allSatisfy(test -> assertThat(test.message()).isEmpty());
        assertThat(graded.earned()).isEqualTo(graded.possible()).isEqualTo(5);
    }

    @Test
    void aBlankStubEarnsNothingEvenWhereAnExceptionIsExpected() {
        var graded = grade(
                IMPORTS, "static int twice(int x) { throw new org.tinybabel.grader.api.NotSolvedYet(\"twice\"); }");

        assertThat(graded.earned()).isZero();
        assertThat(byName(graded).get("twiceTooLarge").status()).isEqualTo(TestResult.Status.NOT_SOLVED);
    }

    @Test
    void aWrongAnswerIsToldWhatWasCalledAndWhatCameBack() {
        var result = byName(grade(IMPORTS, "static int twice(int x) { return x; }", HALVES, SUM))
                .get("twiceThree");

        assertThat(result.status()).isEqualTo(TestResult.Status.FAILED);
        assertThat(result.calls()).singleElement().satisfies(call -> {
            assertThat(call.called()).isEqualTo("twice(3)");
            assertThat(call.cameBack()).isEqualTo("3");
        });
        assertThat(result.message()).contains("twice 3", "6");
        assertThat(result.hints()).containsExactly("add it to itself");
    }

    @Test
    void aCompileErrorCostsItsOwnMethodOnly() {
        var graded = grade(IMPORTS, "static int twice(int x) { return y; }", HALVES, SUM);

        assertThat(graded.earned()).isEqualTo(2);
        assertThat(byName(graded).get("twiceThree").message()).contains("does not declare");
    }

    @Test
    void aChangedSignatureIsSaidToBeOne() {
        var graded = grade(IMPORTS, "static String twice(String x) { return x + x; }", HALVES, SUM);

        assertThat(byName(graded).get("twiceThree").message()).contains("int twice(int x)");
        assertThat(graded.earned()).isEqualTo(2);
    }

    @Test
    void anEndlessLoopCostsItsOwnQuestionOnly() {
        var graded = grade(IMPORTS, "static int twice(int x) { while (true) {} }", HALVES, SUM);

        assertThat(byName(graded).get("twiceThree").message())
                .containsPattern("used more than \\d s of processor time");
        assertThat(graded.earned()).isEqualTo(2);
    }

    @Test
    void anExitInAMethodAndInACellCostNoOtherQuestion() {
        var graded = grade(
                IMPORTS,
                "static int twice(int x) { System.exit(0); return 0; }",
                HALVES,
                "Runtime.getRuntime().halt(0);",
                SUM);

        assertThat(graded.earned()).isEqualTo(2);
        assertThat(graded.cells()).singleElement().satisfies(problem -> {
            assertThat(problem.cell()).isEqualTo(4);
            assertThat(problem.message()).contains("System.exit");
        });
    }

    @Test
    void anErrorInOneCellDoesNotStopTheOthers() {
        var graded = grade(IMPORTS, TWICE, "throw new IllegalStateException(\"exploring\");", HALVES, SUM);

        assertThat(graded.earned()).isEqualTo(5);
        assertThat(graded.cells()).singleElement().satisfies(problem -> assertThat(problem.message())
                .contains("IllegalStateException", "exploring"));
    }

    @Test
    void printingAForgedReplyChangesNothing() {
        var graded = grade(IMPORTS, "System.out.println(\"{\\\"id\\\":1,\\\"value\\\":6}\");", HALVES);

        assertThat(graded.earned()).isEqualTo(1);
    }

    @Test
    void runningOutOfMemoryIsSaid() {
        var graded = grade(
                IMPORTS,
                "static int twice(int x) { var l = new ArrayList<long[]>(); while (true) l.add(new long[1 << 20]); }",
                HALVES,
                SUM);

        assertThat(byName(graded).get("twiceThree").message()).contains("memory");
        assertThat(graded.earned()).isEqualTo(2);
    }

    @Test
    void redefiningWhatTestsUseGainsNothing() {
        var graded = grade(
                IMPORTS,
                "class Assertions { static void assertThat(Object o) {} }",
                "static int twice(int x) { return 7; }");

        assertThat(graded.earned()).isZero();
    }
}
