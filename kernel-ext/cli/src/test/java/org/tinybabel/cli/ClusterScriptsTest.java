package org.tinybabel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.models.V1Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The scripts for schedulers; .ci/slurm/check.sh runs one on a real Slurm. */
@DisabledOnOs(OS.WINDOWS)
class ClusterScriptsTest {

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private Path submissions;

    @BeforeEach
    void makeFolder() throws IOException {
        submissions = Files.createDirectories(folder.resolve("it's $HOME `x`"));
    }

    @Test
    void theSlurmScriptSubmitsAnArrayAndAMergeThatWaitsForIt() throws IOException {
        var bin = Files.createDirectories(folder.resolve("bin"));
        var sbatch = Files.writeString(
                bin.resolve("sbatch"),
                "#!/usr/bin/env bash\nprintf '%s|' \"$@\" >>\"$LOG\"\ncat >>\"$LOG\"\necho 4711\n");
        assertThat(sbatch.toFile().setExecutable(true)).isTrue();
        var log = folder.resolve("log");

        var script = Invocation.of(
                ROOT,
                "slurm",
                submissions.toString(),
                "--shards",
                "5",
                "--out",
                folder.resolve("out").toString());
        var bash = new ProcessBuilder("bash", "-c", script.out());
        bash.environment().put("PATH", bin + ":" + System.getenv("PATH"));
        bash.environment().put("LOG", log.toString());
        var run = Program.run(Duration.ofSeconds(20), bash, line -> {});

        assertThat(script.exitCode()).as(script.err()).isZero();
        assertThat(run.exitCode()).isZero();
        assertThat(Files.readString(log))
                .contains("--array=0-4|", "--requeue|", "--dependency=afterany:4711|")
                .contains("--shard auto", "tinybabel merge ")
                // Quoted for the shell of the job, which reads the folder's name back as it is.
                .contains("'" + submissions.toString().replace("'", "'\\''") + "'");
        assertThat(folder.resolve("out")).isDirectory();
    }

    @Test
    void theKubernetesManifestFitsTheSchemaOfJobs() throws IOException {
        var call = Invocation.of(
                ROOT,
                "kubernetes",
                "/data/submissions",
                "--out",
                "/data/grades",
                "--shards",
                "7",
                "--image",
                "example/tinybabel",
                "--claim",
                "course");
        var manifest = JsonParser.parseString(call.out());

        V1Job.validateJsonElement(manifest);
        var spec = manifest.getAsJsonObject().getAsJsonObject("spec");
        assertThat(spec.get("completions").getAsInt()).isEqualTo(7);
        assertThat(spec.get("completionMode").getAsString()).isEqualTo("Indexed");
        assertThat(call.out()).contains("\"--shard\"", "\"auto\"", "\"TINYBABEL_SHARDS\"", "\"value\": \"7\"");

        // The validation itself must notice a field that jobs do not have.
        spec.addProperty("completionMood", "Indexed");
        assertThatIllegalArgumentException().isThrownBy(() -> V1Job.validateJsonElement(manifest));
    }

    @Test
    void badInputIsSaidBeforeAnythingIsPrinted() {
        var noFolder = Invocation.of(ROOT, "slurm", folder.resolve("none").toString());
        var noShards = Invocation.of(ROOT, "slurm", submissions.toString(), "--shards", "0");
        var noTime = Invocation.of(ROOT, "slurm", submissions.toString(), "--time", "1h; rm -rf x");
        var noName = Invocation.of(ROOT, "kubernetes", "/data", "--image", "x", "--claim", "y", "--name", "Not A Name");

        assertThat(noFolder.err()).contains("There is no folder or file");
        assertThat(noShards.err()).contains("must be at least 1, got 0");
        assertThat(noTime.err()).contains("got \"1h; rm -rf x\"");
        assertThat(noName.err()).contains("got \"Not A Name\"");
        assertThat(java.util.List.of(noFolder, noShards, noTime, noName)).allSatisfy(call -> {
            assertThat(call.exitCode()).isEqualTo(2);
            assertThat(call.out()).isEmpty();
        });
    }
}
