package org.tinybabel.kernel;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import org.tinybabel.kernel.eval.Evaluator;
import org.tinybabel.kernel.eval.Guard;
import org.tinybabel.kernel.eval.StartupImports;
import org.tinybabel.kernel.protocol.ConnectionInfo;

/** The program that Jupyter starts. */
public final class KernelMain {

    /** The environment variable that names how many milliseconds the end may take before it is forced. */
    public static final String PATIENCE = "TINYBABEL_PATIENCE";

    private static final long LAST_WORDS_MS = 1500;

    private KernelMain() {}

    /**
     * Runs a kernel until a front end shuts it down or nobody needs it any more.
     *
     * @param arguments the path of the connection file
     * @throws InterruptedException if the main thread is interrupted
     */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 1) {
            System.err.println("Usage: KernelMain CONNECTION_FILE (Jupyter fills it in for {connection_file})");
            System.exit(2);
        }
        // Logs go to the terminal, not into whatever cell happens to run.
        System.setProperty("org.slf4j.simpleLogger.cacheOutputStream", "true");
        System.setProperty("java.awt.headless", "true");
        var log = LoggerFactory.getLogger(KernelMain.class);
        var file = Path.of(arguments[0]).toAbsolutePath();
        // Looks who the parent is before anybody can know that this process is there.
        var parentWatch = new ParentWatch(file, ParentWatch.launcherFromEnvironment());
        try {
            var history = history();
            var startUp = StartUp.of(System.getenv());
            var kernel = new Kernel(ConnectionInfo.read(file), startUp, () -> evaluator(startUp, history), history);
            Thread.setDefaultUncaughtExceptionHandler((thread, exception) -> {
                if (!Guard.isStop(exception)) {
                    System.err.println("The thread " + thread.getName() + " ended:");
                    exception.printStackTrace();
                }
            });
            kernel.start();
            InterruptSignal.onSignal(kernel::interrupt);
            Runtime.getRuntime().addShutdownHook(new Thread(KernelMain::endDescendants));
            parentWatch.whenOrphaned(() -> end(0));
            kernel.awaitEnd();
            kernel.close();
            end(0);
        } catch (IOException | IllegalStateException e) {
            log.error("The kernel cannot start: {}", e.getMessage());
            end(1);
        }
    }

    /** What cells have started does not outlive the notebook. */
    private static void endDescendants() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
    }

    private static History history() {
        var environment = System.getenv();
        // Jupyter's server tells the path of the notebook.
        var notebook = environment.getOrDefault(
                "JPY_SESSION_NAME", Path.of("").toAbsolutePath().toString());
        Optional<Path> folder;
        try {
            folder = HistoryFile.folder(
                    environment, System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
        } catch (InvalidPathException e) {
            folder = Optional.empty();
        }
        return new History(new HistoryFile(folder), notebook);
    }

    private static Evaluator evaluator(StartUp startUp, History history) {
        var imports = new ArrayList<>(StartupImports.kit());
        imports.add("import static org.tinybabel.kernel.NotebookFunctions.*;");
        var options = new ArrayList<>(Evaluator.COMPILER_OPTIONS);
        options.addAll(startUp.compilerOptions());
        return Evaluator.builder()
                .imports(imports)
                .compilerOptions(options)
                .earlierCells(() -> history.earlierSessions().stream()
                        .map(History.Entry::source)
                        .toList())
                .build();
    }

    private static long patience() {
        try {
            return Optional.ofNullable(System.getenv(PATIENCE))
                    .map(Long::parseLong)
                    .orElse(LAST_WORDS_MS);
        } catch (NumberFormatException e) {
            return LAST_WORDS_MS;
        }
    }

    /** Ends the process also when a library's shutdown hook hangs. */
    private static void end(int status) {
        var watchdog = new Thread(() -> {
            try {
                Thread.sleep(patience());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(status);
        });
        watchdog.setDaemon(true);
        watchdog.start();
        System.exit(status);
    }
}
