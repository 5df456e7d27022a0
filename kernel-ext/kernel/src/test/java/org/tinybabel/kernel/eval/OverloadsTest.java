package org.tinybabel.kernel.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinybabel.kernel.language.CellScope;

public class OverloadsTest {

    private Evaluator evaluator;
    private int count;

    /** What a notebook imports by star, as it does the kit's words. */
    public static String check(String question) {
        return "checked " + question;
    }

    /** The same for all questions. */
    public static String check() {
        return "checked all";
    }

    @BeforeEach
    void start() {
        evaluator = Evaluator.builder()
                .imports(List.of("import java.util.*;", "import static org.tinybabel.kernel.eval.OverloadsTest.*;"))
                .build();
    }

    @AfterEach
    void stop() {
        evaluator.close();
    }

    private CellOutcome.Completed run(String cell) {
        var outcome = evaluator.evaluate(cell, ++count, "cell" + count);
        assertThat(outcome).as(cell + " " + outcome).isInstanceOf(CellOutcome.Completed.class);
        return (CellOutcome.Completed) outcome;
    }

    private Object value(String cell) {
        return run(cell).value().orElse(null);
    }

    private List<String> complaints(String cell) {
        var outcome = evaluator.evaluate(cell, ++count, "cell" + count);
        assertThat(outcome).as(cell).isInstanceOf(CellOutcome.CompileFailed.class);
        return ((CellOutcome.CompileFailed) outcome).traceback();
    }

    /** A type of a parameter, and an argument for it. */
    private record Parameter(String type, String argument) {}

    /** Types that are far from each other, close to each other, and contained in each other. */
    private static final List<List<Parameter>> PARAMETERS = List.of(
            parameters("int", "1", "String", "\"a\"", "double[]", "new double[2]"),
            parameters("int", "1", "long", "1L", "double", "1.0"),
            parameters("Object", "(Object) \"a\"", "Number", "(Number) 1.0", "Integer", "Integer.valueOf(1)"),
            parameters("int[]", "new int[2]", "double[]", "new double[2]", "long[]", "new long[2]"),
            parameters("int...", "1, 2", "List<Integer>", "List.of(1)", "int[][]", "new int[1][1]"));

    private static List<Parameter> parameters(String... typesAndArguments) {
        return IntStream.range(0, typesAndArguments.length / 2)
                .mapToObj(i -> new Parameter(typesAndArguments[2 * i], typesAndArguments[2 * i + 1]))
                .toList();
    }

    static Stream<Arguments> chains() {
        return IntStream.range(0, PARAMETERS.size()).boxed().flatMap(types -> IntStream.range(0, 8)
                .mapToObj(seed -> Arguments.of(types, seed)));
    }

    /**
     * Three methods of one name, each of which may call the two others a last time, in any order, in one cell or in several,
     * some declared anew: everything must be as if they stood in one class.
     */
    @ParameterizedTest(name = "types {0}, seed {1}")
    @MethodSource("chains")
    void methodsOfOneNameAreLikeThoseOfAClass(int types, int seed) {
        var random = new Random(1000L * types + seed);
        var calls = IntStream.range(0, 3)
                .mapToObj(each -> random.nextBoolean() ? random.nextInt(3) : -1)
                .toList();
        var methods = new ArrayList<Integer>(List.of(0, 1, 2));
        Collections.shuffle(methods, random);
        var factor = new int[] {1, 10, 100};
        var cells = new ArrayList<String>();
        for (var method : methods) {
            var source = method(types, method, calls.get(method), factor[method]);
            if (!cells.isEmpty() && (random.nextBoolean() || callInACircle(calls))) {
                cells.add(cells.remove(cells.size() - 1) + "\n" + source);
            } else {
                cells.add(source);
            }
        }
        cells.add("static String outside(int budget) { return " + joined(types) + "; }");
        // A call that does not fit is refused until the method comes that it means, and its cell is run again.
        for (var round = 0; round < 2; round++) {
            cells.forEach(cell -> evaluator.evaluate(cell, ++count, "cell" + count));
        }
        cells.forEach(this::run);

        assertAllAre(types, calls, factor);

        var changed = random.nextInt(3);
        factor[changed] = 7;
        run(method(types, changed, calls.get(changed), factor[changed]));
        assertAllAre(types, calls, factor);
    }

    /** Where none of several methods can be understood without another, they must stand in one cell. */
    private static boolean callInACircle(List<Integer> calls) {
        return IntStream.range(0, calls.size())
                .anyMatch(method -> calls.get(method) >= 0
                        && calls.get(method) != method
                        && reaches(calls, calls.get(method), method));
    }

    private static boolean reaches(List<Integer> calls, int from, int to) {
        var at = from;
        for (var step = 0; step < calls.size() && at >= 0; step++) {
            if (at == to) {
                return true;
            }
            at = calls.get(at);
        }
        return false;
    }

    private void assertAllAre(int types, List<Integer> calls, int[] factor) {
        var expected = IntStream.range(0, 3)
                .mapToObj(method -> String.valueOf(expected(calls, factor, method, 3)))
                .toList();
        assertThat(value("outside(3)")).isEqualTo(String.join(" ", expected));
        for (var method = 0; method < 3; method++) {
            assertThat(value("f(3, " + argument(types, method) + ")"))
                    .asString()
                    .isEqualTo(expected.get(method));
        }
    }

