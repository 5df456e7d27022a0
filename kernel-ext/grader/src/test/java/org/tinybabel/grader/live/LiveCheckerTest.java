package org.tinybabel.grader.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tinybabel.display.Host;
import org.tinybabel.display.Hosts;
import org.tinybabel.display.MimeBundle;
import org.tinybabel.grader.Small;
import org.tinybabel.kernel.eval.CellOutcome;
import org.tinybabel.kernel.eval.Evaluator;
import org.tinybabel.kernel.eval.StartupImports;

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
