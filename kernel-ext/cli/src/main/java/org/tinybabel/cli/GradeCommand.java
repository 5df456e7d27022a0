package org.tinybabel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.tinybabel.cli.intake.HandedIn;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.grader.GradedSubmission;
import org.tinybabel.grader.Limits;
import org.tinybabel.grader.SubmissionGrader;
import org.tinybabel.grader.report.Attention;
import org.tinybabel.grader.report.ResultStore;
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
                    + " of the notebook itself. Zip files are read too, and so are downloads of Moodle and Canvas.",
            "The exit code is 0 when all were graded, and 3 when one could not be; that one has no score, not 0."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  tinybabel grade submissions/ --out grades",
            "  tinybabel grade moodle.zip --due 2026-03-01T12:00 --resume"
        })
final class GradeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    private static final int SOME_NOT_GRADED = 3;

    @Parameters(paramLabel = "FOLDER", description = "The folder of submitted notebooks, or a zip file of them.")
    private Path folder;

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
            description = "The seed of the order in which tests run (without it: ${DEFAULT-VALUE}).")
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

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (jobs < 1 || seconds < 1) {
            throw new UserError("--jobs and --seconds must be at least 1, got " + jobs + " and " + seconds + ".");
        }
        var options = ReportInputs.options(due, roster, Optional.empty());
        var submissions = Submissions.in(folder, options.roster());
        var exercise = id == null ? submissions.exercise() : Submissions.exercise(id);
        // Before any work: a folder that cannot be written should not be found out after an hour of grading.
        Files.createDirectories(out);
        if (!Files.isWritable(out)) {
            throw new UserError("The folder " + out + " cannot be written. Choose another with --out.");
        }
        ReportInputs.check(exercise, out, options);
        var graded = grade(submissions, exercise);
        var written = ReportInputs.write(exercise, graded, out, options);
        written.files().forEach(spec.commandLine().getOut()::println);
        Attention.summary(written.sheet()).forEach(spec.commandLine().getErr()::println);
        spec.commandLine().getErr().println("Isolation: " + SubmissionGrader.ISOLATION + ".");
        return graded.stream().allMatch(GradedSubmission::graded) ? 0 : SOME_NOT_GRADED;
    }

    private List<GradedSubmission> grade(Submissions submissions, ExerciseTests exercise) throws InterruptedException {
        var grader = new SubmissionGrader(exercise, Kit.current().libraries(), Limits.ofSecondsPerCall(seconds));
        var workers = Executors.newFixedThreadPool(jobs);
        var done = new AtomicInteger();
        var running = new ArrayList<Future<GradedSubmission>>();
        try {
            for (var submission : submissions.all()) {
                running.add(workers.submit(() -> {
                    var result = graded(grader, submission, exercise);
                    spec.commandLine()
                            .getErr()
                            .printf(
                                    "[%d/%d] %s: %s%n",
                                    done.incrementAndGet(),
                                    submissions.all().size(),
                                    result.student(),
                                    result.graded()
                                            ? result.earned() + " of " + result.possible()
                                            : "not graded: " + result.reason());
                    return result;
                }));
            }
            var graded = new ArrayList<GradedSubmission>();
            for (var result : running) {
                graded.add(result.get());
            }
            return graded;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Grading failed", e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    /** Stored as soon as it is known, so that an interrupted run can be resumed. */
    private GradedSubmission graded(SubmissionGrader grader, HandedIn handedIn, ExerciseTests exercise)
            throws IOException {
        var store = ResultStore.in(out);
        var result = resume ? kept(store, handedIn, exercise) : Optional.<GradedSubmission>empty();
        if (result.isPresent()) {
            return result.get();
        }
        var graded = grade(grader, handedIn);
        store.write(graded);
        return graded;
    }

    private static Optional<GradedSubmission> kept(ResultStore store, HandedIn handedIn, ExerciseTests exercise) {
        try {
            return store.kept(handedIn.submission(), handedIn.source().read(), exercise);
        } catch (IOException e) {
            // Said in the row of the submission when it is graded.
            return Optional.empty();
        }
    }

    private GradedSubmission grade(SubmissionGrader grader, HandedIn handedIn) {
        try {
            return grader.grade(handedIn.submission(), handedIn.source().read(), seed);
        } catch (IOException e) {
            return grader.failed(handedIn.submission(), e.getMessage(), seed);
        } catch (RuntimeException e) {
            // One submission that trips the grader must not lose the others' results.
            return grader.failed(handedIn.submission(), "The grader failed: " + e, seed);
        }
    }
}
