package org.tinybabel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The kit as this build has just assembled it, in a folder of its own that never builds anything. */
final class AssembledKit {

    static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

    private final Path home;

    /** Makes a kit in an empty folder. */
    AssembledKit(Path home) throws IOException {
        this.home = home;
        Files.copy(
                ROOT.resolve("tinybabel"), home.resolve("tinybabel"), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        Files.createDirectories(home.resolve("kernel-ext/cli/target"));
        Files.createSymbolicLink(distribution(), ROOT.resolve("kernel-ext/cli/target/tinybabel"));
        Files.createDirectories(home.resolve(".tinybabel"));
        Files.createFile(home.resolve(".tinybabel/built"));
    }

    Path home() {
        return home;
    }

    Path distribution() {
        return home.resolve("kernel-ext/cli/target/tinybabel");
    }

    /** Takes the link to the real jars away, so that the folder can be deleted without a warning about them. */
    void unlink() throws IOException {
        Files.delete(distribution());
    }

    /** Starts the launcher and waits for its end. */
    Program.Outcome start(String... arguments) throws IOException {
        return start(Map.of(), arguments);
    }

    /** Starts the launcher with changed environment variables and waits for its end. */
    Program.Outcome start(Map<String, String> variables, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(home.resolve("tinybabel").toString()));
        command.addAll(List.of(arguments));
        var program = new ProcessBuilder(command).directory(home.toFile());
        program.environment().putAll(variables);
        var said = new StringBuilder();
        var outcome = Program.run(
                Duration.ofMinutes(5), program, line -> said.append(line).append('\n'));
        return new Program.Outcome(outcome.exitCode(), said.toString());
    }
}
