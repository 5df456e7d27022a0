package org.tinybabel.grader.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinybabel.display.Host;
import org.tinybabel.display.Hosts;
import org.tinybabel.display.MimeBundle;
import org.tinybabel.grader.Small;
import org.tinybabel.kernel.eval.CellOutcome;
import org.tinybabel.kernel.eval.Evaluator;
import org.tinybabel.kernel.eval.StartupImports;
import org.tinybabel.kernel.notebook.Cell;
import org.tinybabel.kernel.notebook.Notebook;

/** Checks called from a cell of a live notebook, as a student calls them. */
final class LiveCheckerTest {

    private final List<String> shown = new ArrayList<>();
    private Evaluator notebook;
    private Host before;

    @BeforeEach
    void openNotebook() {
        before = Hosts.current();
        Hosts.install(new Host() {
            @Override
            public void display(MimeBundle bundle, String displayId) {
                shown.add((String) bundle.data().get(MimeBundle.TEXT));
            }

            @Override
            public void update(String displayId, MimeBundle bundle) {
                display(bundle, displayId);
            }

            @Override
            public void clear(boolean wait) {
                shown.clear();
            }
        });
        notebook = Evaluator.builder().imports(StartupImports.kit()).build();
        notebook.goLive();
        assertThat(run("import static " + Small.class.getName() + ".*;\nexercise(" + Small.class.getName()
                        + ".class);"))
                .isInstanceOf(CellOutcome.Completed.class);
    }

    @AfterEach
    void closeNotebook() {
        notebook.close();
        Hosts.install(before);
    }

    private CellOutcome run(String cell) {
        return notebook.evaluate(cell, 1);
    }

    private String check(String question) {
        shown.clear();
        assertThat(run("check(\"" + question + "\");")).isInstanceOf(CellOutcome.Completed.class);
        return String.join("\n", shown);
    }

    @Test
    void aBlankAnswerIsNotSolvedYet() {
        run("static int twice(int x) { throw new NotSolvedYet(\"twice\"); }");

        assertThat(check("a")).contains("Question (a) is not solved yet.").doesNotContain("hint");
    }

    @Test
    void aMethodThatIsNotDeclaredIsSaidToBeMissing() {
        assertThat(check("a")).contains("no method that fits: int twice(int x)", "Run the cell that declares it");
    }

    @Test
    void aWrongAnswerIsExplainedAndARightOnePasses() {
        run("static int twice(int x) { return x; }");
        assertThat(check("a"))
                .contains("0 of 2 visible checks pass", "called: twice(3)", "came back: 3", "hint 1: add it to itself");

        run("static int twice(int x) { return Math.addExact(x, x); }");
        assertThat(check("a")).contains("1 of 2 visible checks pass", "ArithmeticException");

        run("static int twice(int x) { if (x > 1 << 30) throw new IllegalArgumentException(); return 2 * x; }");
        assertThat(check("a")).contains("2 of 2 visible checks pass, 3 of 3 points", "Hidden tests look at more");
    }

    @Test
    void eachFailedTryOfATestOpensOneMoreOfItsHints() {
        run("static int twice(int x) { throw new NotSolvedYet(\"twice\"); }");
        check("a");
        run("static int twice(int x) { if (x > 1 << 30) throw new IllegalArgumentException(); return 2 * x; }");
        check("a");

        // Neither the blank answer nor the right one has opened anything.
        run("static int twice(int x) { if (x > 1 << 30) return 0; return 2 * x; }");
        assertThat(check("a")).contains("hint 1: throw an exception").doesNotContain("hint 2", "add it to itself");
        assertThat(check("a")).contains("hint 1: throw an exception", "hint 2: IllegalArgumentException");
        assertThat(check("a")).doesNotContain("hint 3");

        // The other test of the question has not failed before: its ladder begins at the bottom.
        run("static int twice(int x) { return x; }");
        assertThat(check("a")).contains("hint 1: add it to itself", "hint 2: IllegalArgumentException");
    }

    @Test
    void aHelperCalledCheckAndAnOverloadOfTheAnswerAreInNobodysWay() {
        run("static void check(int x) { if (x > 1 << 30) throw new IllegalArgumentException(); }");
        run("static int twice(int x, int times) { return times * x; }\n"
                + "static int twice(int x) { check(x); return twice(x, 2); }");

        assertThat(check("a")).contains("2 of 2 visible checks pass");
    }

