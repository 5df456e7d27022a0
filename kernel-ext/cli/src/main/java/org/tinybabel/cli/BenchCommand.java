package org.tinybabel.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how fast the kit computes on this machine. */
@Command(
        name = "bench",
        description = "Measure how fast the kit computes on this machine.",
        mixinStandardHelpOptions = true,
        subcommands = BenchCommand.Train.class,
        synopsisSubcommandLabel = "WHAT",
        footer = {"", "Example:", "  tinybabel bench train --threads 2"})
final class BenchCommand {

    /** The class of the lab that measures training; it takes the number of threads and prints JSON. */
    private static final String TRAINING = "org.tinybabel.lab.bench.TrainBenchmark";

    @Command(
            name = "train",
            description = "Train the reference GPT for a moment and print tokens per second as JSON.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example:", "  tinybabel bench train --threads 1"})
    static final class Train implements Callable<Integer> {

        @Option(
                names = "--threads",
                paramLabel = "N",
                description = "How many threads the tensor library may use; without it, 1 and then 2.")
        private List<Integer> threads = List.of(1, 2);

        @Override
        public Integer call() throws IOException, InterruptedException {
            var kit = Kit.current();
            for (var count : threads) {
                if (count < 1) {
                    throw new UserError("--threads must be at least 1, got " + count + ".");
                }
                var exitCode = run(kit, count);
                if (exitCode != 0) {
                    return exitCode;
                }
            }
            return 0;
        }

        /** A process of its own, because the tensor library reads these settings once, when it loads. */
        private static int run(Kit kit, int threads) throws IOException, InterruptedException {
            var command = new ArrayList<>(List.of(Kit.java().toString(), "-cp", kit.classPath(), TRAINING));
            command.add(String.valueOf(threads));
            var program = new ProcessBuilder(command).inheritIO();
            program.environment().putAll(KernelSpecs.ALLOCATOR);
            return program.start().waitFor();
        }
    }
}
