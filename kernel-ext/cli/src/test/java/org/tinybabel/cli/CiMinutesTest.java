package org.tinybabel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What continuous integration says at its end, of steps whose clock, bash's SECONDS, is set by hand. */
@DisabledOnOs(OS.WINDOWS)
class CiMinutesTest {

    private static final Path SCRIPT =
            Path.of("..", "..", ".ci", "minutes.sh").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private Program.Outcome run(String steps) throws IOException {
        var bash = new ProcessBuilder("bash", "-c", "set -euo pipefail\nmost_minutes=60\n. '" + SCRIPT + "'\n" + steps);
        bash.directory(folder.toFile());
        return Program.run(Duration.ofSeconds(20), bash);
    }

    @Test
    void eachStepAndEachModuleHasALine() throws IOException {
        Files.writeString(
                folder.resolve("verify.log"),
                """
                [INFO] tests said this ............... SUCCESS [  9.000 s]
                [INFO] Reactor Summary for TinyBabel 0.1.0-SNAPSHOT:
                [INFO]
                [INFO] TinyBabel ..................................... SUCCESS [  3.512 s]
                [INFO] TinyBabel kernel .............................. SUCCESS [08:12 min]
                [INFO] TinyBabel lab ................................. FAILURE [01:02 h]
                [INFO] TinyBabel grader .............................. SKIPPED
                """);

        var ended = run(
                """
                SECONDS=5; step Tools
                SECONDS=65; step "mvn verify"; modules_from verify.log
                SECONDS=365; step Last; modules_from nothing.log
                SECONDS=405
                """);

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.output())
                .endsWith(
                        """
                        == Where the minutes went
                           1:00   15 %  Tools
                           5:00   75 %  mvn verify
                           0:04    1 %      TinyBabel
                           8:12  123 %      TinyBabel kernel
                          62:00  930 %      TinyBabel lab
                           0:40   10 %  Last
                           6:40  100 %  all
                        This machine needs 100 % of the time of that on which the limit of 60 minutes was set.
                        """);
    }

    @Test
    void aStepThatFailsIsNamedAndItsStatusKept() throws IOException {
        var ended = run("step Tools\nSECONDS=60; step \"mvn verify\"; SECONDS=120\n(exit 4) &\nwait $!");

        assertThat(ended.exitCode()).isEqualTo(4);
        assertThat(ended.output())
                .contains("1:00   50 %  mvn verify (failed)\n")
                .doesNotContain("Too long");
    }

    @Test
    void whatTakesTooLongFailsAfterTheTable() throws IOException {
        assertThat(run("SECONDS=10; step All; SECONDS=3610").exitCode()).isZero();

        var ended = run("SECONDS=10; step All; SECONDS=3611");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.output())
                .contains("  60:01  100 %  all\n")
                .endsWith("Too long: all steps together may take 60 minutes (most_minutes).\n");
    }

    @Test
    void aSlowMachineHasMoreTimeAndAFastOneNotLess() throws IOException {
        assertThat(run("SECONDS=0; step All; pace=150; SECONDS=5400").exitCode())
                .isZero();
        assertThat(run("SECONDS=0; step All; pace=150; SECONDS=5401").exitCode())
                .isEqualTo(1);
        assertThat(run("SECONDS=0; step All; pace=50; SECONDS=3600").exitCode()).isZero();
    }

    @Test
    void thePaceIsMeasured() throws IOException {
        assertThat(run("pace_of_limit=10000000; take_pace; echo pace $pace; ls").output())
                .isEqualTo("pace 0\n");
        assertThat(run("pace_of_limit=1; take_pace; echo pace $pace").output()).matches("pace [1-9]\\d{3,}\n");
    }
}
