package org.tinybabel.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.tinybabel.cli.page.NotebookPage;
import org.tinybabel.cli.run.CellKernel;
import org.tinybabel.cli.run.Destination;
import org.tinybabel.cli.run.KitFiles;
import org.tinybabel.cli.run.NotebookKey;
import org.tinybabel.cli.run.NotebookRun;
import org.tinybabel.cli.run.ProcessKernel;
import org.tinybabel.cli.run.StoredFindings;
import org.tinybabel.cli.run.Verdicts;
import org.tinybabel.kernel.notebook.Cell;
import org.tinybabel.kernel.notebook.Notebook;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Executes notebooks headlessly, each in a kernel process of its own. */
@Command(
        name = "run",
        description = {
            "Execute notebooks from top to bottom, without a browser and without Python.",
            "The exit code is 0 when every cell succeeded. The files written are listed on standard output."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  tinybabel run 01 --html               01 and a page, in the folder results",
            "  tinybabel run my.ipynb --in-place     fresh outputs in the notebook itself",
            "  tinybabel run --all --jobs 2 --verify do the verdicts come out again?"
        })
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NOTEBOOK",
            arity = "0..*",
            description = "Notebook files, or numbers such as 01 for the kit's own.")
    private List<String> notebooks = List.of();

    @Option(names = "--all", description = "All notebooks of the kit.")
    private boolean all;

    @ArgGroup
    private Place place = new Place();

    /** Where executed notebooks go; one of the two. */
    static final class Place {

        @Option(
                names = "--in-place",
                description = "Replace the notebook itself, if every cell succeeds; else write NAME.failed.ipynb.")
        private boolean inPlace;

        @Option(names = "--out", paramLabel = "DIR", description = "The folder to write to (without it: results).")
        private Path out = Path.of("results");
    }

    @Option(names = "--html", description = "Write a page as well that needs nothing but a browser.")
    private boolean html;

    @Option(
            names = "--timeout",
            paramLabel = "S",
            defaultValue = "600",
            description = "Seconds that one cell may take; 0 for no limit (without it: ${DEFAULT-VALUE}).")
    private int timeout;

    @Option(names = "--allow-errors", description = "Go on after a cell that failed.")
    private boolean allowErrors;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many notebooks to run at the same time (without it: ${DEFAULT-VALUE}).")
    private int jobs;

    @Option(
            names = "--verify",
            description = "Write nothing; fail if verdicts or findings differ from the stored ones.")
    private boolean verify;

    @Option(
            names = "--tolerance",
            paramLabel = "X",
            defaultValue = "0.1",
            description = {
                "With --verify: how far a mean may move, relative to its size, when it leaves its stored interval",
                "(without it: ${DEFAULT-VALUE})."
            })
    private double tolerance;

    /** A notebook to run, where it goes, and the key that is noted in it. */
    private record Job(Path file, Notebook notebook, Destination destination, Optional<NotebookKey> key) {

        String name() {
            return NamedNotebooks.name(file);
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        var kit = Kit.current();
        if (timeout < 0 || jobs < 1) {
            throw new UserError(
                    "--timeout must be at least 0 and --jobs at least 1, got " + timeout + " and " + jobs + ".");
        }
        // Everything that can be wrong with the input is found before the first cell runs.
        var work = jobs(kit);
        if (!verify) {
            work.stream().map(Job::destination).forEach(Destination::check);
        }
        var workers = Executors.newFixedThreadPool(Math.min(jobs, work.size()));
        try {
            List<Future<Boolean>> runs = work.stream()
                    .map(job -> workers.submit(() -> run(kit, job)))
                    .toList();
            var succeeded = true;
            for (var run : runs) {
                succeeded &= outcome(run);
            }
            return succeeded ? 0 : 1;
        } finally {
            workers.shutdownNow();
        }
    }

    private List<Job> jobs(Kit kit) {
        var files = new ArrayList<Path>();
        if (all) {
            files.addAll(kit.allNotebooks());
        }
        files.addAll(NamedNotebooks.files(kit, notebooks));
        if (files.isEmpty()) {
            throw new UserError("Name a notebook: a file, a number such as 01, or --all.");
        }
        var classPath =
                place.inPlace && !verify ? Optional.of(KitFiles.of(kit.libraries())) : Optional.<KitFiles>empty();
        var found = files.stream().distinct().map(file -> job(file, classPath)).toList();
        var clashes = found.stream()
                .collect(Collectors.groupingBy(
                        job -> job.destination().notebook(true).toAbsolutePath().normalize()));
        clashes.forEach((target, same) -> {
            if (same.size() > 1) {
                throw new UserError(
                        same.stream().map(job -> job.file().toString()).collect(Collectors.joining(" and "))
                                + " would both be written to " + target
                                + "; run them one by one with different --out.");
            }
        });
        return found;
    }

    private Job job(Path file, Optional<KitFiles> classPath) {
        var notebook = NamedNotebooks.read(file);
        var language = notebook.language();
        if (!language.isBlank() && !language.equals("java")) {
            throw new UserError(file + " is a notebook for " + language + ", and this runs Java notebooks. "
                    + "If its cells are Java, choose the kernel \"Java (TinyBabel)\" in JupyterLab and save it.");
        }
        var folder = place.inPlace ? file.toAbsolutePath().getParent() : place.out;
        return new Job(
                file,
                notebook,
                new Destination(file, folder, place.inPlace, html),
                classPath.map(files ->
                        NotebookKey.of(notebook, files, Runtime.version().feature())));
    }

    private boolean run(Kit kit, Job job) throws IOException, InterruptedException {
        var messages = spec.commandLine().getErr();
        var run = new NotebookRun(Duration.ofSeconds(timeout), allowErrors);
        NotebookRun.Result result;
        try (var kernel = ProcessKernel.start(
                KernelSpecs.of(kit), job.file().toAbsolutePath().getParent())) {
            result = run.execute(
                    job.notebook(),
                    kernel,
                    (position, count, cell, reply, time) ->
                            messages.println(progress(job, position, count, cell, reply, time)));
        }
        for (var failure : result.failures()) {
            messages.println(job.name() + ": code cell " + failure.position() + " failed: " + failure.message());
        }
        return (verify ? compare(job, result) : write(job, result)) && result.succeeded();
    }

    private static String progress(Job job, int position, int count, Cell cell, CellKernel.Reply reply, Duration time) {
        var firstLine = cell.source()
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("")
                .strip();
        return String.format(
                Locale.ROOT,
                "%s [%2d/%d] %6.1f s  %s%s",
                job.name().replaceFirst("^(\\d\\d)-.*", "$1"),
                position,
                count,
                time.toMillis() / 1000.0,
                reply.ending() == CellKernel.Ending.OK ? "" : "FAILED  ",
                firstLine.length() > 60 ? firstLine.substring(0, 59) + "…" : firstLine);
    }

    private boolean compare(Job job, NotebookRun.Result result) {
        var differences =
                new ArrayList<>(Verdicts.of(job.notebook()).differences(Verdicts.of(result.notebook()), tolerance));
        differences.addAll(
                StoredFindings.of(job.notebook()).differences(StoredFindings.of(result.notebook()), tolerance));
        differences.forEach(difference -> spec.commandLine().getErr().println(job.name() + ": " + difference));
        return differences.isEmpty();
    }

    private boolean write(Job job, NotebookRun.Result result) throws IOException {
        if (result.succeeded()) {
            job.key().ifPresent(key -> key.record(result.notebook()));
        }
        var out = spec.commandLine().getOut();
        out.println(job.destination().write(result));
        var page = job.destination().page();
        if (page.isPresent()) {
            Files.writeString(page.get(), NotebookPage.render(result.notebook(), job.name()));
            out.println(page.get());
        }
        return true;
    }

    private boolean outcome(Future<Boolean> run) throws InterruptedException {
        try {
            return run.get();
        } catch (ExecutionException e) {
            PrintWriter messages = spec.commandLine().getErr();
            if (e.getCause() instanceof IOException || e.getCause() instanceof UserError) {
                messages.println("tinybabel run: " + e.getCause().getMessage());
            } else {
                e.getCause().printStackTrace(messages);
            }
            return false;
        }
    }
}
