package org.tinybabel.grader.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tinybabel.grader.Circumstances;
import org.tinybabel.grader.Costs;
import org.tinybabel.grader.GradedSubmission;
import org.tinybabel.grader.TestResult;

/**
 * The results of several runs as if one run had graded them all.
 *
 * @param results one for each student, sorted by student
 * @param manual the files {@code manual.csv} of those runs
 */
public record MergedResults(List<GradedSubmission> results, List<Path> manual) {

    /**
     * Copies the lists.
     *
     * @param results one for each student, sorted by student
     * @param manual the files {@code manual.csv} of those runs
     */
    public MergedResults {
        results = List.copyOf(results);
        manual = List.copyOf(manual);
    }

    private record Stored(Path file, GradedSubmission result) {}

    /**
     * Reads every {@code results/*.json} below some folders. An output folder below one of them is left out, so that merging
     * again does not meet its own output.
     *
     * @param folders output folders, or folders that hold some
     * @param out where the merged output will go
     * @return the results
     * @throws UnusableFile if there are none, they are of several exercises or tests, or two differ about a student
     * @throws IOException if a file cannot be read
     */
    public static MergedResults of(List<Path> folders, Path out) throws IOException {
        var files = new LinkedHashSet<Path>();
        for (var folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new UnusableFile(
                        "There is no folder " + folder + ". Name folders that tinybabel grade has written.");
            }
            files.addAll(files(folder.toRealPath(), Files.exists(out) ? out.toRealPath() : out.toAbsolutePath()));
        }
        if (files.isEmpty()) {
            throw new UnusableFile("There is no results/*.json below "
                    + String.join(", ", folders.stream().map(Path::toString).toList())
                    + ". Name folders that tinybabel grade has written.");
        }
        var stored = new ArrayList<Stored>();
        for (var file : files) {
            stored.add(read(file));
        }
        oneExercise(stored);
        var manual = files.stream()
                .map(file -> file.getParent().resolveSibling(ManualGrades.FILE))
                .distinct()
                .filter(Files::exists)
                .toList();
        return new MergedResults(oneForEachStudent(stored), manual);
    }

    private static List<Path> files(Path folder, Path out) throws IOException {
        var asked = folder.equals(out) || folder.equals(out.resolve("results"));
        try (var walk = Files.walk(folder)) {
            return walk.filter(file -> file.getFileName().toString().endsWith(".json")
                            && file.getParent().getFileName() != null
                            && file.getParent().getFileName().toString().equals("results")
                            && (asked || !file.startsWith(out)))
                    .sorted()
                    .toList();
        }
    }

    private static Stored read(Path file) throws IOException {
        try {
            return new Stored(file, GradedSubmission.fromJson(Files.readString(file)));
        } catch (IllegalArgumentException e) {
            throw new UnusableFile(file + " cannot be merged: " + e.getMessage() + ".");
        }
    }

    private static void oneExercise(List<Stored> all) throws UnusableFile {
        var exercises = new LinkedHashMap<String, Path>();
        var versions = new LinkedHashMap<String, Path>();
        all.forEach(stored -> {
            exercises.putIfAbsent(stored.result().exercise(), stored.file());
            versions.putIfAbsent(stored.result().circumstances().tests(), stored.file());
        });
        if (exercises.size() > 1) {
            throw new UnusableFile(
                    "The results are of several exercises: " + named(exercises) + ". Merge one at a time.");
        }
        if (versions.size() > 1) {
            throw new UnusableFile("The results were made with different tests, so their points mean different things: "
                    + named(versions) + ". Grade those of the older tests again.");
        }
    }

    private static String named(Map<String, Path> examples) {
        return String.join(
                ", ",
                examples.entrySet().stream()
                        .map(example -> example.getKey()
                                        .substring(
                                                0, Math.min(40, example.getKey().length()))
                                + " (" + example.getValue() + ")")
                        .toList());
    }

    private static List<GradedSubmission> oneForEachStudent(List<Stored> all) throws UnusableFile {
        var chosen = new TreeMap<String, Stored>();
        for (var stored : all) {
            var student = stored.result().student();
            var before = chosen.get(student);
            if (before == null || !before.result().graded() && stored.result().graded()) {
                chosen.put(student, stored);
            } else if (before.result().graded()
                    && stored.result().graded()
                    && !essence(before.result()).equals(essence(stored.result()))) {
                throw new UnusableFile("Two results of " + student + " differ: " + before.file() + " and "
                        + stored.file() + ". Delete the one that does not count.");
            }
        }
        return chosen.values().stream().map(Stored::result).toList();
    }

    /** What two runs over the same notebook have in common. */
    private static GradedSubmission essence(GradedSubmission result) {
        var circumstances = result.circumstances();
        return new GradedSubmission(
                result.format(),
                result.submission(),
                result.exercise(),
                result.sha256(),
                new Circumstances("", "", "", circumstances.tests(), circumstances.seed(), circumstances.isolation()),
                result.problem(),
                result.cells(),
                result.tests().stream().map(MergedResults::withoutTime).toList(),
                result.written(),
                Costs.NONE);
    }

    private static TestResult withoutTime(TestResult test) {
        return new TestResult(
                test.test(),
                test.question(),
                test.title(),
                test.visible(),
                test.points(),
                test.status(),
                test.message(),
                test.calls(),
                test.hints(),
                0);
    }
}
