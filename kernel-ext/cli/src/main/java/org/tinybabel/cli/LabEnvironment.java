package org.tinybabel.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The private Python environment with JupyterLab; it is made once and touches no other Python on the machine. */
final class LabEnvironment {

    /** What pip installs; the machine's own pip configuration says from where. */
    static final String REQUIREMENT = "jupyterlab>=4.4,<5";

    /** What shows sliders and other knobs in JupyterLab; without it, they show as text. */
    private static final String WIDGETS = "jupyterlab_widgets>=3,<4";

    /** No question about news and no look for updates: the lab works without a network. */
    private static final String SETTINGS =
            """
            {"@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": false}}
            """;

    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final Kit kit;
    private final Path folder;
    private final PrintWriter messages;

    LabEnvironment(Kit kit, PrintWriter messages) {
        this.kit = kit;
        this.folder = kit.state().resolve("venv");
        this.messages = messages;
    }

    Path folder() {
        return folder;
    }

    Path python() {
        return Python.inEnvironment(folder);
    }

    /** Makes the environment unless it is there and complete. */
    void prepare() throws IOException, InterruptedException {
        if (!complete()) {
            if (!isMine()) {
                throw new UserError(
                        "JupyterLab has to be installed in " + folder + " first, and you cannot write there: "
                                + "ask the owner of " + kit.home()
                                + " to start tinybabel lab once, or copy the kit to a folder of "
                                + "your own.");
            }
            make();
        }
        if (!isMine()) {
            // Its owner has prepared it, and several may use it.
            return;
        }
        addWidgets();
        var settings = folder.resolve("share/jupyter/lab/settings");
        Files.createDirectories(settings);
        Files.writeString(settings.resolve("overrides.json"), SETTINGS);
        trustNotebooks();
        KernelSpecs.rehearse(kit, messages);
        KernelSpecs.write(kit, folder.resolve("share/jupyter/kernels"));
    }

    /** Whether the environment, or the folder that it will be made in, can be written. */
    private boolean isMine() {
        var nearest = folder;
        while (!Files.exists(nearest)) {
            nearest = nearest.getParent();
        }
        return Files.isWritable(nearest);
    }

    /**
     * Where Jupyter keeps what it notes down about a user whose home cannot be written, or does not exist.
     *
     * @return environment variables; none for a user with a home
     */
    Map<String, String> settings() throws IOException {
        var home = Path.of(Optional.ofNullable(System.getenv("HOME")).orElse(System.getProperty("user.home")));
        if (Files.isWritable(home)) {
            return Map.of();
        }
        var own = isMine() ? kit.state().resolve("jupyter") : Files.createTempDirectory("tinybabel-jupyter-");
        return Map.of(
                "JUPYTER_CONFIG_DIR", own.resolve("config").toString(),
                "JUPYTER_DATA_DIR", own.resolve("data").toString(),
                "JUPYTER_RUNTIME_DIR", own.resolve("runtime").toString());
    }

    private boolean complete() throws IOException {
        var marker = marker();
        return Files.isExecutable(python())
                && Files.exists(marker)
                && Files.readString(marker).strip().equals(REQUIREMENT);
    }

    /** Written when all went well; says what was installed. */
    private Path marker() {
        return folder.resolve("tinybabel-installed");
    }

    private void make() throws IOException {
        var python = Python.required();
        messages.println("Making a private Python environment with JupyterLab, once; this takes a minute or two.");
        messages.flush();
        Files.createDirectories(kit.state());
        var made = Program.run(PATIENCE, List.of(python.command(), "-m", "venv", "--clear", folder.toString()));
        if (!made.succeeded()) {
            throw new UserError(
                    python.command() + " could not make a virtual environment in " + folder + ": " + made.lastLine());
        }
        install();
        Files.writeString(marker(), REQUIREMENT + "\n");
    }

    /** Whether JupyterLab can show knobs. */
    boolean hasWidgets() {
        return Files.isDirectory(folder.resolve("share/jupyter/labextensions/@jupyter-widgets/jupyterlab-manager"));
    }

    /** The command that lets JupyterLab show knobs, for a user to run. */
    String howToGetWidgets() {
        return python() + " -m pip install \"" + WIDGETS + "\"";
    }

    /** Tried once only: a package index that does not answer would hold up every start. */
    private void addWidgets() throws IOException {
        var tried = folder.resolve("tinybabel-widgets");
        if (hasWidgets()) {
            return;
        }
        if (!Files.exists(tried)) {
            var outcome = Program.run(
                    PATIENCE,
                    List.of(
                            python().toString(),
                            "-m",
                            "pip",
                            "install",
                            "--progress-bar",
                            "off",
                            "--no-deps",
                            WIDGETS));
            Files.writeString(tried, outcome.output());
        }
        if (!hasWidgets()) {
            messages.println("Sliders and other knobs show as text, since pip could not get " + WIDGETS
                    + ". To try again: " + howToGetWidgets());
            messages.flush();
        }
    }

    private void install() throws IOException {
        var log = kit.state().resolve("pip.log");
        Deque<String> last = new ArrayDeque<>();
        try (var file = Files.newBufferedWriter(log)) {
            var pip = new ProcessBuilder(
                    python().toString(), "-m", "pip", "install", "--progress-bar", "off", REQUIREMENT);
            var outcome = Program.run(PATIENCE, pip, line -> {
                try {
                    file.write(line + "\n");
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
                progress(line).ifPresent(messages::println);
                messages.flush();
                last.add(line);
                if (last.size() > 5) {
                    last.remove();
                }
            });
            if (!outcome.succeeded()) {
                throw new UserError("pip could not install JupyterLab; everything it said is in " + log
                        + ". Its last lines:\n  " + String.join("\n  ", last)
                        + "\nIf this machine needs a proxy or a package index of its own, tell pip: pip config set "
                        + "global.index-url ADDRESS, or the variable PIP_INDEX_URL.");
            }
        }
    }

    private static Optional<String> progress(String line) {
        if (line.startsWith("Collecting ")) {
            return Optional.of("  " + line.replaceFirst(" \\(from.*", ""));
        }
        if (line.startsWith("Installing collected packages")) {
            return Optional.of("  Installing " + line.split(",").length + " packages");
        }
        return line.startsWith("WARNING: Retrying (Retry(total=0")
                ? Optional.of("  pip gets no answer from a package index: " + line.replaceFirst(".*: (/.*)", "$1"))
                : Optional.empty();
    }

    /**
     * Signs the walk-throughs that came with the kit, so that JupyterLab shows their stored charts before they are run.
     * Nobody's exercises are signed.
     */
    private void trustNotebooks() throws IOException {
        var marker = folder.resolve("tinybabel-trusted");
        var command = new ArrayList<>(List.of(python().toString(), "-m", "jupyter", "trust"));
        for (var notebook : kit.allNotebooks()) {
            if (!Files.exists(marker) || newer(notebook, Files.getLastModifiedTime(marker))) {
                command.add(notebook.toString());
            }
        }
        if (command.size() > 4) {
            var program = new ProcessBuilder(command);
            settings().forEach(program.environment()::putIfAbsent);
            var outcome = Program.run(PATIENCE, program);
            if (outcome.succeeded()) {
                Files.writeString(marker, "");
            } else {
                messages.println(
                        "The notebooks' stored charts may stay hidden until you run them: " + outcome.lastLine());
            }
        }
    }

    private static boolean newer(Path file, FileTime time) throws IOException {
        return Files.getLastModifiedTime(file).compareTo(time) > 0;
    }
}
