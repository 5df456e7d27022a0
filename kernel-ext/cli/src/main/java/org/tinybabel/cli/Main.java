package org.tinybabel.cli;

import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The {@code tinybabel} command. Results go to standard output, messages to standard error.
 *
 * <p>Exit codes: 0 all went well; 1 something that was run or checked failed; 2 the call was wrong; 3 nothing could be
 * started.
 */
@Command(
        name = "tinybabel",
        description = "Thirty language-model papers as Java notebooks that run on a laptop.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        version = "TinyBabel 0.1.0",
        subcommands = {
            LabCommand.class,
            RunCommand.class,
            InstallCommand.class,
            NewExerciseCommand.class,
            AssignCommand.class,
            ProveCommand.class,
            CheckCommand.class,
            SubmitCommand.class,
            GradeCommand.class,
            SlurmCommand.class,
            KubernetesCommand.class,
            MergeCommand.class,
            LintCommand.class,
            FidelityCommand.class,
            ExportCommand.class,
            SweepCommand.class,
            RefreshCommand.class,
            DoctorCommand.class,
            BenchCommand.class
        },
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Examples:",
            "  tinybabel lab                 open the first notebook in JupyterLab",
            "  tinybabel run 01 --html       run notebook 01 without a browser",
            "  tinybabel COMMAND --help      what a command does, with an example"
        })
public final class Main implements Runnable {

    @Spec
    private CommandSpec spec;

    /**
     * Runs the command and ends the virtual machine with its exit code.
     *
     * @param arguments as typed after {@code tinybabel}
     */
    public static void main(String... arguments) {
        System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments));
    }

    /**
     * Runs the command.
     *
     * @param out takes the results
     * @param err takes the messages
     * @param arguments as typed after {@code tinybabel}
     * @return the exit code
     */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((error, command, parsed) -> report(error, command))
                .execute(arguments);
    }

    private static int report(Exception error, CommandLine command) {
        var name = command.getCommandSpec().qualifiedName();
        if (error instanceof UserError || error instanceof IOException && error.getMessage() != null) {
            command.getErr().println(name + ": " + error.getMessage());
            return error instanceof UserError ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
        }
        command.getErr().println(name + ": this is a fault of TinyBabel; please report the lines below.");
        error.printStackTrace(command.getErr());
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** Called without a subcommand: shows what there is. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }
}
