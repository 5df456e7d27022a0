package org.tinybabel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tinybabel.cli.grading.Grading;
import org.tinybabel.cli.intake.HandedIn;
import org.tinybabel.cli.selftest.SelfTest;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.grader.GradedSubmission;
import org.tinybabel.grader.remote.Isolation;
import org.tinybabel.grader.report.Attention;
import org.tinybabel.grader.report.ResultStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Grades a folder of submissions with visible and hidden tests. */
@Command(
        name = "grade",
        description = {
            "Grade a folder of submitted notebooks with the visible and the hidden tests.",
            "Each runs in a sandbox of its own. A student's name is the name of the folder that the notebook lies in, or"
                    + " of the notebook itself. Zip files are read too, and so are downloads of Moodle and Canvas.",
            "The exit code is 0 when all were graded; 3 when one could not be, which then has no score, not 0; 4 when this"
                    + " machine offers no sandbox good enough."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  tinybabel grade submissions/ --out grades",
            "  tinybabel grade moodle.zip --due 2026-03-01T12:00 --resume",
            "  tinybabel grade --selftest        see that hostile submissions gain nothing on this machine"
        })
final class GradeCommand implements Callable<Integer> {

    private static final int SOME_NOT_GRADED = 3;
    private static final int TOO_LITTLE_ISOLATION = 4;

