package org.tinybabel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tinybabel.cli.page.FidelityPage;
import org.tinybabel.cli.run.Verdicts;
import org.tinybabel.solutions.Solutions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows teachers how close the notebooks come to their papers. */
@Command(
        name = "fidelity",
        description = {
            "For teachers: each claim's number in the paper, in the reference prototype and in the notebook, with the",
            "verdict, and where the toy experiment departs from the paper. One page per paper.",
            "The pages written are listed on standard output."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  tinybabel fidelity            all papers, in the folder results",
            "  tinybabel fidelity 02 --out instructor"
        })
final class FidelityCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NUMBER",
            arity = "0..*",
            description = "Numbers of papers, such as 02 (without any: all that have a page).")
    private List<String> numbers = List.of();

    @Option(names = "--out", paramLabel = "DIR", description = "The folder to write to (without it: results).")
    private Path out = Path.of("results");

    @Override
    public Integer call() {
        var kit = Kit.current();
        var notebooks = numbers.isEmpty()
                ? kit.allNotebooks().stream()
                        .filter(file ->
                                Solutions.fidelity(NamedNotebooks.name(file)).isPresent())
                        .toList()
                : numbers.stream().map(kit::notebook).toList();
        for (var notebook : notebooks) {
            var text = Solutions.fidelity(NamedNotebooks.name(notebook))
                    .orElseThrow(() ->
                            new UserError("There is no fidelity page for " + NamedNotebooks.name(notebook) + "."));
            var page = FidelityPage.html(text, Verdicts.of(NamedNotebooks.read(notebook)));
            spec.commandLine().getOut().println(written(page, "fidelity-" + NamedNotebooks.name(notebook) + ".html"));
        }
        return 0;
    }

    private Path written(String page, String name) {
        try {
            Files.createDirectories(out);
            return Files.writeString(out.resolve(name), page);
        } catch (IOException e) {
            throw new UserError("Cannot write to " + out + " (" + e + "). Choose another folder with --out.");
        }
    }
}
