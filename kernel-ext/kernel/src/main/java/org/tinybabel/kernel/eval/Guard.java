package org.tinybabel.kernel.eval;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The checks that woven cell code calls.
 *
 * <p>The flag stays up until the interrupted call has ended, so that a cell that catches {@code Throwable} in a loop
 * cannot swallow the interrupt.
 */
public final class Guard {

    /** The only thing that running code reads as long as nobody interrupts it. */
    private static volatile boolean raised;

    private static volatile boolean everyone;
    private static final Set<Thread> CONDEMNED = ConcurrentHashMap.newKeySet();

    private Guard() {}

    /** Woven at the start of every method and before every jump backwards. */
    public static void check() {
        if (raised) {
            stopIfMeant();
        }
    }

    private static void stopIfMeant() {
        if (everyone || CONDEMNED.contains(Thread.currentThread())) {
            throw new CellStop();
        }
    }

    /**
     * Woven in place of {@link System#exit}.
     *
     * @param status the exit status
     */
    public static void exit(int status) {
        check();
        throw new ExitRefusedException(status);
    }

    /**
     * Woven in place of {@link Runtime#exit} and {@link Runtime#halt}.
     *
     * @param runtime what the method was called on
     * @param status the exit status
     */
    public static void exit(Runtime runtime, int status) {
        exit(status);
    }

    /**
     * Whether an exception is how stopped cell code ends, and thus no news.
     *
     * @param exception what ended a thread
     * @return true if {@link #check} threw it
     */
    public static boolean isStop(Throwable exception) {
        return exception instanceof CellStop;
    }

    /**
     * Whether cell code is being stopped, so that what it throws is the stop's doing.
     *
     * @return true from the interrupt until the interrupted code has ended
     */
    public static boolean isStopping() {
        return everyone;
    }

    /** Makes all cell code stop at its next check. */
    static void raise() {
        everyone = true;
        raised = true;
    }

    /** Lets cell code run again, except on threads that were given up. */
    static void lower() {
        everyone = false;
        raised = !CONDEMNED.isEmpty();
    }

    /** Keeps a thread that did not end in time from running cell code ever again. */
    static void condemn(Thread thread) {
        CONDEMNED.add(thread);
        raised = true;
    }

    /** Forgets a thread that has ended after all. */
    static void pardon(Thread thread) {
        CONDEMNED.remove(thread);
        raised = everyone || !CONDEMNED.isEmpty();
    }
}
