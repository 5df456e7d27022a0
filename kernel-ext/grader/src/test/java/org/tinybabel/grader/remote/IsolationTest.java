package org.tinybabel.grader.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tinybabel.grader.Small;

/** The sandbox as this machine offers it; skipped where it offers none. */
final class IsolationTest {

    private static final List<Path> CLASS_PATH = Arrays.stream(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();

    private static AgentProgram program;
    private static Isolation isolation;

    @BeforeAll
    static void lookForASandbox() {
        program = new AgentProgram(Small.class, CLASS_PATH, 256);
        isolation = Isolation.best(program);
        System.out.println("Isolation here: " + isolation.level().words() + " " + isolation.reason());
    }

    private static JsonObject ping() {
        var request = new JsonObject();
        request.addProperty("do", "nothing that it knows");
        return request;
    }

    @Test
    void aProcessAnswersFromWithinTheSandboxAndLeavesNothingBehind() throws IOException {
        assumeTrue(isolation.level() != Isolation.Level.PROCESS, isolation.reason());
        Path folder;
        try (var process = StudentProcess.start(program, isolation)) {
            var reply = process.request(ping(), Budget.ofSeconds(5));

            assertThat(reply.get("failed").getAsString()).contains("Unknown request");
            assertThat(process.processorTime()).isPositive();
            folder = process.folder();
            assertThat(folder).isDirectory();
        }
        assertThat(folder).doesNotExist();
    }

    @Test
    void whatTheProbeFindsOpenIsNoSandbox() throws Exception {
        // The same look around without a sandbox must complain, or it proves nothing.
        var folder = Files.createTempDirectory("tb");
        try {
            var command = program.command(
                    folder.resolve("s").toString(), folder.toString(), List.of("-Dtinybabel.probe=true"));
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes());

            assertThat(process.waitFor()).isNotZero();
            assertThat(said).contains("the users of this machine can be seen");
        } finally {
            Files.delete(folder);
        }
    }
}
