package org.tinybabel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.tinybabel.cli.grading.Grading;
import org.tinybabel.cli.selftest.SelfTest;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.grader.GradedSubmission;
import org.tinybabel.grader.report.Gradebook;
import org.tinybabel.kernel.notebook.Notebook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Grades a folder of submissions with visible and hidden tests. */
@Command(
        name = "grade",
        description = {
            "Grade a folder of submitted notebooks with the visible and the hidden tests.",
            "Each runs in a process of its own. A student's name is the name of the folder that the notebook lies in, or"
                    + " of the notebook itself.",
            "The exit code is 0 when all were graded, and 3 when one could not be; that one has no score, not 0."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  tinybabel grade submissions/ --out grades"})
final class GradeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    private static final int SOME_NOT_GRADED = 3;

    @Parameters(paramLabel = "FOLDER", arity = "0..1", description = "The folder of submitted notebooks.")
    private Path folder;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "grades",
            description = "Where gradebook.csv, feedback/ and results/ go (without it: ${DEFAULT-VALUE}).")
    private Path out;

    @Option(
            names = "--exercise",
            paramLabel = "ID",
            description = "The exercise, such as 01-bigram-subnetworks (without it: what the notebooks say).")
    private String id;

    @Option(names = "--jobs", paramLabel = "N", description = "How many to grade at the same time (without it: cores).")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "10",
            description =
                    "Processor seconds that one call of a student's method may take (without it: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The seed of the order in which tests run (without it: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--selftest",
            description = "Grade hostile and broken submissions and see that none gains anything.")
    private boolean selfTest;

    private int selfTest() throws IOException, InterruptedException {
        var kit = Kit.current();
        var exercise = Submissions.exercise(SelfTest.EXERCISE);
        var isolation = Grading.bestIsolation(kit, exercise);
        var outcome =
                SelfTest.run(kit, exercise, isolation, jobs, spec.commandLine().getErr()::println);
        outcome.faults().forEach(spec.commandLine().getOut()::println);
        return outcome.faults().isEmpty() ? 0 : 1;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (jobs < 1 || seconds < 1) {
            throw new UserError("--jobs and --seconds must be at least 1, got " + jobs + " and " + seconds + ".");
        }
        if (selfTest) {
            return selfTest();
        }
        var submissions = Submissions.in(folder);
        var exercise = exercise(submissions);
        // Before any work: a folder that cannot be written should not be found out after an hour of grading.
        Files.createDirectories(out);
        if (!Files.isWritable(out)) {
            throw new UserError("The folder " + out + " cannot be written. Choose another with --out.");
        }
        var graded = grade(submissions, exercise);
        Gradebook.write(exercise, graded, out).forEach(spec.commandLine().getOut()::println);
        var failed = graded.stream().filter(submission -> !submission.graded()).count();
        spec.commandLine()
                .getErr()
                .println((graded.size() - failed) + " of " + graded.size() + " graded."
                        + (failed == 0 ? "" : " " + failed + " could not be graded: see the column problem."));
        spec.commandLine()
                .getErr()
                .println("Isolation: " + org.tinybabel.grader.remote.Isolation.Level.PROCESS.words() + ".");
        return failed == 0 ? 0 : SOME_NOT_GRADED;
    }

    private ExerciseTests exercise(Submissions submissions) throws IOException {
        if (id != null) {
            return Submissions.exercise(id);
        }
        var named = new TreeSet<String>();
        for (var submission : submissions.all()) {
            try {
                named.add(Notebook.read(submission.file()).metadata("tinybabel", "exercise"));
            } catch (IOException e) {
                // Reported in its own row when it is graded.
            }
        }
        named.remove("");
        if (named.size() != 1) {
            throw new UserError((named.isEmpty()
                            ? "The notebooks do not say which exercise they are."
                            : "The notebooks belong to several exercises: " + String.join(", ", named) + ".")
                    + " Name one with --exercise.");
        }
        return Submissions.exercise(named.first());
    }

    private List<GradedSubmission> grade(Submissions submissions, ExerciseTests exercise) throws InterruptedException {
        var kit = Kit.current();
        var isolation = Grading.bestIsolation(kit, exercise);
        var tasks = submissions.all().stream()
                .map(one -> new Grading.Task(
                        org.tinybabel.grader.Submission.of(
                                one.student(), folder.relativize(one.file()).toString()),
                        () -> Files.readAllBytes(one.file())))
                .toList();
        var graded = new ArrayList<GradedSubmission>();
        try (var grading = Grading.open(
                kit,
                exercise,
                isolation,
                new Grading.Options(jobs, seconds, Grading.Options.COMPILATION_SECONDS, seed),
                spec.commandLine().getErr()::println)) {
            grading.grade(tasks, result -> {
                graded.add(result);
                spec.commandLine()
                        .getErr()
                        .printf(
                                "[%d/%d] %s: %s%n",
                                graded.size(),
                                tasks.size(),
                                result.submission().student(),
                                result.graded()
                                        ? result.earned() + " of " + result.possible()
                                        : "not graded: " + result.problem());
            });
        }
        return graded;
    }
}
