package org.tinybabel.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Opens the notebooks in JupyterLab, which it installs for itself on first use. */
@Command(
        name = "lab",
        description = "Open the notebooks in JupyterLab; the first start installs it in a folder of its own.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  tinybabel lab",
            "  tinybabel lab --no-browser --port 9000     on a machine without a screen",
            "  tinybabel lab -- --ServerApp.ip=0.0.0.0    what follows -- goes to JupyterLab"
        })
final class LabCommand implements Callable<Integer> {

    private static final int JUPYTERS_PORT = 8888;
    private static final Path FIRST = Path.of("notebooks", "00-start-here.ipynb");

    @Spec
    private CommandSpec spec;

    @Option(names = "--no-browser", description = "Only print the address; open no browser.")
    private boolean noBrowser;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The port to listen on. Without it: 8888, or the next free one.")
    private int port;

    @Parameters(paramLabel = "-- OPTION", description = "Options for JupyterLab itself.", arity = "0..*")
    private List<String> jupyterOptions = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var kit = Kit.current();
        var messages = spec.commandLine().getErr();
        var chosen = choosePort(messages);
        var environment = new LabEnvironment(kit, messages);
        environment.prepare();

        var options = new ArrayList<>(List.of(
                "--ServerApp.root_dir=" + kit.home(), "--ServerApp.port=" + chosen, "--ServerApp.port_retries=0"));
        if (Files.exists(kit.home().resolve(FIRST))) {
            options.add("--LabApp.default_url=/lab/tree/" + FIRST.toString().replace('\\', '/'));
        }
        if (noBrowser) {
            options.add("--no-browser");
        }
        var asRoot = RootOptions.beside(RootOptions.isRoot(), jupyterOptions);
        options.addAll(asRoot.options());
        var command = new ArrayList<>(List.of(environment.python().toString(), "-m", "jupyterlab"));
        command.addAll(RootOptions.yielding(options, jupyterOptions));
        command.addAll(jupyterOptions);
        if (!asRoot.sentence().isEmpty()) {
            messages.println(asRoot.sentence());
        }
        if (!Files.isWritable(kit.notebooks())) {
            messages.println("You cannot write to " + kit.notebooks()
                    + ": notebooks run, but nothing is saved. To work on them, copy the kit to a folder of your own.");
        }
        messages.println("Starting JupyterLab on port " + chosen + "; Ctrl-C here ends it.");
        messages.flush();
        var program = new ProcessBuilder(command).directory(kit.home().toFile());
        environment.settings().forEach(program.environment()::putIfAbsent);
        return runUntilItEnds(program);
    }

    private int choosePort(PrintWriter messages) {
        if (port == 0) {
            var free = freePortFrom(JUPYTERS_PORT);
            if (free != JUPYTERS_PORT) {
                messages.println("Port " + JUPYTERS_PORT + " is in use; taking " + free + ".");
            }
            return free;
        }
        if (port < 1 || port > 65535) {
            throw new UserError("--port must be between 1 and 65535, got " + port + ".");
        }
        if (!isFree(port)) {
            throw new UserError("Port " + port + " is in use, or not yours to take; try --port "
                    + freePortFrom(Math.max(JUPYTERS_PORT, port + 1)) + ".");
        }
        return port;
    }

    private static int freePortFrom(int first) {
        for (var candidate = first; candidate <= Math.min(first + 200, 65535); candidate++) {
            if (isFree(candidate)) {
                return candidate;
            }
        }
        throw new UserError("No port from " + first + " on is free; name one with --port.");
    }

    private static boolean isFree(int candidate) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), candidate));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Waits for JupyterLab; when this command is asked to end, JupyterLab ends first and saves what it has to. */
    private static int runUntilItEnds(ProcessBuilder program) throws IOException, InterruptedException {
        program.environment().put("JUPYTER_PREFER_ENV_PATH", "1");
        var jupyter = program.inheritIO().start();
        var ending = new Thread(() -> end(jupyter), "end JupyterLab");
        Runtime.getRuntime().addShutdownHook(ending);
        return jupyter.waitFor();
    }

    private static void end(Process jupyter) {
        jupyter.destroy();
        try {
            jupyter.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
