package org.tinybabel.kernel.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jdk.jshell.execution.LocalExecutionControlProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public class EvaluatorTest {

    /** What a cell reaches to call back, as the kit's own functions do. */
    public static Supplier<Object> callback = () -> null;

    private Evaluator evaluator;
    private int count;

    @BeforeAll
    void startEvaluator() {
        evaluator = Evaluator.builder()
                .imports(List.of(
                        "import java.util.*;",
                        "import org.tinybabel.no.such.pack.*;",
                        "import static org.tinybabel.kernel.eval.EvaluatorTest.*;"))
                .build();
    }

    @AfterAll
    void stopEvaluator() {
        evaluator.close();
    }

    private CellOutcome run(String source) {
        return evaluator.evaluate(source, ++count);
    }

    private Object value(String source) {
        var outcome = run(source);
        assertThat(outcome).isInstanceOf(CellOutcome.Completed.class);
        return ((CellOutcome.Completed) outcome).value().orElse(null);
    }

    private CellOutcome.Threw thrown(String source) {
        var outcome = run(source);
        assertThat(outcome).isInstanceOf(CellOutcome.Threw.class);
        return (CellOutcome.Threw) outcome;
    }

    private CellOutcome.CompileFailed failed(String source) {
        var outcome = run(source);
        assertThat(outcome).isInstanceOf(CellOutcome.CompileFailed.class);
        return (CellOutcome.CompileFailed) outcome;
    }

    @Test
    void valueOfACellIsTheObjectOfItsLastExpression() {
        assertThat(value("var some = List.of(1, 2);\nsome.size();\nsome")).isEqualTo(List.of(1, 2));
        assertThat(value("int declaredOnly = 3;")).isNull();
        assertThat(value("1 + 1")).isEqualTo(2);
        assertThat(value("// nothing but a comment")).isNull();
        assertThat(value("")).isNull();
        assertThat(value("int five() { return 5; }\nfive() // trailing comment"))
                .isEqualTo(5);
    }

    @Test
    void exceptionNamesCellLineAndTrueClass() {
        var threw = thrown("\nint zero = 0;\nint quotient = 7 / zero;\n");

        assertThat(threw.exceptionClass()).isEqualTo("java.lang.ArithmeticException");
        assertThat(threw.message()).isEqualTo("/ by zero");
        assertThat(threw.traceback())
                .containsExactly(
                        "java.lang.ArithmeticException: / by zero",
                        "Cell [" + count + "], line 3",
                        "    int quotient = 7 / zero;",
                        "    ^^^^^^^^^^^^^^^^^^^^^^^^",
                        "    at Cell [" + count + "], line 3");
        assertThat(threw.thrown()).containsInstanceOf(ArithmeticException.class);
    }

    @Test
    void exceptionInAMethodNamesTheCellOfTheMethodAndOfTheCaller() {
        run("// divides\nint divide(int a,\n        int b) {\n    return a / b;\n}");
        var threw = thrown("int x = 1;\ndivide(x, 0)");

        assertThat(threw.traceback())
                .contains("Cell [" + (count - 1) + "], line 4")
                .contains("    at divide (Cell [" + (count - 1) + "], line 4)")
                .contains("    at Cell [" + count + "], line 2");
    }

    @Test
    void causesAndSuppressedExceptionsAreShown() {
        var threw = thrown(
                """
                var outer = new IllegalStateException("outer", new java.io.IOException("inner"));
                outer.addSuppressed(new RuntimeException("aside"));
                throw outer;""");

        assertThat(threw.traceback())
                .contains("Caused by: java.io.IOException: inner")
                .contains("Suppressed: java.lang.RuntimeException: aside");
    }

    @Test
    void exceptionOfAnotherThreadPointsAtTheLineThatCausedIt() {
        var threw =
                thrown("var future = java.util.concurrent.CompletableFuture.supplyAsync(() -> 1 / 0);\nfuture.join()");

        assertThat(threw.traceback()).contains("Cell [" + count + "], line 1");
    }

    @Test
    void exceptionClassOfTheNotebookHasItsPlainName() {
        var threw =
                thrown("class Oops extends RuntimeException { Oops(String m) { super(m); } }\nthrow new Oops(\"x\");");

        assertThat(threw.exceptionClass()).isEqualTo("Oops");
        assertThat(threw.traceback().get(0)).isEqualTo("Oops: x");
    }

    @Test
    void exceptionThroughLambdasAndStreamsIsShown() {
        var threw = thrown("List.of(1, 0).stream()\n    .map(n -> 1 / n)\n    .toList()");

        assertThat(threw.exceptionClass()).isEqualTo("java.lang.ArithmeticException");
        assertThat(threw.traceback()).contains("Cell [" + count + "], line 2");
    }

    @Test
    void deepRecursionIsCutOff() {
        var threw = thrown("int down(int n) { return down(n + 1) + 1; }\ndown(0)");

        assertThat(threw.exceptionClass()).isEqualTo("java.lang.StackOverflowError");
        assertThat(threw.traceback()).hasSizeLessThan(40).anyMatch(line -> line.contains("more frames"));
    }

    @Test
    void compileErrorPointsAtTheFault() {
        var failed = failed("int fine = 1;\nint wrong = undefinedName + 1;");

        assertThat(failed.problems()).hasSize(1);
        assertThat(failed.problems().get(0).line()).isEqualTo(2);
        assertThat(failed.problems().get(0).column()).isEqualTo(13);
        assertThat(failed.traceback())
                .containsSubsequence(
                        "Cell [" + count + "], line 2: cannot find symbol",
                        "    int wrong = undefinedName + 1;",
                        "                ^^^^^^^^^^^^^");
    }

    @Test
    void compileErrorInsideAClassPointsAtItsLine() {
        var failed = failed("\n\nclass Wrong {\n    int f() {\n        return \"text\";\n    }\n}");

        assertThat(failed.problems().get(0).line()).isEqualTo(5);
        assertThat(failed.problems().get(0).message()).contains("incompatible types");
    }

    @Test
    void syntaxErrorAnywhereKeepsTheWholeCellFromRunning() {
        var failed = failed("int ran = 1;\nint y = ) 2;");

        assertThat(failed.problems().get(0).line()).isEqualTo(2);
        assertThat(run("ran")).isInstanceOf(CellOutcome.CompileFailed.class);
    }

    @Test
    void whatFollowsGrammarThatJShellDoesNotKnowIsEvaluatedToo() {
        for (var declaration : List.of(
                "int helper(int n) { return switch (n) { case 1 -> 10; default -> throw new IllegalStateException(); }; }",
                "interface Greeting { public default String text() { return \"hi\"; } }",
                "interface Shapes { sealed interface Shape permits Round {} non-sealed class Round implements Shape {} }",
                "@interface Marker {}\n@Marker class Marked {}",
                "for (;;) { break; }")) {
            assertThat(value(declaration + "\nint below(int n) { return n + 1; }\nvar last = below(1);\nlast"))
                    .as(declaration)
                    .isEqualTo(2);
        }
    }

    @Test
    void secondStatementOfALineIsNotPassedOver() {
        assertThat(failed("int counted = 0;\ncounted++ counted++;\ncounted")
                        .problems()
                        .get(0)
                        .message())
                .isEqualTo("';' expected");
        assertThat(run("counted")).isInstanceOf(CellOutcome.CompileFailed.class);
    }

    @Test
    void textThatJShellWouldTakeForACommentIsRefused() {
        var failed = failed("int before = 1;\n\nString s = \"\\u0022; String t = \"/* kept */\";");

        assertThat(failed.problems().get(0).line()).isEqualTo(3);
        assertThat(failed.problems().get(0).message()).contains("JShell would lose");
    }

    @Test
    void cellThatIsNotFinishedIsRefused() {
        assertThat(failed("int unfinished(int n) {\n  return n").problems()).isNotEmpty();
    }

    @Test
    void textThatIsTooLongForAClassIsRefusedAndHarmsNothingElse() {
        for (var declaration : List.of("String tooLong = \"%s\";", "String tooLong() { return \"%s\"; }")) {
            assertThat(failed(String.format(declaration, "x".repeat(100_000)))
                            .problems()
                            .get(0)
                            .message())
                    .isEqualTo("constant string too long");
            assertThat(value("2 + 2")).isEqualTo(4);
        }
    }

    @Test
    void codeMayUseWhatIsDeclaredFurtherDown() {
        assertThat(
                        value(
                                "int later = doubled(4);\nint doubled(int n) { return n * two(); }\nint two() { return 2; }\nlater"))
                .isEqualTo(8);
        assertThat(value("var box = new Parcel(3);\nrecord Parcel(int weight) {}\nbox.weight()"))
                .isEqualTo(3);
    }

    @Test
    void methodThatUsesSomethingUndeclaredIsReportedAndThenResolved() {
        var outcome = (CellOutcome.Completed) run("int early() { return missingYet(); }");
        assertThat(outcome.warnings())
                .containsExactly("early() cannot be used yet: method missingYet() is not declared.");

        var threw = thrown("early()");
        assertThat(threw.message()).contains("missingYet()");

        run("int missingYet() { return 12; }");
        assertThat(value("early()")).isEqualTo(12);
    }

    @Test
    void redeclaringAMethodKeepsVariablesComputedWithIt() {
        run("int answer() { return 1; }\nvar kept = answer();");
        run("int answer() { return 2; }");

        assertThat(value("kept")).isEqualTo(1);
        assertThat(value("answer()")).isEqualTo(2);
    }

    @Test
    void runningAnUnchangedDeclarationAgainKeepsItsObjects() {
        run("record Pebble(int grams) {}");
        run("var pebble = new Pebble(4);");
        run("record Pebble(int grams) {}");

        assertThat(value("pebble.grams()")).isEqualTo(4);
    }

    @Test
    void variableOfAChangedClassIsReportedEmpty() {
        run("record Shell(int size) {}");
        run("var mussel = new Shell(4);");
        run("var beach = List.of(1, 2).stream().map(Shell::new).findFirst().get();");
        var outcome = (CellOutcome.Completed) run("record Shell(int size, String colour) {}");

        assertThat(outcome.warnings())
                .hasSize(2)
                .anyMatch(warning -> warning.contains("mussel is empty now"))
                .anyMatch(warning -> warning.contains("beach is empty now"));
    }

    @Test
    void declaringAVariableAgainResetsIt() {
        run("int sum;\nsum += 5;");
        assertThat(value("int sum;\nsum += 5;\nsum")).isEqualTo(5);
        assertThat(value("String sum = \"text\";\nsum")).isEqualTo("text");
    }

    @Test
    void methodWithOtherParametersReplacesTheOneOfTheSameCell() {
        evaluator.evaluate("static String greet(String who) { return \"s\" + who; }", 1, "the-cell");
        evaluator.evaluate("static String greet(Object who) { return \"o\" + who; }", 2, "the-cell");

        assertThat(value("greet(\"x\")")).isEqualTo("ox");
    }

    @Test
    void variableNamedLikeAnImportedThingBreaksNothing() {
        run("int java = 1, org = 2, ArrayList = 3;");

        assertThat(value("new ArrayList<String>().size() + java + org + ArrayList"))
                .isEqualTo(6);
        assertThat(value("1 + 1")).isEqualTo(2);
    }

    @Test
    void exitIsRefusedInEveryForm() {
        for (var source : List.of(
                "System.exit(3);",
                "Runtime.getRuntime().exit(3);",
                "Runtime.getRuntime().halt(3);",
                "java.util.function.IntConsumer quit = System::exit;\nquit.accept(3);",
                "java.util.function.IntConsumer stop = Runtime.getRuntime()::halt;\nstop.accept(3);")) {
            var threw = thrown(source);
            assertThat(threw.exceptionClass()).isEqualTo("org.tinybabel.kernel.eval.ExitRefusedException");
            assertThat(threw.message()).contains("System.exit(3)");
        }
    }

    @Test
    void cellMayEvaluateCodeThatSeesItsOwnDeclarations() {
        callback = () -> evaluator.eval("halve(10)");

        assertThat(value("int halve(int n) { return n / 2; }\nvar inner = callback.get();\ninner"))
                .isEqualTo(5);
        assertThat(value("halve(8)")).isEqualTo(4);
    }

    @Test
    void cellMayBindItsMethodsThroughEvaluationFromWithin() {
        callback = () -> evaluator.eval("java.util.function.IntUnaryOperator bound = n -> triple(n);\nbound");
        var source = "int triple(int n) { return 3 * n; }\n"
                + "((java.util.function.IntUnaryOperator) callback.get()).applyAsInt(5)";

        assertThat(value(source)).isEqualTo(15);
    }

    @Test
    void cellMayEvaluateCellsAlsoFromItsThreads() {
        callback = () -> {
            var inner = java.util.concurrent.CompletableFuture.supplyAsync(() -> evaluator.evaluate("quarter(20)", 0));
            return ((CellOutcome.Completed) inner.join()).value().orElseThrow();
        };

        assertThat(value("int quarter(int n) { return n / 4; }\ncallback.get()"))
                .isEqualTo(5);
    }

    @Test
    void evaluationFromWithinReportsItsFailures() {
        callback = () -> {
            assertThatThrownBy(() -> evaluator.eval("int x = \"no\";"))
                    .isInstanceOf(CellFailedException.class)
                    .hasMessageContaining("incompatible types");
            assertThatThrownBy(() -> evaluator.eval("throw new IllegalStateException(\"inner\");"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("inner");
            return "checked";
        };

        assertThat(value("callback.get()")).isEqualTo("checked");
    }

    @Test
    void otherExecutionControlsYieldText() {
        try (var other = Evaluator.builder()
                .execution(new LocalExecutionControlProvider(), Map.of())
                .build()) {
            var completed = (CellOutcome.Completed) other.evaluate("\"a\" + 1", 1);
            assertThat(completed.value()).contains("\"a1\"");

            var threw = (CellOutcome.Threw) other.evaluate("int z = 0;\n1 / z", 2);
            assertThat(threw.exceptionClass()).isEqualTo("java.lang.ArithmeticException");
            assertThat(threw.traceback()).contains("Cell [2], line 2");
            assertThat(threw.thrown()).isEmpty();
        }
    }

    @Test
    void processThatEndsIsReported() {
        try (var other = Evaluator.builder()
                .execution(new jdk.jshell.execution.JdiExecutionControlProvider(), Map.of())
                .build()) {
            assertThat(other.evaluate("System.exit(1);", 1)).isInstanceOf(CellOutcome.Threw.class);
            assertThat(other.isAlive()).isFalse();
        }
    }

    @Test
    void threadsOfCellsSeeTheClassesOfCells() {
        assertThat(value(
                        "Thread.currentThread().getContextClassLoader() == new Object(){}.getClass().getClassLoader()"))
                .isEqualTo(true);
    }

    /** JDK 17 trips over a switch of values that it does not know the type for; the next one may not. */
    @Test
    void aCompilerThatFailsIsSaidAndTheNextCellRuns() {
        var outcome = run("static Unknown of(String word) {\n  return switch (word) {\n    case \"a\" -> A;\n"
                + "    default -> throw new IllegalStateException(word);\n  };\n}");

        if (outcome instanceof CellOutcome.CompileFailed failed) {
            assertThat(failed.problems())
                    .singleElement()
                    .extracting(Problem::message)
                    .asString()
                    .contains("compiler");
        } else {
            assertThat(((CellOutcome.Completed) outcome).warnings()).isNotEmpty();
        }
        assertThat(value("1 + 1")).isEqualTo(2);
    }
}
