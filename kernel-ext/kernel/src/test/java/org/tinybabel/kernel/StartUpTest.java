package org.tinybabel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinybabel.kernel.StartUp.Script;
import org.tinybabel.kernel.StartUp.TimeLimit;

class StartUpTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void nothingSetMeansNothing() {
        assertThat(StartUp.of(Map.of()))
                .isEqualTo(new StartUp(
                        java.util.List.of(),
                        java.util.List.of(),
                        java.util.List.of(),
                        Optional.empty(),
                        true,
                        java.util.List.of()));
    }

    @Test
    void namesOfIJavaAndJJavaCountAfterOurs() {
        assertThat(StartUp.of(Map.of("IJAVA_TIMEOUT", "1500")).timeLimit())
                .contains(new TimeLimit(1.5, "IJAVA_TIMEOUT"));
        assertThat(StartUp.of(Map.of("IJAVA_TIMEOUT", "1500", "JJAVA_TIMEOUT", "30 SECONDS"))
                        .timeLimit())
                .contains(new TimeLimit(30, "JJAVA_TIMEOUT"));
        assertThat(StartUp.of(Map.of("JJAVA_TIMEOUT", "1", "TINYBABEL_TIMEOUT", "-1"))
                        .timeLimit())
                .isEmpty();
    }

    @Test
    void timeoutThatIsNoneIsReported() {
        var startUp = StartUp.of(Map.of("TINYBABEL_TIMEOUT", "soon"));

        assertThat(startUp.timeLimit()).isEmpty();
        assertThat(startUp.problems())
                .containsExactly("TINYBABEL_TIMEOUT should be milliseconds, or a number and a unit such as 30 SECONDS,"
                        + " not \"soon\": cells have no time limit.");
    }

    @Test
    void widgetsCanBeSwitchedOff() throws Exception {
        assertThat(StartUp.of(Map.of("TINYBABEL_WIDGETS", "Off")).widgets()).isFalse();
        assertThat(StartUp.of(Map.of("TINYBABEL_WIDGETS", "on")).problems()).isEmpty();
        assertThat(StartUp.of(Map.of("TINYBABEL_WIDGETS", "none")).problems())
                .containsExactly("TINYBABEL_WIDGETS should be on or off, not \"none\": knobs are widgets.");
        try (var kernel = TestKernels.start(Map.of("TINYBABEL_WIDGETS", "off"))) {
            var knob = kernel.client().execute("slider(\"n\", 1, 9, 3);", TIMEOUT, output -> {});
            assertThat(knob.outputs("comm_open")).isEmpty();
            assertThat(knob.outputs("display_data").get(0).content().toString())
                    .contains("n = 3 (1 to 9)")
                    .doesNotContain("widget-view");
        }
    }

    @Test
    void pathsMayBePatterns() throws Exception {
        Files.createFile(folder.resolve("a.jar"));
        Files.createFile(folder.resolve("b.jar"));
        Files.writeString(folder.resolve("one.jshell"), "int one = 1;");

        var startUp = StartUp.of(Map.of(
                "IJAVA_CLASSPATH",
                folder + "/*.jar" + File.pathSeparator + folder + "/none/*.jar",
                "IJAVA_STARTUP_SCRIPTS_PATH",
                folder + "/o?e.jshell",
                "IJAVA_STARTUP_SCRIPT",
                "int two = 2;"));

        assertThat(startUp.classPath()).containsExactly(folder.resolve("a.jar"), folder.resolve("b.jar"));
        assertThat(startUp.scripts())
                .containsExactly(
                        new Script("one.jshell", "int one = 1;"), new Script("IJAVA_STARTUP_SCRIPT", "int two = 2;"));
        assertThat(startUp.problems()).containsExactly("IJAVA_CLASSPATH: nothing matches " + folder + "/none/*.jar.");
    }

    @Test
    void compilerOptionsAreCheckedByTheCompiler() {
        assertThat(StartUp.of(Map.of("IJAVA_COMPILER_OPTS", "-Xlint:all -nowarn"))
                        .compilerOptions())
                .containsExactly("-Xlint:all", "-nowarn");
        var wrong = StartUp.of(Map.of("IJAVA_COMPILER_OPTS", "-parameter"));
        assertThat(wrong.compilerOptions()).isEmpty();
        assertThat(wrong.problems())
                .singleElement()
                .asString()
                .startsWith("IJAVA_COMPILER_OPTS is left out, since javac does not take it: ");
    }

    @Test
    void optionsOfTheVirtualMachineHaveAnotherPlace() {
        assertThat(StartUp.of(Map.of("JJAVA_JVM_OPTS", "-Xmx1g")).problems())
                .singleElement()
                .asString()
                .contains("JDK_JAVA_OPTIONS");
    }

    @Test
    void kernelStartsInSpiteOfAScriptThatFailsAndSaysSoInTheFirstCell() throws Exception {
        Files.writeString(folder.resolve("1-bad.jsh"), "int a = 1;\nint broken = a / 0;");
        Files.writeString(folder.resolve("2-good.jsh"), "String greeting = \"hello\";\n%magics\n");
        var environment = Map.of(
                "TINYBABEL_STARTUP_SCRIPTS_PATH",
                folder + "/*.jsh",
                "JJAVA_STARTUP_SCRIPT",
                "int fromVariable = 3;\nthis is no Java",
                "IJAVA_TIMEOUT",
                "700",
                "IJAVA_CLASSPATH",
                folder.toString());
        try (var kernel = TestKernels.start(environment)) {
            var client = kernel.client();

            var first = client.execute("greeting + a", TIMEOUT, output -> {});

            assertThat(first.result()).contains("hello1");
            assertThat(first.printed("stderr"))
                    .contains("The start-up script 1-bad.jsh failed:")
                    .contains("ArithmeticException")
                    .contains("1-bad.jsh, line 2")
                    .contains("The start-up script JJAVA_STARTUP_SCRIPT failed:");
            assertThat(client.execute("greeting", TIMEOUT, output -> {}).printed("stderr"))
                    .isEmpty();
            assertThat(client.execute("ClassLoader.getSystemClassLoader() != null", TIMEOUT, output -> {})
                            .status())
                    .isEqualTo("ok");

            var endless = client.execute("while (true) {}", TIMEOUT, output -> {});
            assertThat(endless.reply().text("ename", "")).isEqualTo("CellTimeout");
            assertThat(endless.reply().text("evalue", ""))
                    .isEqualTo("The cell was stopped after 0.7 s, as IJAVA_TIMEOUT says.");
            assertThat(client.execute("%%timeout 60\nThread.sleep(1000);\n1", TIMEOUT, output -> {})
                            .result())
                    .contains("1");
            assertThat(client.execute("%reset\n", TIMEOUT, output -> {}).status())
                    .isEqualTo("ok");
            assertThat(client.execute("greeting", TIMEOUT, output -> {}).result())
                    .as("what start-up scripts declare stays")
                    .contains("hello");
        }
    }
}
