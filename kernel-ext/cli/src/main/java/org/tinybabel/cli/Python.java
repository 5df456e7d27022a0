package org.tinybabel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Python on this machine, which only {@code tinybabel lab} needs: JupyterLab is written in it.
 *
 * @param command the program to start
 * @param major the first number of its version
 * @param minor the second number of its version
 */
record Python(String command, int major, int minor) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The first Python 3 on the search path that starts. */
    static Optional<Python> find() {
        return Stream.of("python3", "python", "py")
                .map(Program::find)
                .flatMap(Optional::stream)
                .map(Path::toString)
                .map(Python::ask)
                .flatMap(Optional::stream)
                .filter(python -> python.major == 3)
                .findFirst();
    }

    private static Optional<Python> ask(String command) {
        try {
            var outcome =
                    Program.run(PATIENCE, List.of(command, "-c", "import sys; print('%d %d' % sys.version_info[:2])"));
            var version = outcome.lastLine().split(" ");
            return outcome.succeeded() && version.length == 2
                    ? Optional.of(new Python(command, Integer.parseInt(version[0]), Integer.parseInt(version[1])))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * The Python to make an environment with.
     *
     * @throws UserError if there is none, it is too old, or it cannot make environments
     */
    static Python required() {
        var python = find().orElseThrow(() ->
                new UserError("JupyterLab needs Python 3.9 or newer, and there is none on the search path: "
                        + howToGet() + ". (Everything else works without Python: try tinybabel run 01 --html.)"));
        if (python.tooOld()) {
            throw new UserError("JupyterLab needs Python 3.9 or newer, and " + python.command + " is Python "
                    + python.version() + ": " + howToGet() + ".");
        }
        if (!python.hasVenv()) {
            throw new UserError(python.command + " cannot make virtual environments, because its venv module is "
                    + "missing: " + howToGet() + ".");
        }
        return python;
    }

    static String howToGet() {
        return Program.howToGet("python3-venv", "python3", "python", "Python.Python.3.12");
    }

    boolean tooOld() {
        return minor < 9;
    }

    boolean hasVenv() {
        try {
            return Program.run(PATIENCE, List.of(command, "-c", "import venv, ensurepip"))
                    .succeeded();
        } catch (IOException e) {
            return false;
        }
    }

    String version() {
        return major + "." + minor;
    }

    /** The Python inside a virtual environment, whether or not it exists yet. */
    static Path inEnvironment(Path environment) {
        var windows = environment.resolve("Scripts/python.exe");
        return Files.exists(windows) ? windows : environment.resolve("bin/python");
    }
}
