package org.tinybabel.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tinybabel.display.MimeBundle;
import org.tinybabel.grader.TestRun;
import org.tinybabel.grader.TopToBottom;
import org.tinybabel.grader.live.CheckFeedback;
import org.tinybabel.kernel.notebook.Notebook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs an exercise notebook from top to bottom in a new process and checks it with the visible tests. */
@Command(
        name = "check",
        description = {
            "Run an exercise notebook from top to bottom in a new process and check it with the visible tests.",
            "The exit code is 0 when all of them pass. Saved cells count, not the state of an open notebook."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  tinybabel check exercises/01-bigram-subnetworks.ipynb",
            "  tinybabel check exercises/01-bigram-subnetworks.ipynb --hints 2"
        })
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NOTEBOOK", description = "The exercise notebook, saved.")
    private Path file;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "10",
            description = "Processor seconds that one call may take (without it: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--hints",
            paramLabel = "N",
            defaultValue = "1",
            description = "Hints to open for each test that fails (without it: ${DEFAULT-VALUE}).")
    private int hints;

    @Override
    public Integer call() throws IOException {
        if (seconds < 1 || hints < 0) {
            throw new UserError(
                    "--seconds must be at least 1 and --hints at least 0, got " + seconds + " and " + hints + ".");
        }
        var notebook = Notebook.read(file);
        var exercise = Submissions.exercise(notebook, file).visibleOnly();
        spec.commandLine().getErr().println("Running " + file + " …");
        var graded = new TopToBottom(exercise, Kit.current().libraries(), seconds).run(notebook, file.toString());
        if (!graded.graded()) {
            throw new UserError(graded.reason());
        }
        for (var cell : graded.cells()) {
            spec.commandLine()
                    .getOut()
                    .println("Code cell " + cell.cell() + " did not run:\n"
                            + cell.message().indent(4));
        }
        TestRun.byQuestion(graded.tests()).forEach((question, results) -> spec.commandLine()
                .getOut()
                .println(CheckFeedback.of(question, results, exercise.hiddenPoints(question), result -> hints)
                                .data()
                                .get(MimeBundle.TEXT)
                        + "\n"));
        spec.commandLine().getOut().println(graded.earned() + " of " + graded.possible() + " visible points.");
        return graded.earned() == graded.possible() ? 0 : 1;
    }
}
