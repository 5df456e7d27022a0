package org.tinybabel.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.tinybabel.cli.sweep.GridFile;
import org.tinybabel.grader.report.Gradebook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints what grades a folder, or trains a sweep, on a Slurm cluster. */
@Command(
        name = "slurm",
        description = {
            "Print a script that grades submissions as a Slurm job array, and merges the parts when all have ended; with"
                    + " --sweep, one that trains a grid.",
            "A part that is killed or requeued goes on where it was. The kit, the submissions or the grid, and the results"
                    + " must lie on a file system that all machines share; build the kit first."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  tinybabel slurm submissions/ --shards 20 --out grades | bash",
            "  tinybabel slurm --sweep grid.json --shards 8 --out sweep | bash"
        })
final class SlurmCommand implements Callable<Integer> {

    /**
     * What the parts do, and what happens when they have ended.
     *
     * @param doing what messages call the work of a part
     * @param job the end of the name of the parts' job
     * @param part the command of a part, word by word
     * @param merge the command that puts the parts together
     * @param out the folder of the results
     * @param result what to look at in the end
     */
    private record Work(String doing, String job, List<String> part, List<String> merge, Path out, String result) {}

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClusterOptions options;

    @Option(
            names = "--sweep",
            paramLabel = "FILE",
            description =
                    "Instead of grading, train this grid of tinybabel sweep scaling, as every machine sees it; DIR"
                            + " is then sweep, unless --out says another.")
    private Optional<Path> sweep;

    @Option(
            names = "--gpus",
            paramLabel = "N",
            defaultValue = "0",
            description = "GPUs of each part of a sweep (without it: ${DEFAULT-VALUE}).")
    private int gpus;

    @Option(
            names = "--time",
            paramLabel = "HH:MM:SS",
            defaultValue = "01:00:00",
            description = "The longest time of one part (without it: ${DEFAULT-VALUE}).")
    private String time;

    @Option(
            names = "--partition",
            paramLabel = "NAME",
            description = "The partition (without it: the cluster's own choice).")
    private Optional<String> partition;

    @Override
    public Integer call() throws IOException {
        if (!time.matches("[\\d:-]+")) {
            throw new UserError("--time must be such as 01:00:00, got \"" + time + "\".");
        }
        if (partition.isPresent() && !partition.get().matches("[\\w.,-]+")) {
            throw new UserError("--partition must be the name of a partition, got \"" + partition.get() + "\".");
        }
        if (gpus < 0 || gpus > 0 && sweep.isEmpty()) {
            throw new UserError("--gpus must be 0 or more, and more than 0 only with --sweep; got " + gpus + ".");
        }
        var program = Kit.current().home().resolve("tinybabel").toString();
        spec.commandLine().getOut().println(script(sweep.isPresent() ? training(program) : grading(program)));
        return 0;
    }

    private Work grading(String program) throws IOException {
        options.checked();
        return new Work(
                "Grading", "grade", options.grade(program), options.merge(program), options.out(), Gradebook.FILE);
    }

    private Work training(String program) throws IOException {
        options.checkedWithoutGrading("--sweep");
        var grid = ClusterOptions.absolute(sweep.orElseThrow());
        GridFile.read(grid);
        var out = options.out("sweep");
        var table = "multilingual-scaling-laws.csv";
        var part = List.of(program, "sweep", "scaling", "--grid", grid.toString(), "--shard", "auto");
        var where = List.of("--out", out.toString(), "--jobs", String.valueOf(options.cpus()));
        var merge = List.of(
                program,
                "sweep",
                "merge",
                out.toString(),
                "-o",
                out.resolve(table).toString());
        return new Work(
                "Training",
                "sweep",
                Stream.concat(part.stream(), where.stream()).toList(),
                merge,
                out,
                table);
    }

    private String script(Work work) {
        var out = ClusterOptions.quoted(List.of(work.out().toString()));
        return """
                #!/usr/bin/env bash
                # %1$s in %2$d parts, then putting the parts together. Submit with: bash THIS_FILE
                set -euo pipefail
                mkdir -p %3$s

                parts=$(sbatch --parsable --job-name=tinybabel-%4$s --array=0-%5$d --cpus-per-task=%6$d --mem=%7$dG \\
                  --time=%8$s%9$s%10$s --requeue --open-mode=append --output=%3$s/slurm-part-%%a.log <<'JOB'
                #!/usr/bin/env bash
                exec %11$s
                JOB
                )
                merge=$(sbatch --parsable --job-name=tinybabel-merge --dependency="afterany:${parts%%%%;*}" --cpus-per-task=1 --mem=2G \\
                  --time=%8$s%9$s --output=%3$s/slurm-merge.log <<'JOB'
                #!/usr/bin/env bash
                exec %12$s
                JOB
                )
                echo "%1$s is job $parts, merging is job $merge; when it has ended, see %13$s."\
                """
                .formatted(
                        work.doing(),
                        options.shards(),
                        out,
                        work.job(),
                        options.shards() - 1,
                        options.cpus(),
                        options.gibibytes(),
                        time,
                        partition.map(name -> " --partition=" + name).orElse(""),
                        gpus > 0 ? " --gpus=" + gpus : "",
                        ClusterOptions.quoted(work.part()),
                        ClusterOptions.quoted(work.merge()),
                        work.out()
                                .resolve(work.result())
                                .toString()
                                .replace("\"", "")
                                .replace("$", ""));
    }
}
