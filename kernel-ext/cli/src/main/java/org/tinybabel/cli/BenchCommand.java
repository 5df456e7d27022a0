package org.tinybabel.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tinybabel.cli.bench.KernelBenchmark;
import org.tinybabel.cli.bench.MeasuredKernel;
import org.tinybabel.cli.bench.WeavingBenchmark;
import org.tinybabel.cli.grading.GradingBenchmark;
import org.tinybabel.cli.selftest.SelfTest;
import org.tinybabel.kernel.client.KernelSpec;
import org.tinybabel.lab.bench.TrainBenchmark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how fast the kit computes on this machine. */
@Command(
        name = "bench",
        description = "Measure how fast the kit computes on this machine.",
        mixinStandardHelpOptions = true,
        subcommands = {BenchCommand.Train.class, BenchCommand.Kernels.class, BenchCommand.Grade.class},
        synopsisSubcommandLabel = "WHAT",
        footer = {"", "Examples:", "  tinybabel bench train", "  tinybabel bench kernel", "  tinybabel bench grade"})
final class BenchCommand {

    /** Trains what the notebooks train. */
    @Command(
            name = "train",
            description = {
                "Train for a moment: the reference GPT with one thread and with two, one small GPT, 8 and 32 of them on a model"
                        + " axis, and the mask of notebook 01.",
                "Tokens per second, where a step's time goes, and what the model axis gains are printed as JSON."
            },
            mixinStandardHelpOptions = true,
            footer = {"", "Example:", "  tinybabel bench train --steps 200"})
    static final class Train implements Callable<Integer> {

        @Option(
                names = "--steps",
                paramLabel = "N",
                defaultValue = "100",
                description = "Measured steps of each (without it: ${DEFAULT-VALUE}).")
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

    /** Measures the notebook kernel, alone or beside others. */
    @Command(
            name = "kernel",
            description = {
                "Measure what a person at a notebook waits for: start, cells, output, completion, interrupts.",
                "Medians are printed as JSON; other kernels for Java or Python can be measured in turns with ours."
            },
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Examples:",
                "  tinybabel bench kernel",
                "  tinybabel bench kernel --beside ~/.local/share/jupyter/kernels/python3"
            })
    static final class Kernels implements Callable<Integer> {

        @Spec
        private CommandSpec command;

        @Option(
                names = "--beside",
                paramLabel = "FOLDER",
                description = "The folder of a kernelspec to measure too; may be given several times.")
        private List<Path> others = List.of();

        @Option(
                names = "--starts",
                paramLabel = "N",
                defaultValue = "10",
                description = "Measured starts of each kernel (without it: ${DEFAULT-VALUE}).")
        private int starts;

        @Option(
                names = "--cells",
                paramLabel = "N",
                defaultValue = "200",
                description = "Measured trivial cells of each kernel (without it: ${DEFAULT-VALUE}).")
        private int cells;

        @Override
        public Integer call() throws IOException, InterruptedException {
            if (starts < 1 || cells < 1) {
                throw new UserError("--starts and --cells must be at least 1.");
            }
            var messages = command.commandLine().getErr();
            var kit = Kit.current();
            var kernels = new ArrayList<>(List.of(MeasuredKernel.own(KernelSpecs.of(kit))));
            for (var folder : others) {
                try {
                    kernels.add(MeasuredKernel.of(folder));
                } catch (IOException e) {
                    throw new UserError("Cannot measure " + folder + ": " + e.getMessage());
                }
            }
            KernelSpecs.rehearse(kit, messages);
            var results = new KernelBenchmark(kernels, starts, cells, line -> {
                        messages.println(line);
                        messages.flush();
                    })
                    .run();
            messages.println("what it costs that cells can be stopped");
            messages.flush();
            results.add("weaving", weaving(kit));
            command.commandLine()
                    .getOut()
                    .println(new GsonBuilder().setPrettyPrinting().create().toJson(results));
            return 0;
        }
    }

    /** Measures grading. */
    @Command(
            name = "grade",
            description = {
                "Grade many copies of a solution in the sandbox.",
                "Submissions per minute, processor seconds for each stage, what a student process costs, and the memory of"
                        + " the grader over the run are printed as JSON."
            },
            mixinStandardHelpOptions = true,
            footer = {"", "Example:", "  tinybabel bench grade --submissions 200"})
    static final class Grade implements Callable<Integer> {

        @Spec
        private CommandSpec command;

        @Option(
                names = "--submissions",
                paramLabel = "N",
                defaultValue = "200",
                description = "How many copies (without it: ${DEFAULT-VALUE}).")
        private int submissions;

        @Option(
                names = "--exercise",
                paramLabel = "ID",
                defaultValue = SelfTest.EXERCISE,
                description = "Of which exercise (without it: ${DEFAULT-VALUE}).")
        private String exercise;

        @Option(names = "--jobs", paramLabel = "N", description = "How many at the same time (without it: cores).")
        private int jobs = Runtime.getRuntime().availableProcessors();

        @Override
        public Integer call() throws IOException, InterruptedException {
            if (submissions < 1 || jobs < 1) {
                throw new UserError("--submissions and --jobs must be at least 1.");
            }
            var messages = command.commandLine().getErr();
            var result = GradingBenchmark.run(
                    Kit.current(), Submissions.exercise(exercise), submissions, jobs, messages::println);
            command.commandLine()
                    .getOut()
                    .println(new GsonBuilder().setPrettyPrinting().create().toJson(result));
            return 0;
        }
    }

    /** In a process like a kernel's, since this one is made to start fast, not to compute fast. */
    private static JsonElement weaving(Kit kit) throws IOException, InterruptedException {
        var program = new ArrayList<>(List.of(Kit.java().toString()));
        program.addAll(KernelSpec.DEFAULT_OPTIONS);
        program.addAll(List.of("-cp", kit.fullClassPath(), WeavingBenchmark.class.getName()));
        var process = new ProcessBuilder(program)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("The benchmark of stoppable cells ended with status " + process.exitValue() + ".");
        }
        return JsonParser.parseString(printed);
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
