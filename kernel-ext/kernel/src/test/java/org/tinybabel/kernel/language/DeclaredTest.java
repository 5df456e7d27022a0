package org.tinybabel.kernel.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeclaredTest {

    @Test
    void namesOfVariablesMethodsAndTypesAreFound() {
        assertThat(
                        Declared.namesIn(
                                """
                        import java.util.List;
                        // int comment = 1;
                        int a = 1, b;
                        private final Map<String, int[]> map = null;
                        var text = "int c = 2;";
                        <T> List<T> twice(T one) throws Exception { int local = 1; return null; }
                        @Deprecated public record Point(int x, int y) {}
                        sealed interface Shape permits Square {}
                        enum Colour { RED }
                        int[] numbers = {1, 2}
                        """))
                .containsExactly("a", "b", "map", "text", "twice", "Point", "Shape", "Colour", "numbers");
    }

    @Test
    void usesAreNoDeclarations() {
        assertThat(Declared.namesIn("a = 1; f(x); return y; for (int i = 0; i < 3; i++) { g(i); } new Point(1, 2); a"))
                .isEmpty();
    }

    @Test
    void brokenCodeIsNoHindrance() {
        assertThat(Declared.namesIn("int good = 1; ) } class Wrong { int f( { \"open"))
                .contains("good");
    }
}
