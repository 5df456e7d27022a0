package org.tinybabel.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What Linux tells about a process.
 *
 * @param session the session that it belongs to; a process that was detached has one of its own
 * @param terminal the terminal that controls it; 0 for none
 * @param ignoresHangup whether it goes on when its terminal closes, as {@code nohup} arranges
 */
record LinuxProcess(long session, long terminal, boolean ignoresHangup) {

    private static final int SESSION = 3;
    private static final int TERMINAL = 4;
    private static final String IGNORED_SIGNALS = "SigIgn:";

    /** The facts about a process; empty if it is gone, or on another system. */
    static Optional<LinuxProcess> of(long pid) {
        var folder = Path.of("/proc", String.valueOf(pid));
        try {
            var stat = Files.readString(folder.resolve("stat"));
            // The name of the program, in parentheses, may hold anything.
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Optional.of(new LinuxProcess(
                    Long.parseLong(fields[SESSION]),
                    Long.parseLong(fields[TERMINAL]),
                    ignoresFirstSignal(Files.readAllLines(folder.resolve("status")))));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Signal 1, hangup, is the last bit of a hexadecimal number. */
    private static boolean ignoresFirstSignal(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith(IGNORED_SIGNALS))
                .anyMatch(line -> Long.parseUnsignedLong(
                                        line.substring(IGNORED_SIGNALS.length()).strip(), 16)
                                % 2
                        != 0);
    }
}
