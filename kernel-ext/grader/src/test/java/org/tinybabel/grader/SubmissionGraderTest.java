package org.tinybabel.grader;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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
        return grade(Small.class, cells);
    }

    private static GradedSubmission grade(Class<?> contract, String... cells) {
        return grade(contract, notebook(cells));
    }

    static Notebook notebook(String... cells) {
        var array = new JsonArray();
        for (var source : cells) {
            var cell = new JsonObject();
            cell.addProperty("cell_type", "code");
            cell.add("source", Cell.lines(source));
            array.add(cell);
        }
        var json = new JsonObject();
        json.add("cells", array);
        return new Notebook(json);
    }

    private static GradedSubmission grade(Class<?> contract, Notebook notebook) {
        var classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        return new SubmissionGrader(ExerciseTests.visible(contract), classPath, Limits.ofSecondsPerCall(2))
                .grade(Submission.of("ada", "ada.ipynb"), notebook, "", 7);
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
    void aHelperAboveTheAnswersOfItsCellCostsNothing() {
        for (var helper : List.of(
                "static int helper(int n) {\n    return switch (n) { case 1 -> 10; default -> throw new IllegalStateException();"
                        + " };\n}\n",
                "interface Helper { public default int help() { return 1; } }\n",
                "interface Kinds { sealed interface Kind permits Open {} non-sealed class Open implements Kind {} }\n")) {
            var graded = grade(IMPORTS + "\n" + helper + TWICE + HALVES + SUM);

            assertThat(graded.cells()).as(helper).isEmpty();
            assertThat(graded.earned()).as(helper).isEqualTo(5);
        }
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

    @Test
    void everyTypeOfAContractCrossesAndOverloadsAreToldApart() {
        var graded = grade(
                Wide.class,
                "import static " + Wide.class.getCanonicalName() + ".*;",
                "static int size(int[] values) { return values.length; }",
                "static int size(String text) { return text.length(); }",
                """
                static Table doubled(Table table) {
                    return Table.create("d", table.stringColumn("word"), table.doubleColumn("x").multiply(2).setName("x"));
                }
                """,
                """
                static Map<Colour, List<Pair<String, Double>>> grouped(
                        List<Pair<String, Double>> pairs, Set<Colour> colours) {
                    return colours.stream().collect(Collectors.toMap(c -> c, c -> pairs));
                }
                """,
                """
                static Optional<double[]> limits(float[] values) {
                    if (values.length == 0) {
                        return Optional.empty();
                    }
                    return Optional.of(new double[] {values[0], values[1]});
                }
                """,
                "static int counted;\nstatic int count() { return ++counted; }");

        assertThat(graded.tests()).allSatisfy(test -> assertThat(test.message()).isEmpty());
        assertThat(graded.earned()).isEqualTo(6);
    }

    @Test
    void anExceptionOfTheStudentsOwnCountsAsTheKindThatItExtends() {
        var graded = grade(
                IMPORTS,
                "class TooLarge extends IllegalArgumentException { TooLarge(String why) { super(why); } }",
                TWICE.replace("new IllegalArgumentException", "new TooLarge"));

        assertThat(byName(graded).get("twiceTooLarge").status()).isEqualTo(TestResult.Status.PASSED);
    }

    @Test
    void cellsInAnyOrderAndWithoutIdsAreGradedByWhatTheyDeclare() {
        var graded = grade(SUM, HALVES, TWICE, IMPORTS);

        assertThat(graded.earned()).isEqualTo(5);
    }

    @Test
    void aMethodThatAlwaysEndsItsProcessIsNotCalledForEver() {
        var graded = grade(IMPORTS, "static int twice(int x) { System.exit(0); return 0; }", HALVES, SUM);

        assertThat(graded.costs().processes()).isLessThanOrEqualTo(4);
        assertThat(graded.earned()).isEqualTo(2);
    }

    @Test
    void whatACellPrintsIsKeptWithItsProblem() {
        var graded = grade(IMPORTS, "System.out.println(\"so far\");\nthrow new IllegalStateException();");

        assertThat(graded.cells()).singleElement().satisfies(cell -> assertThat(cell.output())
                .isEqualTo("so far\n"));
    }

    @Test
    void sourceThatIsTooLongOrTripsTheCompilerCostsItsOwnCellOnly() {
        var graded = grade(
                IMPORTS,
                TWICE,
                "var x = 1; // " + "x".repeat(Limits.MOST_CHARACTERS_OF_A_CELL),
                "static String tooLong() { return \"" + "y".repeat(70_000) + "\" + 1; }",
                HALVES,
                SUM);

        assertThat(graded.earned()).isEqualTo(5);
        assertThat(graded.cells()).hasSize(2);
        assertThat(graded.cells().get(0).message()).contains("left out", "characters");
        assertThat(graded.cells().get(1).message()).contains("too long");
    }

    @Test
    void aCellTaggedAsHeavyIsNotRun() {
        var notebook = notebook(IMPORTS, TWICE, HALVES, SUM, "while (true) {}");
        var tags = new JsonArray();
        tags.add("heavy");
        var metadata = new JsonObject();
        metadata.add("tags", tags);
        notebook.cells().get(4).json().add("metadata", metadata);

        var graded = grade(Small.class, notebook);

        assertThat(graded.earned()).isEqualTo(5);
        assertThat(graded.cells()).isEmpty();
    }

    @Test
    void aFaultOfTheGraderIsNoGradeAndCanBeToldFromAFaultOfTheNotebook() {
        var withoutClassPath = new SubmissionGrader(
                ExerciseTests.visible(Small.class),
                java.util.List.of(Path.of("nowhere.jar")),
                Limits.ofSecondsPerCall(2));

        var graded = withoutClassPath.grade(Submission.of("ada", "ada.ipynb"), notebook(IMPORTS, TWICE), "", 1);

        assertThat(graded.graded()).isFalse();
        assertThat(graded.graderFailed()).isTrue();
        assertThat(graded.problem()).startsWith("The grader failed: no process could be started");
        var noNotebook = withoutClassPath.grade(Submission.of("eve", "eve.ipynb"), new byte[0], 1);
        assertThat(noNotebook.graded()).isFalse();
        assertThat(noNotebook.graderFailed()).isFalse();
    }

    @Test
    void aNotebookOfTooManyCellsGetsNoGradeInsteadOfZero() {
        var cells = new String[Limits.MOST_CELLS + 1];
        Arrays.fill(cells, "1");

        var graded = grade(cells);

        assertThat(graded.graded()).isFalse();
        assertThat(graded.problem()).contains("1001 code cells");
    }
}
