package org.tinybabel.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tinybabel.cli.sweep.MergedSweep;
import org.tinybabel.cli.sweep.SweepUnit;
import org.tinybabel.grader.report.AtomicFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts the parts of a sweep together. */
@Command(
        name = "merge",
        description = {
            "Put the parts of a sweep together in one table, with a row for each seed, width, mixture, step and family.",
            "The exit code is 0 when the table was written, and 3 when units are missing."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  tinybabel sweep merge sweep",
            "  tinybabel sweep merge part-1 part-2 part-3 -o multilingual-scaling-laws.csv"
        })
final class MergeSweepCommand implements Callable<Integer> {

    private static final int SOME_MISSING = 3;
    private static final int NAMED = 8;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "DIR",
            arity = "1..*",
            description = "Folders that tinybabel sweep scaling has written, for one grid.")
    private List<Path> folders;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            defaultValue = "multilingual-scaling-laws.csv",
            description = "The table (without it: ${DEFAULT-VALUE}).")
    private Path out;

    @Option(names = "--allow-missing", description = "Write the table even if units are missing.")
    private boolean allowMissing;

    @Override
    public Integer call() throws IOException {
        var merged = MergedSweep.of(folders);
        merged.notes().forEach(this::say);
        var missing = merged.missing();
        if (!missing.isEmpty()) {
            say(missing.size() + " of " + merged.units() + " units are missing: " + names(missing) + ".");
            if (!allowMissing) {
                say("Nothing was written. Train them with tinybabel sweep scaling, or add --allow-missing.");
                return SOME_MISSING;
            }
        }
        spec.commandLine().getOut().println(AtomicFile.write(out, merged.csv()));
        return 0;
    }

    private static String names(List<SweepUnit> units) {
        var more = units.size() > NAMED ? " and " + (units.size() - NAMED) + " more" : "";
        return units.stream().limit(NAMED).map(SweepUnit::toString).collect(Collectors.joining("; ")) + more;
    }

    private void say(String line) {
        spec.commandLine().getErr().println(line);
    }
}