    /** What a user may ask for. */
    private enum Wanted {
        FULL,
        NAMESPACES
    }

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FOLDER",
            arity = "0..1",
            description = "The folder of submitted notebooks, or a zip file of them.")
    private Optional<Path> folder;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "grades",
            description = "Where gradebook.csv, class-report.html, feedback/ and results/ go (without it:"
                    + " ${DEFAULT-VALUE}).")
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
            description = "The seed of the inputs and the order of hidden tests (without it: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--due",
            paramLabel = "TIME",
            description = "When submissions were due, such as 2026-03-01T12:00; what came later is marked.")
    private Optional<String> due;

    @Option(
            names = "--roster",
            paramLabel = "FILE",
            description = "A CSV file with the columns id and name, and if need be file or alias; who handed in nothing"
                    + " gets a row.")
    private Optional<Path> roster;

    @Option(names = "--resume", description = "Keep the results in DIR whose notebook and tests are still the same.")
    private boolean resume;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description =
                    "Grade only part I of N, and write results only, for tinybabel merge; auto: the part that Slurm"
                            + " or Kubernetes gives this task. Implies --resume.")
    private Optional<String> shard;

    @Option(
            names = "--isolation",
            paramLabel = "LEVEL",
            description = "Refuse to grade with less than this: full (also limits memory and processes of a whole"
                    + " submission), namespaces (without it: ${DEFAULT-VALUE}).",
            defaultValue = "namespaces")
    private Wanted wanted;

    @Option(
            names = "--i-trust-these-submissions",
            description = "Grade even where there is no sandbox: the code of students then runs with your rights.")
    private boolean trusted;

    @Option(
            names = "--selftest",
            description = "Instead of a folder, grade hostile and broken submissions and see that none gains anything.")
    private boolean selfTest;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (jobs < 1 || seconds < 1) {
            throw new UserError("--jobs and --seconds must be at least 1, got " + jobs + " and " + seconds + ".");
        }
        if (selfTest) {
            return selfTest();
        }
        var input = folder.orElseThrow(
                () -> new ParameterException(spec.commandLine(), "Name the folder of submissions, or use --selftest."));
        var part = Shard.chosen(shard, System.getenv());
        var options = ReportInputs.options(due, roster, Optional.empty());
        var submissions = Submissions.in(input, options.roster());
        var exercise = id == null ? submissions.exercise() : Submissions.exercise(id);
        // Before any work: a folder that cannot be written should not be found out after an hour of grading.
        Files.createDirectories(out);
        if (!Files.isWritable(out)) {
            throw new UserError("The folder " + out + " cannot be written. Choose another with --out.");
        }
        ReportInputs.check(exercise, out, options);
        var isolation = isolation(exercise);
        if (isolation.isEmpty()) {
            return TOO_LITTLE_ISOLATION;
        }
        var mine = part.map(one -> one.of(submissions.all())).orElse(submissions.all());
        var graded = grade(mine, exercise, isolation.get(), part.isPresent());
        if (part.isPresent()) {
            say("Part " + part.get() + " is graded. When all are: tinybabel merge " + out);
        } else {
            var written = ReportInputs.write(exercise, graded, out, options);
            written.files().forEach(spec.commandLine().getOut()::println);
            Attention.summary(written.sheet()).forEach(this::say);
        }
        say("Isolation: " + isolation.get().level().words() + ".");
        return graded.stream().allMatch(GradedSubmission::graded) ? 0 : SOME_NOT_GRADED;
    }

    private int selfTest() throws IOException, InterruptedException {
        var exercise = Submissions.exercise(SelfTest.EXERCISE);
        var isolation = Grading.bestIsolation(Kit.current(), exercise);
        if (isolation.level() == Isolation.Level.PROCESS) {
            say("The self-test does harm where there is no sandbox: " + isolation.reason() + ".");
            return TOO_LITTLE_ISOLATION;
        }
        var outcome = SelfTest.run(Kit.current(), exercise, isolation, jobs, this::say);
        outcome.faults().forEach(spec.commandLine().getOut()::println);
        say("Isolation: " + isolation.level().words() + ".");
        spec.commandLine()
                .getOut()
                .println(outcome.attacks() + " hostile or broken submissions, "
                        + outcome.faults().size() + " gained or harmed anything.");
        return outcome.faults().isEmpty() ? 0 : 1;
    }

    /** What student code will run in; empty, with an explanation, if that is not good enough. */
    private Optional<Isolation> isolation(ExerciseTests exercise) {
        var best = Grading.bestIsolation(Kit.current(), exercise);
        var enough =
                wanted == Wanted.FULL ? best.level() == Isolation.Level.FULL : best.level() != Isolation.Level.PROCESS;
        if (enough || trusted) {
            return Optional.of(best);
        }
        say("Not graded: the isolation that this machine offers is "
                + best.level().words() + ", because " + best.reason() + ".");
        say("What helps: " + MachineChecks.sandboxFix(best) + ".");
        say("If you have looked at every submission and trust it, add --i-trust-these-submissions.");
        return Optional.empty();
    }

    private List<GradedSubmission> grade(
            List<HandedIn> submissions, ExerciseTests exercise, Isolation isolation, boolean ofShard)
            throws InterruptedException {
        var store = ResultStore.in(out);
        var graded = new ArrayList<GradedSubmission>();
        var tasks = new ArrayList<Grading.Task>();
        for (var one : submissions) {
            var before = resume || ofShard ? kept(store, one, exercise) : Optional.<GradedSubmission>empty();
            before.ifPresentOrElse(
                    graded::add, () -> tasks.add(new Grading.Task(one.submission(), one.source()::read)));
        }
        if (!graded.isEmpty()) {
            say(graded.size() + " of " + submissions.size() + " are graded already and kept.");
        }
        if (tasks.isEmpty()) {
            return graded;
        }
        var options = new Grading.Options(jobs, seconds, Grading.Options.COMPILATION_SECONDS, seed);
        var progress = new GradingProgress(tasks.size(), this::say);
        try (var grading = Grading.open(Kit.current(), exercise, isolation, options, this::say)) {
            grading.grade(tasks, result -> {
                // Stored as soon as it is known, so that an interrupted run can be resumed.
                store(store, result);
                graded.add(result);
                progress.graded(result);
            });
        }
        return graded;
    }

    private static void store(ResultStore store, GradedSubmission result) {
        try {
            store.write(result);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Optional<GradedSubmission> kept(ResultStore store, HandedIn handedIn, ExerciseTests exercise) {
        try {
            return store.kept(handedIn.submission(), handedIn.source().read(), exercise);
        } catch (IOException e) {
            // Said in the row of the submission when it is graded.
            return Optional.empty();
        }
    }

    private void say(String line) {
        spec.commandLine().getErr().println(line);
    }
}
