package org.tinybabel.kernel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Ends a kernel that nobody needs any more: its connection file was removed, or the process that it belongs to is gone.
 *
 * <p>Jupyter names that process in {@code JPY_PARENT_PID}, and leaves the name out when the kernel is meant to live on.
 * Other front ends name none. There the parent counts only if nothing says that the kernel was meant to outlive it: the
 * kernel was not detached (it is in its parent's session), does not ignore the hang-up signal (as {@code nohup} has
 * it), and has no terminal, whose end would reach it as that signal. This is known on Linux only.
 */
final class ParentWatch {

    private static final long PERIOD_MS = 500;

    private final Path connectionFile;
    private final Optional<Long> launcher;
    private final Optional<Long> parent = parentNow();

    /**
     * @param connectionFile the file that the kernel was started with
     * @param named the process that the environment names as the one to watch
     */
    ParentWatch(Path connectionFile, Optional<Long> named) {
        this.connectionFile = connectionFile;
        // Inside a container, a number from outside means nothing.
        launcher = named.isPresent() ? named.filter(ParentWatch::isAlive) : parent.filter(ParentWatch::isTiedTo);
    }

    private static Optional<Long> parentNow() {
        return ProcessHandle.current().parent().map(ProcessHandle::pid);
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    private static boolean isTiedTo(long parent) {
        var here = LinuxProcess.of(ProcessHandle.current().pid());
        return here.isPresent()
                && here.get().terminal() == 0
                && !here.get().ignoresHangup()
                && LinuxProcess.of(parent)
                        .filter(other -> other.session() == here.get().session())
                        .isPresent();
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
        return parent.equals(launcher) ? !parentNow().equals(parent) : !isAlive(launcher.get());
    }
}
