package org.tinybabel.kernel.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tinybabel.kernel.language.CellParts.Part;

class CellSplitterTest {

    /** All that can stand at the top of a cell, with the traps for those who cut by looking at words. */
    private static final List<String> KINDS = List.of(
            "import java.util.List;",
            "import static java.util.Map.*;",
            "int pick(int n) { return switch (n) { case 1 -> 10; default -> throw new IllegalStateException(); }; }",
            "interface Greeter { public default String greet() { return \"hi\"; } public static int n() { return 1; } }",
            "sealed interface Shape permits Round, Flat {}",
            "non-sealed class Round implements Shape {}",
            "record Flat(int w, int h) implements Shape { Flat { if (w < 0) throw new IllegalArgumentException(); } }",
            "public static abstract class Base { abstract void f(); }",
            "enum Level { LOW { int n() { return 1; } }, HIGH { int n() { return 2; } }; abstract int n(); }",
            "@interface Marker { int value() default 3; }",
            "@Marker(value = (1 + 2)) @Deprecated class Marked {}",
            "<T extends Comparable<T>> T most(List<? extends T> all) { return all.get(0); }",
            "public static <T> void generic(T t) {}",
            "java.util.Map<String, int[]>[] tangled(int... n) throws Exception { return null; }",
            "int old()[] { return new int[0]; }",
            "final static public int ordered = 1;",
            "private static var inferred = 2;",
            "int a = 1, b[] = {2, 3}, c;",
            "int[][] table = {{1}, {2}};",
            "String block = \"\"\"\n    { \"quoted\" // no comment \\\"\"\" default ->\n    \"\"\";",
            "char brace = '{'; ",
            "String brackets = \"}{/*\"; ",
            "Runnable run = () -> { if (a > 1) { return; } };",
            "outer: for (int i = 0; i < 3; i++) { for (;;) { continue outer; } }",
            "if (a > 1) b[0]++; else if (a < 0) { a = 0; } else a--;",
            "try { a++; } catch (RuntimeException | Error e) { a--; } finally { a = 0; }",
            "do a++; while (a < 10);",
            "switch (a) { case 1: a = 2; break; default: throw new Error(); }",
            "synchronized (run) { a++; }",
            "{ int inner = 1; }",
            "assert a > 0 : \"positive\";",
            "a < b[0]",
            "new Object() { int f() { return 1; } }.f()",
            "((Runnable) () -> {}).run()",
            "int.class",
            "record = sealed + permits",
            "x -> { return x; };",
            "int n\\u0061me = 1;",
            "throw new RuntimeException();");

    private final CellSplitter splitter = new CellSplitter(List.of());

    private List<String> parts(String code) {
        var parts = splitter.split(code);
        assertThat(parts.fault()).as(code).isEmpty();
        return parts.parts().stream().map(Part::source).toList();
    }

    private CellParts.Fault fault(String code) {
        return splitter.split(code).fault().orElseThrow(() -> new AssertionError("No fault in " + code));
    }

    @Test
    void eachKindOfCodeIsOnePart() {
        assertThat(KINDS).allSatisfy(code -> assertThat(parts(code)).hasSize(1));
    }

    @Test
    void codeIsCutWhereverItStands() {
        var random = new Random(5);
        for (var round = 0; round < 50; round++) {
            var kinds = new ArrayList<>(KINDS.stream()
                    .map(String::strip)
                    .map(code -> code.matches("(?s).*[;}]") ? code : code + ";")
                    .toList());
            Collections.shuffle(kinds, random);

            assertThat(parts(String.join(round % 2 == 0 ? "\n" : " /* ; } */ ", kinds)))
                    .map(part -> part.replaceFirst("^/\\* ; } \\*/ ", ""))
                    .isEqualTo(kinds);
        }
    }

    @Test
    void lastSemicolonMayBeLeftOut() {
        assertThat(parts("int x = 1;\nx + 1 // the value")).containsExactly("int x = 1;", "x + 1;");
        assertThat(parts("import java.util.List")).containsExactly("import java.util.List;");
        assertThat(parts("int f() { return 1; } // done")).containsExactly("int f() { return 1; }");
    }

    @Test
    void commentsBelongToWhatFollows() {
        assertThat(parts("/** Says hi. */\nvoid f() {} // f\nint y = 1;\n// end"))
                .containsExactly("/** Says hi. */\nvoid f() {}", "// f\nint y = 1;");
    }

    @Test
    void nothingIsNoPart() {
        for (var code : List.of("", " \n", ";;", "// only", "/* a */ ; /** b */")) {
            assertThat(parts(code)).isEmpty();
        }
    }

