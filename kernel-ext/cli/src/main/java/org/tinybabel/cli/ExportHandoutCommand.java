package org.tinybabel.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tinybabel.cli.export.CourseContents;
import org.tinybabel.cli.export.Handout;
import org.tinybabel.solutions.Solutions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the exercises for the printer. */
@Command(
        name = "handout",
        description = {
            "Write the exercises for the printer, one page each.",
            "A page has questions, signatures, points, and room to write; it has neither",
            "hints nor solutions.",
            "The files written are listed on standard output."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  tinybabel export handout --out handout    then open handout/index.html"})
final class ExportHandoutCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--out", paramLabel = "DIR", description = "The folder to write to (without it: results/handout).")
    private Path out = Path.of("results", "handout");

    @Override
    public Integer call() {
        var files = Handout.of(CourseContents.read(Kit.current()), Solutions.exercises());
        return ExportFolder.write(files, out, spec);
    }
}
