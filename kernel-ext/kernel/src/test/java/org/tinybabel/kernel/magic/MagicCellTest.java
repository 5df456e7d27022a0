package org.tinybabel.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MagicCellTest {

    private final Magics magics = BuiltInMagics.of(null, new ClassPath(() -> null));

    private String code(String cell) {
        return MagicCell.parse(cell, magics).code();
    }

    @Test
    void magicBecomesACallOnTheSameLine() {
        assertThat(code("int a = 1;\n%jars x.jar \"y z.jar\"\nint b = 2;"))
                .isEqualTo("int a = 1;\n$lineMagic(\"jars\", \"x.jar \\\"y z.jar\\\"\");\nint b = 2;");
    }

    @Test
    void magicMayBeIndentedAndInsideBraces() {
        assertThat(code("if (true) {\n    %load a.jsh\n}"))
                .isEqualTo("if (true) {\n    $lineMagic(\"load\", \"a.jsh\");\n}");
    }

    @Test
    void valueOfAMagicCanBeAssigned() {
        assertThat(code("List<String> added = %jars *.jar"))
                .isEqualTo("List<String> added = $lineMagicValue(\"jars\", \"*.jar\");");
        assertThat(code("x == 3 && y!=%who")).doesNotContain("lineMagic");
    }

    @Test
    void textsAndCommentsAreLeftAlone() {
        for (var cell : new String[] {
            "var t = \"\"\"\n    %maven a:b:1\n    \\\"\"\" %who\n    \"\"\";",
            "/*\n%maven a:b:1\n*/",
            "// = %jars x",
            "var s = \"= %jars x\";",
            "var c = '\"'; // \"\n/* ' */ int x = 1;"
        }) {
            assertThat(code(cell)).isEqualTo(cell);
        }
    }

    @Test
    void remainderAtTheStartOfALineIsNoMagic() {
        assertThat(code("int r = a\n    % b;")).isEqualTo("int r = a\n    % b;");
        assertThat(code("int r = a\n    %b;")).isEqualTo("int r = a\n    %b;");
        assertThat(code("x %= 3;")).isEqualTo("x %= 3;");
    }

    @Test
    void cellMagicTakesTheRestAsText() {
        assertThat(code("\n%%loadFromPOM compile\n<dependency>\n</dependency>"))
                .isEqualTo("\n$cellMagic(\"loadFromPOM\", \"compile\", \"<dependency>\\n</dependency>\")");
        var source = MagicCell.parse("%%time\n%%timeout 2.5\n%%isolated\n1", magics);
        assertThat(source.timed()).isTrue();
        assertThat(source.timeoutSeconds()).hasValue(2.5);
        assertThat(source.code()).isEqualTo("\n\n$cellMagic(\"isolated\", \"\", \"1\")");
    }

    @Test
    void unknownMagicNamesTheNearest() {
        assertThatThrownBy(() -> code("%mavne a:b:1"))
                .isInstanceOf(MagicException.class)
                .hasMessageStartingWith("There is no magic %mavne. Did you mean %maven? Known are %addJars, ");
        assertThatThrownBy(() -> code("%timeout 3")).hasMessageContaining("Did you mean %%timeout?");
        assertThatThrownBy(() -> code("%%loadfrompom\n<x/>")).hasMessageContaining("Did you mean %%loadFromPOM?");
        assertThatThrownBy(() -> code("int a;\n%%time")).hasMessageContaining("must stand above");
    }

    @Test
    void shellAndEnvironmentAreRefusedWithAdvice() {
        assertThatThrownBy(() -> code("%env HOME")).hasMessageContaining("System.getenv");
        assertThatThrownBy(() -> code("%%bash\nls")).hasMessageContaining("ProcessBuilder");
        assertThatThrownBy(() -> code("%sh ls")).hasMessageContaining("ProcessBuilder");
        assertThatThrownBy(() -> code("!ls -l")).hasMessageContaining("ProcessBuilder");
        assertThatThrownBy(() -> code("!pip install x")).hasMessageContaining("%maven");
        assertThat(code("!done")).isEqualTo("!done");
        assertThat(code("!list.isEmpty() && a")).isEqualTo("!list.isEmpty() && a");
    }

    @Test
    void completionsBeginWithThePrefix() {
        assertThat(magics.completions("%ma")).containsExactly("%magics", "%maven", "%mavenRepo");
        assertThat(magics.completions("%%t")).containsExactly("%%time", "%%timeout");
    }

    @Test
    void wordsCanBeQuoted() {
        assertThat(Arguments.parse(" a \"b c\"  C:\\dir \\\"q \"\" ").words())
                .containsExactly("a", "b c", "C:\\dir", "\"q", "");
    }

    @Test
    void coordinatesHaveThreeToFiveParts() {
        assertThat(Coordinates.parse("g:a:1")).isEqualTo(new Coordinates("g", "a", "jar", "", "1"));
        assertThat(Coordinates.parse("g:a:zip:1")).isEqualTo(new Coordinates("g", "a", "zip", "", "1"));
        assertThat(Coordinates.parse("g:a:jar:linux:1")).isEqualTo(new Coordinates("g", "a", "jar", "linux", "1"));
        assertThatThrownBy(() -> Coordinates.parse("g:a")).hasMessageContaining("Its version is missing");
    }

    @Test
    void fragmentBecomesAPom() {
        assertThat(PomFragment.complete(
                        "<!-- x --><dependency><groupId>g</groupId></dependency>\n<repository><id>r</id>"
                                + "</repository>"))
                .contains("<repositories><repository><id>r</id></repository></repositories>"
                        + "<dependencies><dependency><groupId>g</groupId></dependency></dependencies></project>");
        assertThat(PomFragment.complete("<?xml version=\"1.0\"?>\n<project>x</project>"))
                .isEqualTo("<project>x</project>");
        assertThatThrownBy(() -> PomFragment.complete("implementation 'g:a:1'")).hasMessageContaining("implementation");
    }
}
