package org.tinybabel.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.tinybabel.cli.lint.Lint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks walk-throughs against the lesson contract. */
@Command(
        name = "lint",
        description = {
            "For authors: check that walk-throughs keep the lesson contract: metadata, sections, headings, short cells, words",
            "for every picture, links, terms in the glossary, predictions and questions, foreign scripts marked as such, no",
            "computed numbers in the text, outputs that belong to their source.",
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
    public Integer call() {
        var kit = Kit.current();
        var files = notebooks.isEmpty() ? kit.allNotebooks() : NamedNotebooks.files(kit, notebooks);
        var found = 0;
        for (var file : files) {
            var faults = Lint.faults(file, NamedNotebooks.read(file));
            faults.forEach(fault -> spec.commandLine().getOut().println(file.getFileName() + ": " + fault));
            found += faults.size();
        }
        spec.commandLine()
                .getErr()
                .println(found == 0 ? "No faults in " + files.size() + " notebooks." : found + " faults.");
        return found == 0 ? 0 : 1;
    }
}
