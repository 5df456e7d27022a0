package org.tinybabel.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints what grades a folder on a Slurm cluster. */
@Command(
        name = "slurm",
        description = {
            "Print a script that grades submissions as a Slurm job array, and merges the parts when all have ended.",
            "A part that is killed or requeued goes on where it was. The kit, the submissions and the results must lie on a"
                    + " file system that all machines share; build the kit first."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  tinybabel slurm submissions/ --shards 20 --out grades | bash"})
final class SlurmCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClusterOptions options;

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
        options.checked();
        if (!time.matches("[\\d:-]+")) {
            throw new UserError("--time must be such as 01:00:00, got \"" + time + "\".");
        }
        if (partition.isPresent() && !partition.get().matches("[\\w.,-]+")) {
            throw new UserError("--partition must be the name of a partition, got \"" + partition.get() + "\".");
        }
        var program = Kit.current().home().resolve("tinybabel").toString();
        var out = ClusterOptions.quoted(List.of(options.out().toString()));
        spec.commandLine()
                .getOut()
                .println(
                        """
                #!/usr/bin/env bash
                # Grades submissions in %1$d parts, then puts the parts together. Submit with: bash THIS_FILE
                set -euo pipefail
                mkdir -p %2$s

                parts=$(sbatch --parsable --job-name=tinybabel-grade --array=0-%3$d --cpus-per-task=%4$d --mem=%5$dG \\
                  --time=%6$s%7$s --requeue --open-mode=append --output=%2$s/slurm-part-%%a.log <<'JOB'
                #!/usr/bin/env bash
                exec %8$s
                JOB
                )
                merge=$(sbatch --parsable --job-name=tinybabel-merge --dependency="afterany:${parts%%%%;*}" --cpus-per-task=1 --mem=2G \\
                  --time=%6$s%7$s --output=%2$s/slurm-merge.log <<'JOB'
                #!/usr/bin/env bash
                exec %9$s
                JOB
                )
                echo "Grading is job $parts, merging is job $merge; when it has ended, see %10$s."\
                """
                                .formatted(
                                        options.shards(),
                                        out,
                                        options.shards() - 1,
                                        options.cpus(),
                                        options.gibibytes(),
                                        time,
                                        partition
                                                .map(name -> " --partition=" + name)
                                                .orElse(""),
                                        ClusterOptions.quoted(options.grade(program)),
                                        ClusterOptions.quoted(options.merge(program)),
                                        options.out()
                                                .resolve("gradebook.csv")
                                                .toString()
                                                .replace("\"", "")
                                                .replace("$", "")));
        return 0;
    }
}
