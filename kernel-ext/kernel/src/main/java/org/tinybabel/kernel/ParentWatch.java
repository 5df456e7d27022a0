package org.tinybabel.kernel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Ends a kernel that nobody needs any more: its parent process is gone, or its connection file was removed. */
final class ParentWatch {

    private static final long PERIOD_MS = 500;

    private final Path connectionFile;
    private final Optional<Long> launcher;
    private final Optional<Long> parent = parentNow();

    /**
     * @param connectionFile the file that the kernel was started with
     * @param launcher the process that the environment names as the one to watch
     */
    ParentWatch(Path connectionFile, Optional<Long> launcher) {
        this.connectionFile = connectionFile;
        this.launcher = launcher;
    }

    private static Optional<Long> parentNow() {
        return ProcessHandle.current().parent().map(ProcessHandle::pid);
    }

    /** The process that started the kernel, as front ends tell it. */
    static Optional<Long> launcherFromEnvironment() {
        try {
            return Optional.ofNullable(System.getenv("JPY_PARENT_PID")).map(Long::parseLong);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Calls back once, when the kernel is not needed any more. */
    void whenOrphaned(Runnable end) {
        var thread = new Thread(
                () -> {
                    try {
                        while (!isOrphaned()) {
                            Thread.sleep(PERIOD_MS);
                        }
                        end.run();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "parent-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private boolean isOrphaned() {
        if (!Files.exists(connectionFile)) {
            return true;
        }
        if (launcher.isEmpty()) {
            return false;
        }
        // A dead parent may stay visible until someone collects it, but this process then has another one.
        var isOwnParent = parent.equals(launcher);
        return isOwnParent
                ? !parentNow().equals(parent)
                : ProcessHandle.of(launcher.get())
                        .filter(ProcessHandle::isAlive)
                        .isEmpty();
    }
}
