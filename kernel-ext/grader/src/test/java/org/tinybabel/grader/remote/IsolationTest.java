package org.tinybabel.grader.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    void aProcessWithoutASandboxFindsItsClassesInAFolderOfAnyName(@TempDir Path folder) throws IOException {
        assumeTrue(System.getProperty("sun.jnu.encoding").equals("UTF-8"));
        var linked = new ArrayList<Path>();
        for (var entry : CLASS_PATH) {
            var link = folder.resolve("ein Ordner ü " + linked.size() + "-" + entry.getFileName());
            linked.add(Files.createSymbolicLink(link, entry.toAbsolutePath()));
        }
        var elsewhere = new AgentProgram(Small.class, linked, 256);

        try (var process = StudentProcess.start(elsewhere, Isolation.processOnly())) {
            assertThat(process.request(ping(), Budget.ofSeconds(5)).has("failed"))
                    .isTrue();
        }
    }

    @Test
    void aSandboxThatLeavesTheKernelsSettingsWritableIsRefused() throws Exception {
        assumeTrue(isolation.level() != Isolation.Level.PROCESS, isolation.reason());

        assertThat(probe(command -> command)).isEmpty();
        // Root's user number opens files of the kernel also without any of root's rights.
        assertThat(probe(IsolationTest::withoutReadOnlyProc))
                .containsPattern("the kernel's file /proc/\\S+ can be written");
    }

    private static List<String> withoutReadOnlyProc(List<String> command) {
        var changed = new ArrayList<>(command);
        var proc = Collections.lastIndexOfSubList(command, List.of("--remount-ro", "/proc"));
        changed.subList(proc, proc + 2).clear();
        return changed;
    }

    @Test
    void whereRootGradesStudentCodeRunsAsNobodyWithoutAnyRights() throws Exception {
        // Nobody cannot read what was built with a umask that shuts everybody out.
        assumeTrue(!isolation.reason().contains("nobody"), isolation.reason());
        assumeTrue(Bubblewrap.rootCanStepDown() && isolation.level() != Isolation.Level.PROCESS, isolation.reason());

        try (var process = StudentProcess.start(program, isolation)) {
            var statuses = ProcessHandle.current()
                    .descendants()
                    .filter(one -> one.info().command().orElse("").endsWith("/java"))
                    .map(one -> Path.of("/proc", String.valueOf(one.pid()), "status"))
                    .toList();

            assertThat(process.folder()).isDirectory();
            assertThat(statuses).singleElement().satisfies(status -> assertThat(status)
                    .content()
                    .containsPattern("Uid:\\s+65534\\s+65534\\s+65534\\s+65534")
                    .containsPattern("Gid:\\s+65534\\s+65534\\s+65534\\s+65534")
                    .containsPattern("Groups:\\s*\n")
                    .containsPattern("CapPrm:\\s+0+\\n")
                    .containsPattern("CapBnd:\\s+0+\\n"));
        }
    }

    /** What the probe complains about in this machine's sandbox, of whose command something is changed. */
    private static String probe(UnaryOperator<List<String>> change) throws Exception {
        var folder = Files.createTempDirectory("tb");
        var enclosure = isolation.enclose(program, folder, List.of("-Dtinybabel.probe=true"));
        try (var group = enclosure.group()) {
            var process = new ProcessBuilder(change.apply(enclosure.command()))
                    .redirectErrorStream(true)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor() == 0).isEqualTo(said.isEmpty());
            assertThat(group).isNotNull();
            return said;
        } finally {
            Files.delete(folder);
        }
    }

    @Test
    void whatTheProbeFindsOpenIsNoSandbox() throws Exception {
        // The same look around without a sandbox must complain, or it proves nothing.
        var folder = Files.createTempDirectory("tb");
        try {
            var command = program.command(
                    folder.resolve("s").toString(), folder.toString(), List.of("-Dtinybabel.probe=true"));
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(process.waitFor()).isNotZero();
            assertThat(said)
                    .contains("the users of this machine can be seen", "the hardware of this machine can be seen");
            assertThat(said).containsPattern("the kernel's file /proc/\\S+ can be written");
        } finally {
            Files.delete(folder);
        }
    }
}
