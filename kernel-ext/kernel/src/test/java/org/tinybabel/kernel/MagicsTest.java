package org.tinybabel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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
import org.tinybabel.kernel.client.KernelClient;
import org.tinybabel.kernel.client.KernelProcess;
import org.tinybabel.kernel.protocol.Channels.Channel;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MagicsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private KernelProcess kernel;
    private KernelClient client;

    @BeforeAll
    void startKernel() throws Exception {
        kernel = TestKernels.start();
        client = kernel.client();
    }

    @AfterAll
    void stopKernel() {
        kernel.close();
    }

    private Execution run(String code) throws Exception {
        return client.execute(code, TIMEOUT, output -> {});
    }

    private static String shown(Execution execution) {
        return execution.outputs("display_data").stream()
                .map(output -> output.content()
                        .getAsJsonObject("data")
                        .get("text/plain")
                        .getAsString())
                .reduce("", (a, b) -> a + b + "\n");
    }

    private Path jar(String name, String resource, String text) throws Exception {
        var file = folder.resolve(name);
        try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(new JarEntry(resource));
            jar.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    /** A path as a magic wants it: folders may have blanks. */
    private static String quoted(Object path) {
        return "\"" + path + "\"";
    }

    @Test
    void jarsAreUsableInTheSameCell() throws Exception {
        jar("words-1.0.jar", "words.txt", "ein uno");
        var cell = "%jars " + quoted(folder + "/wor*.jar") + "\n"
                + "var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(\"words.txt\");\n"
                + "new String(in.readAllBytes())";

        var execution = run(cell);

        assertThat(execution.traceback()).isEmpty();
        assertThat(execution.result()).contains("ein uno");
        assertThat(execution.printed("stdout")).isEqualTo("Added to the class path: words-1.0.jar\n");
        assertThat(run("List<String> added = %jars " + quoted(folder + "/words-1.0.jar") + "\nadded.size()")
                        .result())
                .contains("1");
        assertThat(run("%jars nowhere/*.jar").reply().text("evalue", "")).startsWith("Nothing matches nowhere/*.jar");
    }

    @Test
    void otherVersionOfALibraryOfTheKitIsLeftOut() throws Exception {
        var gson = jar("gson-1.0.jar", "nothing.txt", "");

        assertThat(run("%jars " + quoted(gson)).printed("stdout"))
                .startsWith("Note: gson ")
                .endsWith(" is loaded and stays, instead of 1.0.\n");
    }

    @Test
    void classPathTakesFoldersOfClasses() throws Exception {
        var classes = Files.createDirectories(folder.resolve("classes"));
        Files.writeString(classes.resolve("hello.txt"), "hello");

        run("%classpath " + quoted(classes));

        assertThat(run("Thread.currentThread().getContextClassLoader().getResource(\"hello.txt\") != null")
                        .result())
                .contains("true");
    }

    @Test
    void loadRunsFilesAndNamesThemInErrors() throws Exception {
        Files.writeString(folder.resolve("helpers.jsh"), "int tripled(int n) { return 3 * n; }\nint loadedTen = 10;");
        Files.writeString(
                folder.resolve("Animal.java"),
                "package zoo;\n\nimport java.util.List;\n\npublic class Animal {\n    public String cry() { return \"moo\"; }\n}");
        Files.writeString(
                folder.resolve("other.ipynb"),
                """
                {"cells": [
                  {"cell_type": "markdown", "metadata": {}, "source": ["x"]},
                  {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": null,
                   "source": ["%load \\"HELPERS\\"\\n", "int fromNotebook = tripled(5);"]}
                ], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
                """
                        .replace("HELPERS", folder.resolve("helpers").toString()));
        Files.writeString(folder.resolve("broken.jsh"), "int a = 1;\nint b = a / 0;");

        var other = run("    %load " + quoted(folder.resolve("other.ipynb")) + "\nfromNotebook + loadedTen");

        assertThat(other.traceback()).isEmpty();
        assertThat(other.result()).contains("25");
        assertThat(run("%load " + quoted(folder.resolve("Animal.java")) + "\nnew Animal().cry()")
                        .result())
                .contains("moo");
        assertThat(run("%load " + quoted(folder.resolve("broken"))).traceback())
                .contains("ArithmeticException")
                .contains("broken.jsh, line 2")
                .contains("int b = a / 0;");
        assertThat(run("%load nosuch").traceback()).contains("There is no file").contains("%load nosuch");
    }

    @Test
    void errorsOfMagicsShowTheLineAsItWasWritten() throws Exception {
        var execution = run("int before = 1;\n%jars nosuch.jar");

        assertThat(execution.reply().text("ename", "")).isEqualTo("MagicError");
        assertThat(execution.traceback())
                .contains("line 2")
                .contains("%jars nosuch.jar")
                .doesNotContain("$lineMagic");
    }

    @Test
    void timeTellsRunningFromCompiling() throws Exception {
        assertThat(run("%%time\nvar block = new byte[40 << 20];\nblock.length").printed("stdout"))
                .matches("Wall time: [\\d.]+ m?s \\(and [\\d.]+ m?s to compile\\), CPU time: [\\d.]+ m?s,"
                        + " allocated: 4\\d\\.\\d MB\\n");
        assertThat(run("%time new byte[30 << 20].length").printed("stdout")).contains("allocated: 30.");
        assertThat(run("%time").reply().text("evalue", "")).startsWith("%time needs the code");
    }

    @Test
    void whoListsWhatIsDeclared() throws Exception {
        run("int whoNumber = 7;\nString whoText = \"eins zwei\";\nvar whoList = List.of(1, 2, 3);\n"
                + "double[][] whoMatrix = new double[3][4];\nvar whoMap = Map.of(1, 2);\n"
                + "class WhoType {}\nint whoMethod(int n) { return n; }\n"
                + "var whoTable = Table.create(\"t\", IntColumn.create(\"n\", new int[] {1, 2}));");

        var text = shown(run("%who"));

        assertThat(text.lines())
                .contains(
                        "whoNumber: int = 7",
                        "whoText: String (9 characters) = eins zwei",
                        "whoList: List<Integer> (3 elements) = [1, 2, 3]",
                        "whoMatrix: double[][] (3 × 4 elements) = [[…], […], […]]",
                        "whoMap: Map<Integer,Integer> (1 entry) = {1=2}",
                        "whoTable: Table (2 rows × 1 column) = n");
        assertThat(text).contains("whoMethod(int)").contains("Types: ").contains("WhoType");
    }

    @Test
    void resetForgetsOneNameOrAll() throws Exception {
        try (var fresh = TestKernels.start()) {
            var other = fresh.client();
            other.execute("int one = 1;\nvar big = new byte[1000];\nint two() { return 2; }", TIMEOUT, o -> {});

            other.execute("%reset one", TIMEOUT, o -> {});
            assertThat(other.execute("one", TIMEOUT, o -> {}).status()).isEqualTo("error");
            assertThat(other.execute("two()", TIMEOUT, o -> {}).result()).contains("2");
            assertThat(other.execute("%reset one", TIMEOUT, o -> {}).traceback())
                    .contains("Nothing that is called one");

            var all = other.execute("%reset", TIMEOUT, o -> {});
            assertThat(all.printed("stdout")).startsWith("Forgot 2 declarations.");
            assertThat(other.execute("two()", TIMEOUT, o -> {}).status()).isEqualTo("error");
            assertThat(other.execute("int two() { return 22; }\nList.of(two())", TIMEOUT, o -> {})
                            .result())
                    .contains("[22]");
        }
    }

    @Test
    void isolatedCellSeesTheClassPathButNoVariables() throws Exception {
        jar("isolated-1.0.jar", "isolated.txt", "there");
        run("%jars " + quoted(folder + "/isolated-1.0.jar"));
        run("int shared = 1;");

        var execution = run("%%isolated\nSystem.out.println(\"alone\");\nint shared = 5;\n"
                + "display(\"<b>x</b>\", \"text/html\");\n"
                + "Thread.currentThread().getContextClassLoader().getResource(\"isolated.txt\") != null");

        assertThat(execution.traceback()).isEmpty();
        assertThat(execution.printed("stdout")).isEqualTo("alone\n");
        assertThat(shown(execution)).isEqualTo("<b>x</b>\ntrue\n");
        assertThat(run("shared").result()).contains("1");
    }

    @Test
    void isolatedCellReportsItsErrorAndCanBeInterrupted() throws Exception {
        var failed = run("%%isolated\nint a = 1;\na / 0");
        assertThat(failed.reply().text("ename", "")).isEqualTo("java.lang.ArithmeticException");
        assertThat(failed.traceback()).contains("line 2").contains("a / 0");

        var endless = client.send(
                Channel.SHELL,
                "execute_request",
                client.executeContent("%%isolated\nSystem.out.println(\"started\");\nwhile (true) {}"),
                o -> {});
        var end = System.nanoTime() + TIMEOUT.toNanos();
        while (endless.outputs().stream().noneMatch(output -> output.type().equals("stream"))) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(20);
        }
        client.interrupt();
        assertThat(endless.await(TIMEOUT).reply().text("ename", "")).isEqualTo("CellInterrupted");
        var children =
                kernel.process().descendants().filter(ProcessHandle::isAlive).count();
        for (var i = 0; i < 100 && children > 0; i++) {
            Thread.sleep(50);
            children = kernel.process()
                    .descendants()
                    .filter(ProcessHandle::isAlive)
                    .count();
        }
        assertThat(children).isZero();
    }

    @Test
    void notebooksCanAddMagics() throws Exception {
        run("kernel().getMagics().registerLineMagic(\"shout\", a -> a.text().toUpperCase(Locale.ROOT));");

        assertThat(run("String loud = %shout it works\nloud").result()).contains("IT WORKS");
        assertThat(shown(run("%magics"))).contains("%shout").contains("%maven, %addMavenDependencies");
    }

    @Test
    void magicNamesAreCompleted() throws Exception {
        var reply = client.complete("int a;\n  %mave", 14);

        assertThat(reply.getAsJsonArray("matches"))
                .extracting(match -> match.getAsString())
                .isEqualTo(List.of("%maven", "%mavenRepo"));
        assertThat(reply.get("cursor_start").getAsInt()).isEqualTo(9);
        assertThat(client.complete("$line", 5).getAsJsonArray("matches")).isEmpty();
    }
}
