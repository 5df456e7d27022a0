package org.tinybabel.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tinybabel.grader.authoring.MasterNotebooks;
import org.tinybabel.solutions.Solutions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Generates student notebooks from master notebooks. */
@Command(
        name = "assign",
        description = {
            "Generate the student notebooks in exercises/ from the master notebooks in solutions/.",
            "The notebooks that changed are listed on standard output."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  tinybabel assign", "  tinybabel assign --verify   only say which are out of date"
        })
final class AssignCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--verify", description = "Write nothing; fail if a student notebook is not what its master says.")
    private boolean verify;

    @Option(
            names = "--from",
            paramLabel = "DIR",
            description = "The folder of master notebooks (without it: the kit's solutions/).")
    private Path from;

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "The folder of student notebooks (without it: the kit's exercises/).")
    private Path to;

    @Override
    public Integer call() throws IOException {
        var masters = from == null ? Kit.current().home().resolve("solutions") : from;
        var students = to == null ? Kit.current().home().resolve("exercises") : to;
        var notebooks = new MasterNotebooks(masters, students, Solutions.exercises());
        var changed = verify ? notebooks.drift() : notebooks.assign();
        changed.forEach(spec.commandLine().getOut()::println);
        spec.commandLine()
                .getErr()
                .println(
                        changed.isEmpty()
                                ? "All student notebooks are what their masters say."
                                : changed.size() + (verify ? " out of date: run tinybabel assign." : " written."));
        return verify && !changed.isEmpty() ? 1 : 0;
    }
}