    private static String argument(int types, int method) {
        return PARAMETERS.get(types).get(method).argument();
    }

    private static String joined(int types) {
        return String.join(
                " + \" \" + ",
                PARAMETERS.get(types).stream()
                        .map(parameter -> "f(budget, " + parameter.argument() + ")")
                        .toList());
    }

    private static String method(int types, int method, int called, int factor) {
        var rest = called < 0 ? "" : " + (budget > 0 ? f(budget - 1, " + argument(types, called) + ") : 0)";
        return "static long f(int budget, " + PARAMETERS.get(types).get(method).type() + " x) { return " + factor + rest
                + "; }";
    }

    private static long expected(List<Integer> calls, int[] factor, int method, int budget) {
        var called = calls.get(method);
        return factor[method] + (called < 0 || budget == 0 ? 0 : expected(calls, factor, called, budget - 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "static double check(double x) { return x + 1; }",
                "static <T> List<T> check(List<T> x) { return x; }",
                "static int check(int a, int b, int c) { return a; }",
                "static boolean check(Map<String, double[]> x) { return true; }"
            })
    void aHelperDoesNotHideWhatIsImported(String helper) {
        run("String before() { return check(\"a\"); }");
        run(helper);

        assertThat(value("check(\"c\")")).isEqualTo("checked c");
        assertThat(value("check()")).isEqualTo("checked all");
        assertThat(value("var answer = check(check());\nanswer")).isEqualTo("checked checked all");
        assertThat(value("before()")).isEqualTo("checked a");
        run("class Later {\n  String value() {\n    return check();\n  }\n}");
        assertThat(value("new Later().value()")).isEqualTo("checked all");
    }

    @Test
    void aMethodCanCallTheImportedOneOfItsName() {
        run("import static java.lang.Math.*;");
        run("static int max(int a, int b, int c) { return max(a, max(b, c)); }");

        assertThat(value("max(1, 2, 3) + max(4, 5)")).isEqualTo(8);
    }

    @Test
    void theNotebooksOwnMethodComesFirst() {
        run("static String check(Object question) { return \"mine\"; }");

        assertThat(value("check(\"c\")")).isEqualTo("mine");
        assertThat(value("check()")).isEqualTo("checked all");
    }

    @Test
    void whatIsWrongIsToldWhereItWasWritten() {
        run("static double f(double x, int y) { return x * y; }");
        run("static double g(double x, int y) { return g(x); }\nstatic double g(double x) { return x; }");

        assertThat(complaints("static double f(double x) { int y = \"a\"; return f(x, 1); }"))
                .containsSequence(
                        "    static double f(double x) { int y = \"a\"; return f(x, 1); }",
                        "                                        ^^^");
        assertThat(complaints("static long g(int x) { int y = \"a\"; return 1; }"))
                .containsSequence(
                        "    static long g(int x) { int y = \"a\"; return 1; }",
                        "                                   ^^^");
        assertThat(complaints("check(1, 2)")).first().asString().contains("no suitable method");
        assertThat(value("f(2, 3)")).isEqualTo(6.0);
    }

    @Test
    void aMethodThatWaitsForAnotherSaysWhatItMisses() {
        assertThat(run("static double f(double x) { return f(x, 1); }").warnings())
                .singleElement()
                .asString()
                .startsWith("f(double) cannot be used yet: method f cannot be applied to given types; required: double;"
                        + " found:    double,int");

        run("static double f(double x, int y) { return x * y; }");

        assertThat(value("f(2)")).isEqualTo(2.0);
    }

    @Test
    void whatACellDoesNotComeToIsNotThere() {
        var outcome = evaluator.evaluate(
                """
                static int f(int[] x) { return f("a"); }
                int y = 1 / 0;
                static int f(String x) { return 1; }""",
                ++count);

        assertThat(outcome).isInstanceOf(CellOutcome.Threw.class);
        assertThat(evaluator.scope().declarations().get("f")).hasSize(1);

        run("static int f(String x) { return 2; }");

        assertThat(value("f(new int[0])")).isEqualTo(2);
    }

    @Test
    void aVariableThatLosesItsValueIsNamed() {
        run("class P { double v() { return f(1, 2); } }\nstatic double f(double x, int y) { return x * y; }");
        run("var p = new P();");

        assertThat(run("static double f(double x) { return f(x, 1); }").warnings())
                .singleElement()
                .asString()
                .startsWith("The variable p is empty now");
    }

    @Test
    void whatACellDeclaresIsShownAsItWasWritten() {
        run("static int f(int x) { return 1; }");
        run("static int f(String x) { return f(2); }");
        run("static int f(double x) { return 3; }");

        assertThat(evaluator.scope().declarations().get("f"))
                .extracting(CellScope.Declaration::source)
                .containsExactlyInAnyOrder(
                        "static int f(int x) { return 1; }",
                        "static int f(String x) { return f(2); }",
                        "static int f(double x) { return 3; }");
        assertThat(evaluator.forget("f")).isEqualTo(3);
    }
}
