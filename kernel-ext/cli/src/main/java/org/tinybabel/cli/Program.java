package org.tinybabel.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Other programs on this machine: finding them, running them. */
final class Program {

    /**
     * How a program ended.
     *
     * @param exitCode its exit code; {@link #TIMED_OUT} when it took too long
     * @param output what it wrote, standard output and standard error together
     */
    record Outcome(int exitCode, String output) {

        /** The exit code of a program that took too long and was ended. */
        static final int TIMED_OUT = -1;

        boolean succeeded() {
            return exitCode == 0;
        }

        /** The last line with content, which mostly says why a program failed. */
        String lastLine() {
            return output.lines().filter(line -> !line.isBlank()).reduce("", (earlier, later) -> later.strip());
        }
    }

    private Program() {}

    /** Finds a program on the search path. */
    static Optional<Path> find(String name) {
        return Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> List.of(name, name + ".exe", name + ".cmd").stream()
                        .map(file -> Path.of(folder).resolve(file)))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /** Runs a program to its end and keeps what it says. */
    static Outcome run(Duration limit, List<String> command) throws IOException {
        return run(limit, new ProcessBuilder(command));
    }

    /** Runs a program, such as one with changed variables, to its end and keeps what it says. */
    static Outcome run(Duration limit, ProcessBuilder program) throws IOException {
        var said = new StringBuilder();
        return run(limit, program, line -> said.append(line).append('\n'), said);
    }

    /** Runs a program to its end and passes on each line as it is said. */
    static Outcome run(Duration limit, ProcessBuilder program, Consumer<String> onLine) throws IOException {
        return run(limit, program, onLine, new StringBuilder());
    }

    private static Outcome run(Duration limit, ProcessBuilder program, Consumer<String> onLine, StringBuilder said)
            throws IOException {
        var process = program.redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                .start();
        var reader = new Thread(
                () -> read(process, onLine), "output of " + program.command().get(0));
        reader.setDaemon(true);
        reader.start();
        try {
            var ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
            reader.join(2000);
            return new Outcome(ended ? process.exitValue() : Outcome.TIMED_OUT, said.toString());
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException(
                    "interrupted while waiting for " + program.command().get(0), e);
        }
    }

    private static File nothing() {
        return new File(isWindows() ? "NUL" : "/dev/null");
    }

    private static void read(Process process, Consumer<String> onLine) {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(onLine);
        } catch (IOException | java.io.UncheckedIOException e) {
            // The program has ended and its output with it.
        }
    }

    static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    static boolean isMac() {
        return System.getProperty("os.name").startsWith("Mac");
    }

    /** The command that installs a package on this kind of machine. */
    static String howToGet(String apt, String dnf, String brew, String winget) {
        if (find("apt-get").isPresent()) {
            return "sudo apt install " + apt;
        }
        if (find("dnf").isPresent()) {
            return "sudo dnf install " + dnf;
        }
        if (isMac()) {
            return "brew install " + brew;
        }
        return isWindows() ? "winget install " + winget : "install " + apt + " with your system's package manager";
    }
}
