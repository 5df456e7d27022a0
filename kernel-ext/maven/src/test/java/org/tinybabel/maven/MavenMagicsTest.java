package org.tinybabel.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.tinybabel.kernel.client.Execution;
import org.tinybabel.kernel.client.KernelProcess;
import org.tinybabel.kernel.client.KernelSpec;
import org.tinybabel.kernel.protocol.Channels.Channel;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MavenMagicsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private KernelProcess kernel;
    private SmallRepository repository;

    @BeforeAll
    void startKernel() throws Exception {
        repository = SmallRepository.withWords(folder);
        repository.settings("<mirrors><mirror><id>mirror</id><mirrorOf>central</mirrorOf><url>" + repository.url()
                + "</url></mirror></mirrors>");
        var classPath = Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElse(System.getProperty("java.class.path"));
        var spec = new KernelSpec(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                classPath,
                List.of("-Xmx256m", "-XX:+UseSerialGC", "-Duser.home=" + folder.resolve("home")),
                Path.of("target", "kernel.jsa").toAbsolutePath());
        kernel = KernelProcess.start(spec, Map.of(), Path.of(".").toAbsolutePath(), TIMEOUT);
    }

    @AfterAll
    void stopKernel() {
        kernel.close();
    }

    private Execution run(String code) throws Exception {
        return kernel.client().execute(code, TIMEOUT, output -> {});
    }

    @Test
    void libraryIsUsableInTheSameCell() throws Exception {
        var execution = run("int before = 1;\n    %maven org.example:words:1.0\nimport example.Words;\nWords.one()");

        assertThat(execution.traceback()).isEmpty();
        assertThat(execution.result()).contains("uno");
        assertThat(execution.printed("stdout")).isEqualTo("Added to the class path: words 1.0, letters 2.0\n");
        assertThat(run("%addMavenDependency org.example:words:1.0\n1").printed("stdout"))
                .isEmpty();
        assertThat(run("%maven org.example:words:2.0").printed("stdout"))
                .isEqualTo("Note: words 1.0 is loaded and stays, instead of 2.0.\n");
    }

    @Test
    void pomFragmentInACellAddsItsDependencies() throws Exception {
        repository.add("sounds", "3", "", Map.of("sounds.txt", "la".getBytes(StandardCharsets.UTF_8)));

        var execution = run("%%loadFromPOM\n<!-- from a web page -->\n<dependency>\n  <groupId>org.example</groupId>\n"
                + "  <artifactId>sounds</artifactId>\n  <version>3</version>\n</dependency>");

        assertThat(execution.traceback()).isEmpty();
        assertThat(execution.printed("stdout")).isEqualTo("Added to the class path: sounds 3\n");
        assertThat(run("Thread.currentThread().getContextClassLoader().getResource(\"sounds.txt\") != null")
                        .result())
                .contains("true");
    }

    @Test
    void errorsNameTheLineAndWhatToDo() throws Exception {
        assertThat(run("%mavenRepo mine " + repository.url() + "\n%maven org.example:nothing:1")
                        .traceback())
                .contains("MagicError: org.example:nothing:1 was not found.")
                .contains("line 2")
                .doesNotContain("\tat ")
                .doesNotContain("DependencyResolutionException");
        assertThat(run("%maven commons-csv").reply().text("evalue", "")).contains("group:artifact:version");
    }

    @Test
    void interruptEndsTheWaitForARepositoryThatDoesNotAnswer() throws Exception {
        try (var silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            run("%mavenRepo silent http://127.0.0.1:" + silent.getLocalPort() + "/");
            var cell = kernel.client()
                    .send(
                            Channel.SHELL,
                            "execute_request",
                            kernel.client().executeContent("int kept = 1;\n%maven org.example:far:1"),
                            output -> {});
            try (var asked = silent.accept()) {
                assertThat(asked.isConnected()).isTrue();
                kernel.client().interrupt();

                assertThat(cell.await(Duration.ofSeconds(10)).reply().text("ename", ""))
                        .isEqualTo("CellInterrupted");
            }
        }
        // The repository stays with this kernel, so it must not go on being silent.
        run("%mavenRepo silent " + repository.url());
        assertThat(run("kept").result()).contains("1");
    }

    @Test
    void libraryOfTheKitStays() throws Exception {
        assertThat(run("%maven com.google.code.gson:gson:2.8.0").printed("stdout"))
                .matches("Note: gson [\\d.]+ is loaded and stays, instead of 2\\.8\\.0\\.\\n");
    }
}
