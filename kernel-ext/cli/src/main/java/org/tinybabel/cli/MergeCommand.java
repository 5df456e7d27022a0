package org.tinybabel.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tinybabel.grader.ExerciseVersion;
import org.tinybabel.grader.GradedSubmission;
import org.tinybabel.grader.report.Attention;
import org.tinybabel.grader.report.MergedResults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts the results of several runs and the teacher's own points together and writes all reports anew. */
@Command(
        name = "merge",
        description = {
            "Put results of tinybabel grade together, with your points for written answers, and write all reports anew.",
            "Fill in the columns points and comment of manual.csv in a spreadsheet, save it as CSV, and merge. What you"
                    + " filled in is kept by every later run.",
            "The exit code is 0 when all were graded, and 3 when one could not be."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  tinybabel merge grades --manual grades/manual.csv",
            "  tinybabel merge shard-1 shard-2 --out grades"
        })
final class MergeCommand implements Callable<Integer> {

    private static final int SOME_NOT_GRADED = 3;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "DIR",
            arity = "1..*",
            description = "Folders that tinybabel grade has written, or folders that hold some.")
    private List<Path> folders;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "grades",
            description = "Where the reports go (without it: ${DEFAULT-VALUE}).")
    private Path out;

    @Option(names = "--manual", paramLabel = "FILE", description = "Your points for written answers: manual.csv.")
    private Optional<Path> manual;

    @Option(
            names = "--due",
            paramLabel = "TIME",
            description = "When submissions were due, such as 2026-03-01T12:00; what came later is marked.")
    private Optional<String> due;

    @Option(
            names = "--roster",
            paramLabel = "FILE",
            description = "A CSV file with the columns id and name; who handed in nothing gets a row.")
    private Optional<Path> roster;

    @Override
    public Integer call() throws IOException {
        var options = ReportInputs.options(due, roster, manual);
        var merged = ReportInputs.usable(() -> MergedResults.of(folders, out));
        var first = merged.results().get(0);
        var exercise = Submissions.exercise(first.exercise());
        var err = spec.commandLine().getErr();
        if (!first.circumstances().tests().equals(ExerciseVersion.of(exercise))) {
            err.println("The results were made with other tests than this kit has; their points are kept.");
        }
        var written = ReportInputs.write(exercise, merged.results(), out, options.withEarlier(merged.manual()));
        written.files().forEach(spec.commandLine().getOut()::println);
        Attention.summary(written.sheet()).forEach(err::println);
        return merged.results().stream().allMatch(GradedSubmission::graded) ? 0 : SOME_NOT_GRADED;
    }
}
