package org.tinybabel.grader.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** The processor time of a process and of all that it started, also of those that have ended since. */
final class ProcessTimes {

    /** The unit of Linux' process statistics, 10 ms on every machine that Java runs on. */
    private static final long NANOS_PER_TICK = 10_000_000;

    private static final int USER = 11;
    private static final int OF_LAST_CHILDREN = 14;

    private ProcessTimes() {}

    static Duration of(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(ProcessTimes::alone)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration alone(ProcessHandle process) {
        try {
            // The name of the program stands in brackets and may hold anything.
            var statistics = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            var fields = statistics.substring(statistics.lastIndexOf(')') + 2).split(" ");
            var ticks = 0L;
            for (var i = USER; i <= OF_LAST_CHILDREN; i++) {
                ticks += Long.parseLong(fields[i]);
            }
            return Duration.ofNanos(ticks * NANOS_PER_TICK);
        } catch (IOException e) {
            return process.info().totalCpuDuration().orElse(Duration.ZERO);
        }
    }
}
