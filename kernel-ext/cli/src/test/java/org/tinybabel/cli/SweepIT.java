package org.tinybabel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A sweep with the assembled kit, ended in the midst of its work. */
@DisabledOnOs(OS.WINDOWS)
class SweepIT {

    @TempDir
    private Path folder;

    private AssembledKit kit;

    @BeforeEach
    void assembleKit() throws IOException {
        kit = new AssembledKit(Files.createDirectories(folder.resolve("kit")));
    }

    @AfterEach
    void unlinkKit() throws IOException {
        kit.unlink();
    }

    @Test
    void aSweepThatIsInterruptedGoesOnWithWhatIsLeft() throws Exception {
        var grid = Files.writeString(
                folder.resolve("grid.json"),
                """
                {"checkpoints": [60, 600], "testSentences": 20, "seeds": [0, 1, 2, 3, 4, 5],
                 "sizes": [{"width": 8, "mixtures": [[0.5, 0.3, 0.2], [0.1, 0.1, 0.8]]}]}
                """);
        var out = folder.resolve("out");
        var log = folder.resolve("log");
        var sweep = new ProcessBuilder(DefaultSignals.command(List.of(
                        kit.home().resolve("tinybabel").toString(),
                        "sweep",
                        "scaling",
                        "--grid",
                        grid.toString(),
                        "--jobs",
                        "1",
                        "--out",
                        out.toString())))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        waitFor(out.resolve("models-seed0-width8.jsonl"), sweep);
        // What Ctrl-C in a terminal sends.
        new ProcessBuilder("kill", "-INT", String.valueOf(sweep.pid())).start().waitFor();
        assertThat(sweep.waitFor()).isEqualTo(130);

        var again = kit.start("sweep", "scaling", "--grid", grid.toString(), "--out", out.toString());
        var whole = kit.start(
                "sweep",
                "scaling",
                "--grid",
                grid.toString(),
                "--out",
                folder.resolve("whole").toString());

        assertThat(Files.readString(log)).contains("Training on ", "Stopped. Units that were whole are kept in " + out);
        assertThat(again.exitCode()).as(again.output()).isZero();
        assertThat(again.output()).containsPattern("[1-5] of 6 units are trained already and kept\\.");
        assertThat(whole.exitCode()).as(whole.output()).isZero();
        assertThat(merged(out)).isEqualTo(merged(folder.resolve("whole")));
    }

    private static void waitFor(Path file, Process process) throws InterruptedException {
        var limit = Instant.now().plus(Duration.ofMinutes(2));
        while (!Files.exists(file) && process.isAlive() && Instant.now().isBefore(limit)) {
            Thread.sleep(5);
        }
    }

    private String merged(Path out) throws IOException {
        var csv = folder.resolve("merged.csv");
        var merged = kit.start("sweep", "merge", out.toString(), "-o", csv.toString());
        assertThat(merged.exitCode()).as(merged.output()).isZero();
        return Files.readString(csv);
    }
}
