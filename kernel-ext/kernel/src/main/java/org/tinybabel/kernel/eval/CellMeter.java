package org.tinybabel.kernel.eval;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * Measures what the code of cells costs: the time that passes, the processor time and the memory allocated by the thread
 * that runs it. Compiling is told apart, since it has nothing to do with how good the code is.
 */
public final class CellMeter {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Runnable onStop;
    private final long started = System.nanoTime();
    private int depth;
    private long callStarted;
    private long cpuBefore;
    private long bytesBefore;
    private long wall;
    private long cpu;
    private long bytes;

    CellMeter(Runnable onStop) {
        this.onStop = onStop;
    }

    /** The code begins to run, on the calling thread. */
    synchronized void begin() {
        if (depth++ == 0) {
            bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
            cpuBefore = THREADS.getCurrentThreadCpuTime();
            callStarted = System.nanoTime();
        }
    }

    /** The code has ended, on the same thread. */
    synchronized void end() {
        if (--depth == 0) {
            wall += System.nanoTime() - callStarted;
            cpu += THREADS.getCurrentThreadCpuTime() - cpuBefore;
            bytes += THREADS.getCurrentThreadAllocatedBytes() - bytesBefore;
        }
    }

    /**
     * Ends the measurement.
     *
     * @return what it cost, in one line
     */
    public synchronized String stop() {
        onStop.run();
        var compiling = System.nanoTime() - started - wall;
        return "Wall time: " + time(wall) + " (and " + time(compiling) + " to compile), CPU time: " + time(cpu)
                + ", allocated: " + size(bytes);
    }

    private static String time(long nanoseconds) {
        var seconds = nanoseconds / 1e9;
        if (seconds >= 1) {
            return String.format(Locale.ROOT, "%.2f s", seconds);
        }
        return String.format(Locale.ROOT, seconds < 0.01 ? "%.2f ms" : "%.0f ms", seconds * 1000);
    }

    private static String size(long bytes) {
        if (bytes < 1 << 20) {
            return String.format(Locale.ROOT, "%.1f KB", bytes / 1024.0);
        }
        return String.format(Locale.ROOT, "%,.1f MB", bytes / 1024.0 / 1024.0);
    }
}
