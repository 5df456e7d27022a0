package org.tinybabel.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the kit lies on this machine.
 *
 * @param home the folder of the checkout, which holds {@code notebooks/} and {@code exercises/}
 */
public record Kit(Path home) {

    /** The system property with the kit's folder; the launcher sets it. */
    public static final String HOME_PROPERTY = "tinybabel.home";

    /**
     * The kit that this command belongs to.
     *
     * @return the kit at the folder that the launcher names
     * @throws UserError if the command was started without the launcher
     */
    public static Kit current() {
        var home = System.getProperty(HOME_PROPERTY, "");
        if (home.isBlank()) {
            throw new UserError(
                    "Start this with the tinybabel script in the kit's folder: it knows where the kit lies.");
        }
        return new Kit(Path.of(home).toAbsolutePath().normalize());
    }

    /**
     * What students' code may see: the jars of the kernel's class path.
     *
     * @return the jar files, sorted by name, so that class-data archives fit
     */
    public List<Path> libraries() {
        return jars("lib");
    }

    /**
     * All jars of the kit, those for teachers too.
     *
     * @return the jar files, those for students first, each folder sorted by name
     */
    public List<Path> jars() {
        return Stream.of("lib", "teacher")
                .flatMap(folder -> jars(folder).stream())
                .toList();
    }

    private List<Path> jars(String folder) {
        try (var files = Files.list(distribution().resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UserError("The kit is not built: run " + home.resolve("tinybabel") + " doctor (" + e + ").");
        }
    }

    /**
     * The class path for programs that run students' code.
     *
     * @return the jars of {@link #libraries()}, joined as {@code java -cp} wants them
     */
    public String classPath() {
        return libraries().stream().map(Path::toString).collect(Collectors.joining(java.io.File.pathSeparator));
    }

    /**
     * The class path for programs of the kit itself.
     *
     * @return the jars for the teacher and the student, as {@code java -cp} wants them
     */
    public String fullClassPath() {
        return distribution().resolve("teacher") + "/*" + java.io.File.pathSeparator
                + distribution().resolve("lib") + "/*";
    }

    /**
     * The assembled jars.
     *
     * @return the folder with {@code lib/} and {@code teacher/}
     */
    public Path distribution() {
        return home.resolve("kernel-ext/cli/target/tinybabel");
    }

    /**
     * The folder of the walk-through notebooks.
     *
     * @return {@code notebooks/}
     */
    public Path notebooks() {
        return home.resolve("notebooks");
    }

    /**
     * The walk-through notebooks.
     *
     * @return the notebook files in the order of their numbers
     */
    public List<Path> allNotebooks() {
        return notebooksMatching("[0-9][0-9]-*.ipynb");
    }

    /**
     * Finds a walk-through notebook by its number.
     *
     * @param number one or two digits, such as {@code 1} or {@code 01}
     * @return the notebook file
     * @throws UserError if there is none with this number; the message lists those there are
     */
    public Path notebook(String number) {
        var padded = number.length() == 1 ? "0" + number : number;
        return notebooksMatching(padded + "-*.ipynb").stream().findFirst().orElseThrow(() -> {
            var known = allNotebooks().stream()
                    .map(file -> file.getFileName().toString().substring(0, 2))
                    .collect(Collectors.joining(", "));
            return new UserError(
                    "There is no notebook " + padded + " in " + notebooks() + "; there are: " + known + ".");
        });
    }

    private List<Path> notebooksMatching(String glob) {
        if (!Files.isDirectory(notebooks())) {
            return List.of();
        }
        try (var files = Files.newDirectoryStream(notebooks(), glob)) {
            var found = new java.util.ArrayList<Path>();
            files.forEach(found::add);
            return found.stream().sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The folder for what the kit makes for itself on this machine, such as its Python environment.
     *
     * @return {@code .tinybabel/}
     */
    public Path state() {
        return home.resolve(".tinybabel");
    }

    /**
     * The Java command of the running virtual machine.
     *
     * @return the full path of {@code java}
     */
    public static Path java() {
        var bin = Path.of(System.getProperty("java.home"), "bin");
        var windows = bin.resolve("java.exe");
        return Files.exists(windows) ? windows : bin.resolve("java");
    }
}
