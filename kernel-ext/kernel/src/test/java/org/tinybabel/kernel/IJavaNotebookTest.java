package org.tinybabel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.tinybabel.kernel.client.Execution;
import org.tinybabel.kernel.client.KernelProcess;

/** Cells as users of IJava and JJava write them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IJavaNotebookTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private KernelProcess kernel;

    @BeforeAll
    void startKernel() throws Exception {
        kernel = TestKernels.start();
    }

    @AfterAll
    void stopKernel() {
        kernel.close();
    }

    private Execution run(String code) throws Exception {
        return kernel.client().execute(code, TIMEOUT, output -> {});
    }

    private Execution runs(String code) throws Exception {
        var execution = run(code);
        assertThat(execution.traceback()).isEmpty();
        return execution;
    }

    private static List<JsonObject> data(Execution execution, String type) {
        return execution.outputs(type).stream()
                .map(output -> output.content().getAsJsonObject("data"))
                .toList();
    }

    @Test
    void helloWorld() throws Exception {
        assertThat(runs("String helloWorld = \"Hello world!\"").printed("stdout"))
                .isEmpty();
        assertThat(runs("helloWorld").result()).contains("Hello world!");
    }

    @Test
    void defaultImports() throws Exception {
        runs("List<BigDecimal> amounts = new ArrayList<>();\nConcurrentHashMap<String, URI> links;\n"
                + "Pattern digits = Pattern.compile(\"\\\\d\");\nFile here = new File(\".\");\nPreferences p = null;");
    }

    @Test
    void displayOfHtmlAndMarkdown() throws Exception {
        var shown = data(runs("display(\"<b>Bold</b>\", \"text/html\", \"text/markdown\");"), "display_data");

        assertThat(shown).hasSize(1);
        assertThat(shown.get(0).keySet()).containsExactlyInAnyOrder("text/html", "text/markdown", "text/plain");
        assertThat(shown.get(0).get("text/html").getAsString()).isEqualTo("<b>Bold</b>");
    }

    @Test
    void renderAsTheValueOfTheCell() throws Exception {
        var shown =
                data(runs("String md = \"Hello from **IJava**\";\n\nrender(md, \"text/markdown\")"), "execute_result");

        assertThat(shown.get(0).get("text/markdown").getAsString()).isEqualTo("Hello from **IJava**");
    }

    @Test
    void countdownByUpdates() throws Exception {
        var execution = runs(
                """
                String id = display("<b>Countdown:</b> 3", "text/html");
                for (int i = 3; i >= 0; i--) {
                    updateDisplay(id, "<b>Countdown:</b> " + i, "text/html");
                    Thread.sleep(10L);
                }
                render("<b>Liftoff!</b>", "text/html")
                """);

        var updates = data(execution, "update_display_data");
        assertThat(updates).hasSize(4);
        assertThat(updates.get(3).get("text/html").getAsString()).isEqualTo("<b>Countdown:</b> 0");
        assertThat(data(execution, "execute_result").get(0).has("text/html")).isTrue();
    }

    @Test
    void imageAsAValue() throws Exception {
        var execution = runs("import java.awt.image.BufferedImage;\n"
                + "BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);\nimage");

        assertThat(data(execution, "execute_result").get(0).has("image/png")).isTrue();
    }

    @Test
    void evalInsideAnExpression() throws Exception {
        assertThat(runs("(int) eval(\"1 + 2\") + 3").result()).contains("6");
        assertThat(runs("eval(\"%time 5 * 5\")").result()).contains("25");
    }

    @Test
    void kernelInstance() throws Exception {
        assertThat(runs("getKernelInstance().evalRaw(\"6 * 7\")").result()).contains("42");
        assertThat(runs("kernel() == getKernelInstance()").result()).contains("true");
    }

    @Test
    void magicsAsFunctionsAndInAssignments() throws Exception {
        var file = folder.resolve("course-1.jar");
        try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(new JarEntry("course.txt"));
        }
        assertThat(runs("List<String> addedJars = %jars \"" + folder + "/*.jar\"\naddedJars.size()")
                        .result())
                .contains("1");
        assertThat(runs("List<String> again = lineMagic(\"jars\", List.of(\"" + folder + "/course-1.jar\"));\n"
                                + "again.get(0).endsWith(\"course-1.jar\")")
                        .result())
                .contains("true");
        assertThat(run("cellMagic(\"loadFromPOM\", List.of(), \"nonsense\")").traceback())
                .contains("%%loadFromPOM understands");
        runs("getKernelInstance().addToClasspath(\"" + file + "\");");
    }

    @Test
    void registeredMagics() throws Exception {
        runs(
                "getKernelInstance().getMagics().registerLineMagic(\"upper\", args -> args.text().toUpperCase(Locale.ROOT));\n"
                        + "getKernelInstance().getMagics().registerCellMagic(\"lines\", (args, body) -> body.lines().count());");

        assertThat(runs("%%lines\na\nb\nc").result()).contains("3");
        assertThat(runs("String up = %upper abc\nup").result()).contains("ABC");
    }

    @Test
    void printfAndScanner() throws Exception {
        kernel.client().onInput(prompt -> "12 30");
        var execution = runs("printf(\"%d of %d%n\", 1, 2);\nScanner in = new Scanner(System.in);\n"
                + "in.nextInt() + in.nextInt()");

        assertThat(execution.printed("stdout")).isEqualTo("1 of 2" + System.lineSeparator());
        assertThat(execution.result()).contains("42");
    }

    @Test
    void classesRecordsAndStreams() throws Exception {
        runs("class Animal { String name; Animal(String n) { name = n; } @Override public String toString() { return"
                + " \"Animal \" + name; } }\nenum Size { SMALL, LARGE }");
        assertThat(runs("Stream.of(\"cat\", \"dog\").map(Animal::new).collect(Collectors.toList())")
                        .result())
                .contains("[Animal cat, Animal dog]");
    }

    @Test
    void classesOfTheOtherKernelsGetAnExplanation() throws Exception {
        var cell = "import io.github.spencerpark.ijava.IJava;\nIJava.getKernelInstance()";

        assertThat(run(cell).traceback())
                .contains("The classes of IJava and JJava do not exist in this kernel")
                .contains("Displayable");
        assertThat(run("org.dflib.jjava.jupyter.Extension e = null;").traceback())
                .contains("The classes of IJava and JJava do not exist in this kernel");
    }
}
