package org.tinybabel.kernel.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdviceTest {

    private Evaluator evaluator;
    private int count;

    @BeforeAll
    void startEvaluator() {
        evaluator = Evaluator.builder()
                .imports(List.of("import java.util.*;"))
                .earlierCells(() -> List.of("\n\nrecord Ancient(int age) {\n}", "int recent = 1;"))
                .build();
        run("String text = \"abc\";\nint residual = 3;\nrecord Point(int x, int y) {}");
    }

    @AfterAll
    void stopEvaluator() {
        evaluator.close();
    }

    private CellOutcome run(String source) {
        return evaluator.evaluate(source, ++count);
    }

    private List<String> failure(String source) {
        var outcome = run(source);
        assertThat(outcome).as(source).isInstanceOf(CellOutcome.CompileFailed.class);
        return ((CellOutcome.CompileFailed) outcome).traceback();
    }

    private List<String> advice(String source) {
        return failure(source).stream()
                .map(String::strip)
                .filter(line -> Stream.of("Did you mean", "Add at", "Run cell", "An earlier")
                        .anyMatch(line::startsWith))
                .toList();
    }

    @Test
    void nearNamesAreProposed() {
        assertThat(advice("residul + 1")).containsExactly("Did you mean residual?");
        assertThat(advice("text.lenght()")).containsExactly("Did you mean length?");
        assertThat(advice("new Pont(1, 2)")).containsExactly("Did you mean Point?");
        assertThat(advice("Maht.abs(1)")).containsExactly("Did you mean Math?");
        assertThat(advice("List.of(1).stream().mapp(x -> x)")).containsExactly("Did you mean map?");
        assertThat(advice("new int[2].lenth")).containsExactly("Did you mean length?");
        assertThat(advice("import java.utill.List;")).containsExactly("Did you mean java.util?");
        assertThat(advice("class Uses { int f() { return text.lenght(); } }")).containsExactly("Did you mean length?");
        assertThat(advice("for (var i = 0; i < 2; i++) { System.out.printn(i); }"))
                .containsExactly("Did you mean print, printf or println?");
    }

    @Test
    void nothingIsProposedWhenNothingIsNear() {
        assertThat(advice("completelyUnknownThing")).isEmpty();
        assertThat(advice("text.frobnicate()")).isEmpty();
    }

    @Test
    void typesThatOnlyNeedAnImportAreNamedWithTheirImport() {
        assertThat(advice("new AtomicInteger(3)"))
                .containsExactly("Add at the top of the cell: import java.util.concurrent.atomic.AtomicInteger;");
    }

    @Test
    void cellThatDefinesTheNameIsNamed() {
        run("int fine = 1;\nint boom = 1 / 0;\nrecord Shape(int sides) {}");

        assertThat(advice("new Shape(3)")).containsExactly("Run cell [" + (count - 1) + "] again: it defines Shape.");
    }

    @Test
    void cellOfAnEarlierSessionIsQuoted() {
        assertThat(advice("new Ancient(3)"))
                .containsExactly(
                        "An earlier session defined Ancient in a cell that starts with: record Ancient(int age) {");
        assertThat(advice("recent + 1"))
                .containsExactly("An earlier session defined recent in a cell that starts with: int recent = 1;");
    }

    @Test
    void declarationsThatWaitForANameAreExplained() {
        var outcome = (CellOutcome.Completed) run("int early() { return residuall + 1; }\nStrin word;");

        assertThat(outcome.warnings())
                .containsExactly(
                        "early() cannot be used yet: variable residuall is not declared. Did you mean residual?",
                        "word cannot be used yet: class Strin is not declared. Did you mean String?");
    }

    @Test
    void faultsFurtherDownAreToldToo() {
        var outcome = (CellOutcome.CompileFailed)
                run(
                        """
                int first = text.lenght();
                String second = first;
                String third = text.chars();
                int fourth = residul;
                int kept = 2; boolean fifth = kept + 1;
                for (var p : List.of(new Point(1, 2))) { p.z(); }
                unknownAtTheEnd""");

        assertThat(outcome.problems().stream().map(Problem::line)).containsExactly(1, 3, 4, 5, 6, 7);
        assertThat(outcome.problems().get(2).message()).contains("Did you mean residual?");
        assertThat(outcome.problems().get(3).column()).isEqualTo(31);
        assertThat(run("kept")).isInstanceOf(CellOutcome.CompileFailed.class);
    }

    @Test
    void soundCodeFurtherDownIsNotBlamed() {
        var outcome = (CellOutcome.CompileFailed)
                run(
                        """
                int wrong = text.lenght();
                int n = 0;
                n++;
                Runnable grows = () -> System.out.println(twiceOf(n));
                int twiceOf(int k) { return 2 * k + declaredInALaterCell; }
                int n = 1;
                var list = new ArrayList<Point>();
                list.add(new Point(wrong, 1));
                class Holder { Point p = new Point(1, 2); }
                new Holder().p.x()""");

        assertThat(outcome.problems().stream().map(Problem::line)).containsExactly(1);
    }

    @Test
    void atMostTenFaultsAreTold() {
        var cell = new StringBuilder();
        for (var i = 0; i < 30; i++) {
            cell.append("int v").append(i).append(" = text.wrong").append(i).append("();\n");
        }
        assertThat(((CellOutcome.CompileFailed) run(cell.toString())).problems())
                .hasSize(10);
    }
}
