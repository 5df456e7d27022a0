package org.tinybabel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the scripts for schedulers have in common: what to do, mostly to grade, and in how many parts. */
final class ClusterOptions {

    @Parameters(
            paramLabel = "FOLDER",
            arity = "0..1",
            description = "The folder or zip file of submissions, as every machine sees it.")
    private Optional<Path> folder;

    @Option(
            names = "--shards",
            paramLabel = "N",
            defaultValue = "10",
            description =
                    "In how many parts; one takes about a second of two cores for each submission in it (without it:"
                            + " ${DEFAULT-VALUE}).")
    private int shards;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the results go, as every machine sees it (without it: grades).")
    private Optional<Path> out;

    @Option(names = "--exercise", paramLabel = "ID", description = "The exercise (without it: what the notebooks say).")
    private Optional<String> exercise;

    @Option(
            names = "--cpus",
            paramLabel = "N",
            defaultValue = "2",
            description = "Cores of each part (without it: ${DEFAULT-VALUE}).")
    private int cpus;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The seed of the inputs and the order of hidden tests (without it: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--due", paramLabel = "TIME", description = "When submissions were due.")
    private Optional<String> due;

    @Option(names = "--roster", paramLabel = "FILE", description = "The roster, as every machine sees it.")
    private Optional<Path> roster;

    /** Refuses numbers that cannot work, before anything is printed. */
    void checkedNumbers() {
        if (shards < 1 || cpus < 1) {
            throw new UserError("--shards and --cpus must be at least 1, got " + shards + " and " + cpus + ".");
        }
    }

    /** Refuses what cannot work where this machine sees the same files as those that will grade. */
    void checked() throws IOException {
        checkedNumbers();
        if (!Files.exists(folder())) {
            throw new UserError("There is no folder or file " + folder() + ".");
        }
        if (exercise.isPresent()) {
            Submissions.exercise(exercise.get());
        }
        ReportInputs.options(due, roster, Optional.empty());
    }

    int shards() {
        return shards;
    }

    int cpus() {
        return cpus;
    }

    private Path folder() {
        return folder.orElseThrow(() -> new UserError("Name the folder of submissions."));
    }

    Path out() {
        return out("grades");
    }

    /** Where the results of something else than grading go. */
    Path out(String otherwise) {
        return absolute(out.orElse(Path.of(otherwise)));
    }

    /** Refuses what only grading knows, where something else is to be done. */
    void checkedWithoutGrading(String option) {
        checkedNumbers();
        if (folder.isPresent() || exercise.isPresent() || due.isPresent() || roster.isPresent()) {
            throw new UserError(option + " trains and does not grade: leave out the folder of submissions, --exercise,"
                    + " --due and --roster.");
        }
    }

    /** The memory of one part: the process that hands out the work, and for each core a worker and a student, in GiB. */
    int gibibytes() {
        return 1 + 2 * cpus;
    }

    /** The command that grades one part, word by word; where it runs tells it which. */
    List<String> grade(String program) {
        var words = new ArrayList<>(List.of(program, "grade", absolute(folder()).toString()));
        words.addAll(List.of("--shard", "auto", "--out", out().toString(), "--seed", String.valueOf(seed)));
        words.addAll(List.of("--jobs", String.valueOf(cpus)));
        exercise.ifPresent(id -> words.addAll(List.of("--exercise", id)));
        roster.ifPresent(file -> words.addAll(List.of("--roster", absolute(file).toString())));
        return words;
    }

    /** The command that puts the parts together, word by word. */
    List<String> merge(String program) {
        var words = new ArrayList<>(List.of(program, "merge", out().toString(), "--out", out().toString()));
        due.ifPresent(time -> words.addAll(List.of("--due", time)));
        roster.ifPresent(file -> words.addAll(List.of("--roster", absolute(file).toString())));
        return words;
    }

    static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** Words as a shell reads them back. */
    static String quoted(List<String> words) {
        return words.stream()
                .map(word -> word.matches("[\\w./:=,@+-]+") ? word : "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }
}
