package org.tinybabel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The assembled kit on this machine, and on this machine with something missing. */
@DisabledOnOs(OS.WINDOWS)
class MachineIT {

    @TempDir
    private Path folder;

    private AssembledKit kit;

    @BeforeEach
    void assembleKit() throws IOException {
        kit = new AssembledKit(Files.createDirectories(folder.resolve("a kit")));
    }

    @AfterEach
    void unlinkKit() throws IOException {
        kit.unlink();
    }

    @Test
    void theDoctorFindsNothingEssentialMissing() throws IOException {
        var doctor = kit.start("doctor");

        assertThat(doctor.output())
                .containsPattern("ok +Java +17|ok +Java +[2-9]\\d")
                .containsPattern("ok +native library +PyTorch")
                .containsPattern("ok +knobs +tinybabel lab gets what shows them");
        assertThat(doctor.exitCode()).isZero();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void withoutALocaleTheKitWorksInAFolderOfAnyNameAndTheDoctorSaysWhatDoesNot() throws IOException {
        var elsewhere = new AssembledKit(Files.createDirectories(folder.resolve("ein Ordner ü")));
        try {
            var doctor = elsewhere.start(Map.of("LC_ALL", "POSIX"), "doctor");

            assertThat(doctor.output()).contains("this terminal has no locale", "export LC_ALL=C.UTF-8");
            assertThat(doctor.exitCode()).as(doctor.output()).isZero();
        } finally {
            elsewhere.unlink();
        }
    }

    @Test
    void noRoomForTheNativeLibraryIsSaidWithTheFolder() throws IOException {
        // A place that not even the super-user can write to.
        assumeTrue(Files.isDirectory(Path.of("/proc/1")));

        var doctor = kit.start(Map.of("DJL_CACHE_DIR", "/proc/djl"), "doctor");

        assertThat(doctor.exitCode()).isEqualTo(1);
        assertThat(doctor.output())
                .containsPattern("MISSING +disk .*/proc/djl")
                .containsPattern("MISSING +native library +The native library of PyTorch .*Folder: /proc/djl");
    }

    @Test
    void withoutPythonTheLabSaysHowToGetIt() throws IOException {
        var lab = kit.start(Map.of("PATH", pathWithoutPython()), "lab", "--no-browser");

        assertThat(lab.exitCode()).isEqualTo(2);
        assertThat(lab.output())
                .contains("JupyterLab needs Python 3.9 or newer, and there is none on the search path: ")
                .contains("Everything else works without Python");
    }

    private String pathWithoutPython() throws IOException {
        var programs = Files.createDirectory(folder.resolve("bin"));
        for (var name :
                List.of("bash", "java", "dirname", "uname", "ls", "cat", "find", "head", "mkdir", "mv", "sed")) {
            var program = Files.writeString(
                    programs.resolve(name),
                    "#!/bin/sh\nexec " + Program.find(name).orElseThrow() + " \"$@\"\n");
            program.toFile().setExecutable(true);
        }
        return programs.toString();
    }

    @Test
    void theKernelCanBeMeasured() throws IOException {
        var bench = kit.start("bench", "kernel", "--starts", "1", "--cells", "5");

        assertThat(bench.exitCode()).isZero();
        var json = JsonParser.parseString(
                        bench.output().substring(bench.output().indexOf("\n{") + 1))
                .getAsJsonObject();
        var own = json.getAsJsonObject("tinybabel");
        assertThat(own.keySet())
                .contains("ready_ms", "first_answer_ms", "trivial_cell_p99_ms", "methods_50_ms", "completion_ms")
                .contains("interrupt_empty_loop_ms", "html_5_mb_ms")
                .doesNotContain("failure", "failed_starts");
        assertThat(own.get("lines_10000_lost").getAsInt()).isZero();
        assertThat(own.get("lines_10000_messages").getAsInt()).isLessThanOrEqualTo(60);
        assertThat(json.getAsJsonObject("weaving").keySet()).contains("numericLoop");
    }

    @Test
    void aFolderWithoutAKernelCannotBeMeasured() throws IOException {
        var bench = kit.start("bench", "kernel", "--beside", folder.toString());

        assertThat(bench.exitCode()).isEqualTo(2);
        assertThat(bench.output()).contains("Cannot measure " + folder);
    }

    @Test
    void theKernelCanBeInstalledForAnotherJupyter() throws IOException {
        var install = kit.start("install", "--prefix", folder.resolve("jupyter").toString());

        var spec = folder.resolve("jupyter/share/jupyter/kernels/tinybabel/kernel.json");
        assertThat(install.exitCode()).isZero();
        assertThat(install.output()).contains(spec.getParent().toString(), "Java (TinyBabel)");
        var json = JsonParser.parseString(Files.readString(spec)).getAsJsonObject();
        assertThat(json.get("language").getAsString()).isEqualTo("java");
        assertThat(json.get("interrupt_mode").getAsString()).isEqualTo("message");
        assertThat(json.getAsJsonObject("env").get("MALLOC_TOP_PAD_").getAsString())
                .isEqualTo("67108864");
        assertThat(json.getAsJsonArray("argv").toString())
                .contains("{connection_file}")
                .doesNotContain("teacher");
    }

    @Test
    void aPrefixThatCannotBeWrittenIsNamed() throws IOException {
        assumeTrue(Files.isDirectory(Path.of("/proc/1")));

        var install = kit.start("install", "--prefix", "/proc");

        assertThat(install.exitCode()).isEqualTo(2);
        assertThat(install.output()).contains("Cannot write to /proc/share/jupyter/kernels", "--user");
    }
}
