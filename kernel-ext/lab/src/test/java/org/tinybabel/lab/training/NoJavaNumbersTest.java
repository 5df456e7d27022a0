package org.tinybabel.lab.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Arithmetic of arrays with Java numbers gives wrong gradients silently, and a reader misses it easily. The compiled code
 * does not: a class that calls such a method names its parameter types.
 */
class NoJavaNumbersTest {

    private static final String NUMBER_ON_THE_RIGHT = "(Ljava/lang/Number;)Lai/djl/ndarray/NDArray;";
    private static final String NUMBER_ON_THE_LEFT = "(Ljava/lang/Number;Lai/djl/ndarray/NDArray;)";

    @Test
    void noClassOfTheLabMixesArraysWithJavaNumbers() throws Exception {
        try (var files = Files.walk(folderOf(Trainer.class))) {
            var offenders = files.filter(file -> file.toString().endsWith(".class"))
                    .filter(NoJavaNumbersTest::mixes)
                    .toList();

            assertThat(offenders)
                    .as("classes that multiply, divide … an NDArray by a Java number: use TensorScope.scalar instead")
                    .isEmpty();
        }
    }

    @Test
    void theCheckRecognisesAClassThatDoes() throws Exception {
        var offender = folderOf(SafeCallsTest.class).resolve("org/tinybabel/lab/training/SafeCallsTest.class");

        assertThat(mixes(offender)).isTrue();
    }

    @Test
    void noNotebookMixesArraysWithJavaNumbers() throws Exception {
        try (var notebooks = Files.list(Path.of("..", "..", "notebooks"))) {
            assertThat(notebooks.filter(file -> file.toString().endsWith(".ipynb")))
                    .isNotEmpty()
                    .allSatisfy(notebook -> assertThat(mixedCalls(Files.readString(notebook)))
                            .as("use scope.scalar(…) instead")
                            .isEmpty());
        }
    }

    @Test
    void theCheckRecognisesACallInACell() {
        assertThat(mixedCalls("scores.mul(0.5).add(Math.pow(2, 3)).divi(-3)")).containsExactly(".mul(0", ".divi(-3");
    }

    private static List<String> mixedCalls(String notebook) {
        return Pattern.compile("(?<!Math)\\.(mul|div|pow|mod|maximum|minimum)i?\\(\\s*-?[0-9]")
                .matcher(notebook)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static Path folderOf(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static boolean mixes(Path classFile) {
        try {
            var code = new String(Files.readAllBytes(classFile), StandardCharsets.ISO_8859_1);
            return code.contains(NUMBER_ON_THE_RIGHT) || code.contains(NUMBER_ON_THE_LEFT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
