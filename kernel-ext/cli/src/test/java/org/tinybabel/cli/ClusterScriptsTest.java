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

    /** What bash gives to sbatch when it runs a script: options and, for each job, its own script. */
    private String submitted(String script) throws IOException {
        var bin = Files.createDirectories(folder.resolve("bin"));
        var sbatch = Files.writeString(
                bin.resolve("sbatch"),
                "#!/usr/bin/env bash\nprintf '%s|' \"$@\" >>\"$LOG\"\ncat >>\"$LOG\"\necho 4711\n");
        assertThat(sbatch.toFile().setExecutable(true)).isTrue();
        var log = folder.resolve("log");
        var bash = new ProcessBuilder("bash", "-c", script);
        bash.environment().put("PATH", bin + ":" + System.getenv("PATH"));
        bash.environment().put("LOG", log.toString());
        assertThat(Program.run(Duration.ofSeconds(20), bash, line -> {}).exitCode())
                .isZero();
        return Files.readString(log);
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }

    @Test
    void theSlurmScriptSubmitsAnArrayAndAMergeThatWaitsForIt() throws IOException {
        var out = folder.resolve("out");
        var script = Invocation.of(ROOT, "slurm", submissions.toString(), "--shards", "5", "--out", out.toString());

        assertThat(script.exitCode()).as(script.err()).isZero();
        assertThat(submitted(script.out()))
                .contains("--job-name=tinybabel-grade|", "--array=0-4|", "--requeue|", "--dependency=afterany:4711|")
                .contains("--shard auto", " merge ")
                .doesNotContain("--gpus")
                // Quoted for the shell of the job, which reads the folder's name back as it is.
                .contains(quoted(submissions));
        assertThat(out).isDirectory();
    }

    @Test
    void aSweepIsAnArrayToo() throws IOException {
        var grid = Files.writeString(submissions.resolve("grid.json"), "{\"seeds\": [0, 1]}");
        var out = submissions.resolve("out");
        var script = Invocation.of(
                ROOT,
                "slurm",
                "--sweep",
                grid.toString(),
                "--shards",
                "3",
                "--cpus",
                "4",
                "--gpus",
                "1",
                "--out",
                out.toString());

        assertThat(script.exitCode()).as(script.err()).isZero();
        assertThat(submitted(script.out()))
                .contains(
                        "--job-name=tinybabel-sweep|", "--array=0-2|", "--cpus-per-task=4|", "--gpus=1|", "--requeue|")
                .contains(
                        " sweep scaling --grid " + quoted(grid) + " --shard auto --out " + quoted(out) + " --jobs 4\n")
                .contains(" sweep merge " + quoted(out) + " -o " + quoted(out.resolve("multilingual-scaling-laws.csv"))
                        + "\n");
        assertThat(out).isDirectory();
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
    void badInputIsSaidBeforeAnythingIsPrinted() throws IOException {
        var grid =
                Files.writeString(folder.resolve("grid.json"), "{\"seed\": 1}").toString();
        var folderOf = submissions.toString();

        assertRefused(
                "There is no folder or file", "slurm", folder.resolve("none").toString());
        assertRefused("Name the folder of submissions.", "slurm");
        assertRefused("Name the folder of submissions.", "kubernetes", "--image", "x", "--claim", "y");
        assertRefused("must be at least 1, got 0", "slurm", folderOf, "--shards", "0");
        assertRefused("got \"1h; rm -rf x\"", "slurm", folderOf, "--time", "1h; rm -rf x");
        assertRefused("--gpus must be 0 or more, and more than 0 only with", "slurm", folderOf, "--gpus", "1");
        assertRefused("there is no key \"seed\"", "slurm", "--sweep", grid);
        assertRefused("There is no file", "slurm", "--sweep", grid + "x");
        assertRefused("--sweep trains and does not grade", "slurm", folderOf, "--sweep", grid);
        assertRefused("--sweep trains and does not grade", "slurm", "--due", "now", "--sweep", grid);
        assertRefused("must be at least 1, got 0", "slurm", "--sweep", grid, "--shards", "0");
        assertRefused(
                "got \"Not A Name\"", "kubernetes", "/data", "--image", "x", "--claim", "y", "--name", "Not A Name");
    }

    private static void assertRefused(String message, String... arguments) {
        var call = Invocation.of(ROOT, arguments);

        assertThat(call.err()).contains(message);
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.out()).isEmpty();
    }
}
