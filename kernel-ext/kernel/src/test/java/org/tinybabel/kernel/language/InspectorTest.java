package org.tinybabel.kernel.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Documentation of a library that was added to the class path. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InspectorTest {

    private static final String SOURCE =
            """
            package lib;

            /** A greeter that says {@code "hello <you>"}. */
            public class Greeter implements Greets {

                /** Makes one. */
                public Greeter() {}

                /**
                 * Greets <b>somebody</b>, see {@link java.util.List#of(Object) lists} and {@link String#length()}.
                 *
                 * <p>Never <script>alert(1)</script> <a href="javascript:x()">linked</a>: 1 &lt; 2.
                 *
                 * @param who the name
                 * @param times how often
                 * @return the greeting
                 * @throws IllegalArgumentException if {@code times} is negative
                 */
                public String greet(String who, int... times) { return who; }

                public String greet(java.util.List<String> all) { return ""; }

                @Override
                public String part() { return ""; }

                /** The inner one. */
                public static class Inner { /** How deep. */ public int depth; }
            }
            """;
    private static final String INTERFACE =
            """
            package lib;

            public interface Greets {
                /** The farewell, as the interface tells it. */
                String part();
            }
            """;

    @TempDir
    private static Path folder;

    private final LanguageTools tools = new LanguageTools();
    private CellScope scope;

    @BeforeAll
    void buildLibrary() throws IOException {
        var source = Files.createDirectories(folder.resolve("src/lib")).resolve("Greeter.java");
        Files.writeString(source, SOURCE);
        var above = Files.writeString(source.resolveSibling("Greets.java"), INTERFACE);
        var classes = Files.createDirectories(folder.resolve("classes"));
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-g", "-d", classes.toString(), source.toString(), above.toString()))
                .isZero();
        var jars = Files.createDirectories(folder.resolve("lib"));
        zip(jars.resolve("greeter-1.jar"), classes);
        zip(Files.createDirectories(folder.resolve("sources")).resolve("greeter-1-sources.jar"), folder.resolve("src"));
        scope = new CellScope(
                "package REPL;\nimport lib.*;\n",
                Map.of(),
                List.of(jars.resolve("greeter-1.jar")),
                Map.of(),
                name -> Optional.empty());
    }

    private static void zip(Path jar, Path root) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(root)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new ZipEntry(root.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
        }
    }

    private Description described(String code) {
        return tools.inspect(scope, code, code.length()).orElseThrow();
    }

    @Test
    void methodIsShownWithItsComment() {
        var description = described("new Greeter().greet(\"a\", ");

        assertThat(description.plain())
                .contains("String Greeter.greet(String who, int... times)")
                .contains("String Greeter.greet(List<String> all)")
                .contains("Greets somebody, see lists and String.length().")
                .contains("1 < 2.")
                .contains("who: the name")
                .contains("returns: the greeting")
                .contains("throws IllegalArgumentException: if times is negative");
    }

    @Test
    void htmlHoldsNothingThatCouldActOnThePage() {
        assertThat(described("new Greeter().greet(\"a\", ").html())
                .contains("Greets <b>somebody</b>")
                .contains("<code>String.length()</code>")
                .contains("1 &lt; 2")
                .doesNotContain("<script")
                .doesNotContain("javascript:")
                .doesNotContain("<a ");
        assertThat(described("Greeter").html()).contains("<code>&quot;hello &lt;you&gt;&quot;</code>");
    }

    @Test
    void overriddenMethodHasTheCommentOfTheInterface() {
        assertThat(described("new Greeter().part").plain()).contains("The farewell, as the interface tells it.");
    }

    @Test
    void nestedTypesFieldsAndConstructorsAreFound() {
        assertThat(described("Greeter.Inner").plain()).contains("The inner one.");
        assertThat(described("new Greeter.Inner().depth").plain())
                .contains("int Inner.depth")
                .contains("How deep.");
        assertThat(described("new Greeter(").plain())
                .startsWith("new Greeter()")
                .contains("Makes one.");
    }

    @Test
    void nothingIsFoundWhereThereIsNothing() {
        for (var code : List.of("noSuchThing", "", "  ", "1 + ", "\"text", "new Greeter().nothing", "(((", "))")) {
            assertThat(tools.inspect(scope, code, code.length())).as(code).isEmpty();
        }
    }
}
