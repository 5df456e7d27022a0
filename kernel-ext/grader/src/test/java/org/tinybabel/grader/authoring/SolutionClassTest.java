package org.tinybabel.grader.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SolutionClassTest {

    @TempDir
    private Path folder;

    private Halving compiled(String... cells) throws IOException, ReflectiveOperationException {
        var made = MadeExercise.in(folder);
        made.master(cells);
        var source = SolutionClass.write(MadeExercise.TESTS, made.masters(), folder.resolve("sources"), "made");
        var classPath = System.getProperty("java.class.path") + File.pathSeparator + folder;
        var code = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-cp", classPath, "-d", folder.toString(), source.toString());
        assertThat(code).isZero();
        var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, Halving.class.getClassLoader());
        var constructor = loader.loadClass("made.HalvingSolution$Answers").getDeclaredConstructor();
        constructor.setAccessible(true);
        return (Halving) constructor.newInstance();
    }

    @Test
    void holdsTheAnswersAndWhateverTheyUse() throws Exception {
        var answers = compiled(
                "import java.time.Duration;",
                "static double half(double x) {\n    return new Part(x).value();\n}",
                "record Part(double of) {\n    double value() {\n        return divided(of, 2);\n    }\n}",
                "static double divided(double x, int by) { return x / by; }",
                "static double divided(double x) { return divided(x, 2) + Duration.ZERO.toDays(); }",
                MadeExercise.READ,
                // Variables of the notebook, calls and what nobody uses are left out.
                "var by = 3;\nvar divided = half(by);",
                "half(8)",
                "static double unused(double x) { return by; }");

        assertThat(answers.half(3)).isEqualTo(1.5);
        assertThat(answers.read("5")).isEqualTo(2.5);
    }
}
