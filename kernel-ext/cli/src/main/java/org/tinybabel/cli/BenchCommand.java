package org.tinybabel.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.tinybabel.kernel.client.KernelSpec;
import org.tinybabel.lab.bench.TrainBenchmark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how fast the kit computes on this machine. */
@Command(
        name = "bench",
        description = "Measure how fast the kit computes on this machine.",
        mixinStandardHelpOptions = true,
        subcommands = BenchCommand.Train.class,
        synopsisSubcommandLabel = "WHAT",
        footer = {"", "Example:", "  tinybabel bench train"})
final class BenchCommand {

    /** Trains the reference GPT. */
    @Command(
            name = "train",
            description = {
                "Train the reference GPT for a moment, with one thread and with two.",
                "Tokens per second and where a step's time goes are printed as JSON."
            },
            mixinStandardHelpOptions = true,
            footer = {"", "Example:", "  tinybabel bench train --steps 200"})
    static final class Train implements Callable<Integer> {

        @Option(
                names = "--steps",
                paramLabel = "N",
                defaultValue = "100",
                description = "Measured steps for each number of threads (without it: ${DEFAULT-VALUE}).")
        private int steps;

        /** A process of its own, because the C library reads its settings when it starts. */
        @Override
        public Integer call() throws IOException, InterruptedException {
            if (steps < 1) {
                throw new UserError("--steps must be at least 1, got " + steps + ".");
            }
            var program = new ProcessBuilder(List.of(
                            Kit.java().toString(),
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            Kit.current().fullClassPath(),
                            Training.class.getName(),
                            String.valueOf(steps)))
                    .inheritIO();
            program.environment().putAll(KernelSpec.ENVIRONMENT);
            return program.start().waitFor();
        }
    }

    /** The program that does the measuring. */
    static final class Training {

        private Training() {}

        public static void main(String[] arguments) {
            System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
            System.out.println(
                    TrainBenchmark.run(Integer.parseInt(arguments[0])).toJson());
        }
    }
}