    @Test
    void withoutAQuestionAllAreChecked() {
        run("static int twice(int x) { return x; }");
        run(
                "static double[] halves(List<Double> values) { return values.stream().mapToDouble(v -> v / 2).toArray(); }");

        shown.clear();
        assertThat(run("check();")).isInstanceOf(CellOutcome.Completed.class);

        assertThat(String.join("\n", shown))
                .contains("Question (a): 0 of 2 visible checks pass", "Question (b): 1 of 1 visible checks pass")
                .contains("Question (c): 0 of 1 visible checks pass")
                .containsOnlyOnce("Hidden tests look at more");
    }

    @Test
    void underNbgraderAFailedCheckFailsItsCell() {
        var checker = new LiveChecker(Map.of("NBGRADER_EXECUTION", "autograde"));
        checker.begin(Small.class);
        run(
                "static double[] halves(List<Double> values) { return values.stream().mapToDouble(v -> v / 2).toArray(); }");
        run("static int twice(int x) { return x; }");

        assertThat(checker.check("b").data().get(MimeBundle.TEXT).toString()).contains("1 of 1 visible checks pass");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> checker.check("a"))
                .withMessage("Question (a) earns 0 of 3 visible points.");
        // What was wrong is shown all the same.
        assertThat(String.join("\n", shown)).contains("came back: 3");
    }

    @Test
    void aFreshCheckSaysWhereTheLiveStateDiffers(@TempDir Path folder) throws IOException {
        var imports = "import static " + Small.class.getName() + ".*;";
        var halves =
                "static double[] halves(List<Double> v) { return v.stream().mapToDouble(x -> x / factor).toArray(); }";
        // The cell order: halves needs a variable that only a later cell declares.
        var file = save(folder, imports, "double[] first = halves(List.of(2.0));", "double factor = 2;", halves);
        var right = "static int twice(int x) { if (x > 1 << 30) throw new IllegalArgumentException(); return 2 * x; }";
        run("double factor = 2;");
        run(halves);
        run(right);
        var lateFile = save(folder.resolve("late.ipynb"), imports, right, "double factor = 3;", halves);

        var fresh = fresh(file);
        assertThat(fresh)
                .contains(
                        "small.ipynb as saved at",
                        "! (a) passes here, fails top to bottom: 0 of 2 visible checks pass in the saved notebook."
                                + " Cell order:",
                        "✓ (b) passes here and top to bottom",
                        "✗ (c) fails here and top to bottom",
                        "! code cell 2 did not run",
                        "Hidden tests look at more");
        assertThat(fresh(lateFile))
                .contains(
                        "✓ (a) passes here and top to bottom: 2 of 2",
                        "! (b) passes here, fails top to bottom: 0 of 1");
        run("static int twice(int x) { return x; }");
        assertThat(fresh(lateFile)).contains("! (a) fails here, passes top to bottom: 2 of 2");
    }

    private String fresh(Path file) {
        shown.clear();
        assertThat(run("checkFresh(\"" + file + "\");")).isInstanceOf(CellOutcome.Completed.class);
        return String.join("\n", shown);
    }

    private static Path save(Path target, String... cells) throws IOException {
        var file = target.toString().endsWith(".ipynb") ? target : target.resolve("small.ipynb");
        var notebook = Notebook.parse(
                "{\"nbformat\": 4, \"metadata\": {\"tinybabel\": {\"exercise\": \"99-small\"}}, \"cells\": []}",
                "small");
        for (var source : cells) {
            var cell = new Cell(new JsonObject());
            cell.json().addProperty("cell_type", "code");
            cell.setSource(source);
            notebook.json().getAsJsonArray("cells").add(cell.json());
        }
        notebook.write(file);
        return file;
    }

    @Test
    void aFileThatIsNotThisExerciseIsRefused(@TempDir Path folder) {
        var outcome = run("checkFresh(\"" + folder.resolve("none.ipynb") + "\");");

        assertThat(outcome).isInstanceOfSatisfying(CellOutcome.Threw.class, threw -> assertThat(threw.message())
                .contains("There is no notebook at"));
    }

    @Test
    void recordsAndCollectionsOfTheContractReachTheNotebook() {
        run("static Sum sum(Map<String, int[]> groups) {\n"
                + "  return new Sum(groups.values().stream().flatMapToInt(Arrays::stream).sum(), \"x\");\n}");

        assertThat(check("c")).contains("1 of 1 visible checks pass");
    }

    @Test
    void anUnknownQuestionIsAnsweredWithThoseThereAre() {
        var outcome = run("check(\"z\");");

        assertThat(outcome).isInstanceOfSatisfying(CellOutcome.Threw.class, threw -> assertThat(threw.message())
                .isEqualTo("There is no question \"z\" in Small; its questions are a, b, c"));
    }
}
