package org.tinybabel.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tinybabel.cli.export.CourseContents;
import org.tinybabel.cli.export.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the site for learners. */
@Command(
        name = "site",
        description = {
            "Write the whole course as a site that needs no server.",
            "It has the notebooks with their outputs, the exercises without solutions, a",
            "card for each paper, a glossary and a search.",
            "The files written are listed on standard output."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  tinybabel export site --out public    then open public/index.html",
            "  tinybabel export site --solutions --out self-study"
        })
final class ExportSiteCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--out", paramLabel = "DIR", description = "The folder to write to (without it: results/site).")
    private Path out = Path.of("results", "site");

    @Option(
            names = "--solutions",
            description = "Fold the solutions below the questions of the exercises, for those who learn alone.")
    private boolean solutions;

    @Override
    public Integer call() {
        var kit = Kit.current();
        var course = CourseContents.read(kit);
        if (solutions) {
            course = course.withFoldedSolutions(kit.home().resolve("solutions"));
        }
        var files = Site.of(course, kit.home());
        return ExportFolder.write(files, out, spec);
    }
}
