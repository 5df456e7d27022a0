package org.tinybabel.grader.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tinybabel.kernel.notebook.Notebook;

/**
 * Finds the file of the notebook that a kernel runs, which no kernel is told for certain: Jupyter's server names it in the
 * environment, others at least start the kernel in its folder.
 *
 * @param environment the environment variables
 * @param folder the working folder
 */
record NotebookFile(Map<String, String> environment, Path folder) {

    private static final String SESSION = "JPY_SESSION_NAME";

    /**
     * Finds the file.
     *
     * @param exercise the exercise's name, which the notebook must have in its metadata
     * @param given the file that the student names, if any
     * @return an existing notebook of the exercise
     * @throws IllegalArgumentException if there is none or more than one; the message says what to do
     */
    Path find(String exercise, Optional<Path> given) {
        if (given.isPresent()) {
            return checked(folder.resolve(given.get()), exercise);
        }
        var ofSession = session().filter(file -> isOf(file, exercise)).findFirst();
        return ofSession.orElseGet(() -> onlyOneOf(inFolder(exercise), exercise));
    }

    private static Path checked(Path file, String exercise) {
        try {
            var id = Notebook.read(file).metadata("tinybabel", "exercise");
            if (!id.equals(exercise)) {
                throw new IllegalArgumentException(file + " is "
                        + (id.isBlank() ? "no exercise" : "the exercise " + id) + ", and this notebook began "
                        + exercise + ": name another file");
            }
            return file;
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** The server gives a path of its own, of which at least the last part fits the kernel's folder. */
    private Stream<Path> session() {
        var name = environment.getOrDefault(SESSION, "");
        try {
            var path = Path.of(name);
            return name.endsWith(".ipynb")
                    ? Stream.of(folder.resolve(path), folder.resolve(path.getFileName()))
                    : Stream.of();
        } catch (InvalidPathException e) {
            return Stream.of();
        }
    }

    private static boolean isOf(Path file, String exercise) {
        try {
            return Files.isRegularFile(file)
                    && Notebook.read(file).metadata("tinybabel", "exercise").equals(exercise);
        } catch (IOException e) {
            return false;
        }
    }

    private List<Path> inFolder(String exercise) {
        try (var files = Files.list(folder.toAbsolutePath())) {
            return files.filter(file -> file.toString().endsWith(".ipynb"))
                    .filter(file -> isOf(file, exercise))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Path onlyOneOf(List<Path> found, String exercise) {
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new IllegalArgumentException((found.isEmpty()
                        ? "The file of this notebook cannot be found: no notebook here is the exercise " + exercise
                        : "More than one notebook here is the exercise " + exercise + " ("
                                + found.stream()
                                        .map(file -> file.getFileName().toString())
                                        .collect(Collectors.joining(", "))
                                + ")")
                + ". Save it and name its file, as in  %check --fresh my.ipynb");
    }
}
