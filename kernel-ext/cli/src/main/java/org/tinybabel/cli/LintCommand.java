package org.tinybabel.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tinybabel.cli.lint.Lint;
import org.tinybabel.kernel.notebook.Notebook;
import org.tinybabel.kernel.notebook.NotebookFormatException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks walk-throughs against the lesson contract. */
@Command(
        name = "lint",
        description = {
            "For authors: check that walk-throughs keep the lesson contract (metadata, sections, headings, short cells, words",
            "for every picture, links).",
            "Faults are listed on standard output. The exit code is 0 when there are none, and 1 when there are."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  tinybabel lint               all walk-throughs of the kit",
            "  tinybabel lint 02 my.ipynb"
        })
final class LintCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NOTEBOOK",
            arity = "0..*",
            description = "Notebook files, or numbers such as 01 for the kit's own (without any: all of the kit's).")
    private List<String> notebooks = List.of();

    @Override
    public Integer call() throws IOException {
        var kit = Kit.current();
        var files = notebooks.isEmpty()
                ? kit.allNotebooks()
                : notebooks.stream()
                        .map(name -> name.matches("\\d{1,2}") ? kit.notebook(name) : Path.of(name))
                        .toList();
        var found = 0;
        for (var file : files) {
            var faults = Lint.faults(file, read(file));
            faults.forEach(fault -> spec.commandLine().getOut().println(file.getFileName() + ": " + fault));
            found += faults.size();
        }
        spec.commandLine()
                .getErr()
                .println(found == 0 ? "No faults in " + files.size() + " notebooks." : found + " faults.");
        return found == 0 ? 0 : 1;
    }

    private static Notebook read(Path file) throws IOException {
        try {
            return Notebook.read(file);
        } catch (NotebookFormatException e) {
            throw new UserError(e.getMessage());
        }
    }
}