    @Test
    void linesMayEndAsTheyDidOnOldMachines() {
        assertThat(parts("int x = 1; // one\rint y = 2;\r\nint z = 3;")).hasSize(3);
    }

    @Test
    void namesTellWhatIsDeclared() {
        var parts = splitter.split("int a = 1, b;\nvoid f() { int c; }\nrecord R(int d) {}\na = 2;")
                .parts();

        assertThat(parts)
                .map(part -> String.join("", part.names().stream().sorted().toList()))
                .containsExactly("ab", "f", "R", "");
    }

    @Test
    void faultTellsWhereAndKeepsWhatStandsBefore() {
        var code = "int x = 1;\nfoo() bar();\nint y;";

        assertThat(splitter.split(code).parts()).hasSize(1);
        assertThat(fault(code).start()).isEqualTo(code.indexOf("foo"));
        assertThat(fault(code).from()).isEqualTo(code.indexOf(" bar"));
        assertThat(fault(code).message()).isEqualTo("';' expected");
        assertThat(fault(code).unfinished()).isFalse();
    }

    @Test
    void bracketsThatNobodyOpenedAreFaults() {
        for (var code : List.of(
                "}",
                "int x; } int y;",
                "public int x; } int y;",
                "} void g() { x();",
                "void f() {} } class X {",
                "void f() {} } void g() {}",
                "f());")) {
            assertThat(fault(code).unfinished()).as(code).isFalse();
        }
    }

    @Test
    void aTextBlockThatDoesNotBeginIsAFaultAndNoPart() {
        var split = splitter.split(
                "return f(x);\n\"\"\"/** Comment * \" ' */\nprivate static final String S = \"\n%s\";;;return f(x);\n;");

        assertThat(split.parts()).map(Part::source).containsExactly("return f(x);");
        assertThat(split.fault().orElseThrow().start()).isEqualTo(13);
    }

    @Test
    void codeThatStopsTooEarlyIsUnfinished() {
        for (var code : List.of(
                "for (;;)",
                "while (x) {",
                "if (x) y(); else",
                "class A {",
                "int f()",
                "try { }",
                "/* open",
                "@Deprecated",
                "int x = 1; /* open",
                "String s = \"\"\"\n open",
                "f(1,",
                "int[] a = {1,",
                "enum E { A",
                "import java.",
                "int f(int n) { return switch (n) { case 1 -> 10; default -> throw")) {
            assertThat(fault(code).unfinished()).as(code).isTrue();
        }
    }

    @Test
    void whatTheCompilerMindsOnlyUntilMoreFollowsIsUnfinished() {
        for (var code : List.of(
                "record Law",
                "record R(int a) { int plus",
                "record R(int a) { @Override\n public String toString",
                "var e = (Map<?",
                "var e = (Map<?,",
                "var e = (Map<String, List<?>>",
                "try (Stream<Path>",
                "try (Map<String, Path>",
                "boolean b = !a; b = a !",
                "try { f(); try { g(); }",
                "switch (x) { default")) {
            assertThat(fault(code).unfinished()).as(code).isTrue();
        }
        for (var code : List.of(
                "record Law;",
                "record R(int a) { int plus; }",
                "var e = (Map<?;",
                "try { f(); } g();",
                "try { f(); } if (x) { g(); }",
                "try { f(); } g(",
                "int x = 1e",
                "a ! b")) {
            assertThat(fault(code).unfinished()).as(code).isFalse();
        }
    }

    @Test
    void whatJShellWouldLoseIsAFault() {
        // For JShell the first text ends where the second starts, and that is a comment.
        assertThat(fault("String s = \"\\u0022; String t = \"/* kept */\";").message())
                .contains("\\u");
        assertThat(fault("String s = \"\"\"\n a\\\\\"\"\" + \"\"\"\n // kept\n\"\"\";")
                        .message())
                .contains("text block");
        assertThat(parts("String s = \"\\u0041\\u0027\"; // \\u0041")).hasSize(1);
    }

    @Test
    void versionOfTheLanguageIsThatOfTheCells() {
        assertThat(new CellSplitter(List.of("-g", "--release", "11"))
                        .split("String s = \"\"\"\n a\"\"\";")
                        .fault())
                .isPresent();
    }

    @Test
    void longCellsTakeNoTimeToSpeakOf() {
        var code = "int f%1$d(int n) { return n; }\nf%1$d(%1$d);\n";
        var cell = new StringBuilder();
        for (var i = 0; i < 500; i++) {
            cell.append(String.format(code, i));
        }

        assertThat(parts(cell.toString())).hasSize(1_000);
    }
}
