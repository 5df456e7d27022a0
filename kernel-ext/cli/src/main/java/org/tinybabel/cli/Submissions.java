package org.tinybabel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.tinybabel.grader.ExerciseTests;
import org.tinybabel.kernel.notebook.Notebook;
import org.tinybabel.solutions.Solutions;

/**
 * The notebooks in a folder, and whose they are.
 *
 * @param folder the folder that was given
 * @param all one entry for each notebook, sorted by student
 */
record Submissions(Path folder, List<Submission> all) {

    /**
     * One notebook.
     *
     * @param student the name of the folder it lies in, or of the file where it lies directly in the given folder
     * @param file the notebook
     */
    record Submission(String student, Path file) {}

    /**
     * Finds the notebooks in a folder and its folders, leaving out hidden ones and Jupyter's own copies.
     *
     * @param folder the folder
     * @return the submissions
     * @throws UserError if there is no such folder, no notebook in it, or more than one notebook for a student
     */
    static Submissions in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new UserError(
                    "There is no folder " + folder + ". Name the folder that holds the submitted notebooks.");
        }
        List<Submission> found;
        try (var files = Files.walk(folder)) {
            found = files.filter(file -> file.toString().endsWith(".ipynb"))
                    .filter(file -> !hidden(folder.relativize(file)))
                    .map(file -> new Submission(student(folder.relativize(file)), file))
                    .sorted(java.util.Comparator.comparing(Submission::student).thenComparing(Submission::file))
                    .toList();
        }
        if (found.isEmpty()) {
            throw new UserError("There is no notebook (.ipynb) in " + folder + ".");
        }
        var twice = found.stream()
                .collect(Collectors.groupingBy(Submission::student, java.util.TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(ofOne -> ofOne.size() > 1)
                .findFirst();
        if (twice.isPresent()) {
            throw new UserError(twice.get().get(0).student() + " has more than one notebook: "
                    + twice.get().stream()
                            .map(submission -> submission.file().toString())
                            .collect(Collectors.joining(", "))
                    + ". Leave the one that counts.");
        }
        return new Submissions(folder, found);
    }

    private static boolean hidden(Path relative) {
        for (var part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static String student(Path relative) {
        return relative.getNameCount() > 1
                ? relative.getName(0).toString()
                : relative.toString().replaceFirst("\\.ipynb$", "");
    }

    /**
     * The exercise that a notebook belongs to, as its metadata says.
     *
     * @param notebook the notebook
     * @param file its name, for messages
     * @return the exercise with all of its tests
     * @throws UserError if the notebook names none
     */
    static ExerciseTests exercise(Notebook notebook, Path file) {
        var id = notebook.metadata("tinybabel", "exercise");
        if (id.isBlank()) {
            throw new UserError(file + " does not say which exercise it is (metadata tinybabel.exercise is missing);"
                    + " is it one of the notebooks in exercises/?");
        }
        return exercise(id);
    }

    /**
     * An exercise by its name.
     *
     * @param id such as {@code 01-bigram-subnetworks}
     * @return the exercise with all of its tests
     * @throws UserError if there is none of that name
     */
    static ExerciseTests exercise(String id) {
        try {
            return Solutions.exercise(id);
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage() + ".");
        }
    }
}
